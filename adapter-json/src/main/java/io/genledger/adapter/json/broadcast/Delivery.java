package io.genledger.adapter.json.broadcast;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The spans of one delivery, of which each generation's one with the figures is kept. */
final class Delivery {

    private static final String FIGURES = "gen_ai.usage.";

    private final Map<GenerationId, Kept> kept = new LinkedHashMap<>();
    private final Set<GenerationId> named = new LinkedHashSet<>();
    private boolean hasSpans;
    private boolean hasOpenRouters;

    /** The span of a generation, and its line. */
    private record Kept(Span span, long line, boolean statesCost) {}

    /**
     * Adds a span.
     *
     * @param trace the generation's id in the attributes of its resource; empty if there is none
     * @param isOpenRouters whether its resource or scope is OpenRouter's
     */
    void add(Span span, Optional<String> trace, boolean isOpenRouters, long line) {
        hasSpans = true;
        if (!isOpenRouters
                && span.attributes().keySet().stream().noneMatch(Delivery::isOpenRouters)) {
            return;
        }
        hasOpenRouters = true;
        Optional<String> stated = span.text(Span.RESPONSE_ID);
        boolean statesCost = SpanField.COST.keyIn(span).isPresent();
        String text = stated.or(() -> trace).orElse("");
        int part = text.indexOf(':');
        Optional<GenerationId> id =
                GenerationId.ofOpenRouter(part < 0 ? text : text.substring(0, part));
        if (id.isEmpty()) {
            return;
        }
        named.add(id.get());
        if (part < 0 && (statesCost || (stated.isPresent() && statesFigures(span)))) {
            if (stated.isEmpty()) {
                span.attributes().put(Span.TRACE_ID, Value.of(text));
            }
            kept.merge(
                    id.get(),
                    new Kept(span, line, statesCost),
                    (before, later) -> before.statesCost && !later.statesCost ? before : later);
        }
    }

    private static boolean isOpenRouters(String key) {
        return key.contains("metadata.openrouter") || key.equals(Span.TRACE_ID);
    }

    private static boolean statesFigures(Span span) {
        return span.attributes().keySet().stream().anyMatch(key -> key.startsWith(FIGURES));
    }

    /** Passes the generations on; {@code bytes} is the whole delivery, which begins on a line. */
    void passTo(Contents contents, long line, byte[] bytes, InstantSource clock)
            throws IOException {
        if (!hasSpans) {
            contents.skipped(line, InputKind.BROADCAST);
        } else if (named.isEmpty()) {
            contents.rejected(
                    line,
                    Optional.of(Span.RESPONSE_ID).filter(field -> hasOpenRouters),
                    hasOpenRouters
                            ? "expected the id of a generation, found none"
                            : "expected spans of OpenRouter's Broadcast, found those of another"
                                    + " program: track the ids in them and collect their records");
            contents.rejectedBytes(bytes);
        }
        for (GenerationId id : named) {
            Kept one = kept.get(id);
            if (one == null) {
                contents.toCollect(line, InputKind.BROADCAST, id);
            } else {
                pass(one, contents, clock);
            }
        }
    }

    private static void pass(Kept one, Contents contents, InstantSource clock) throws IOException {
        byte[] json = one.span.document();
        MetadataDocument document = new MetadataDocument(Optional.empty(), json, clock.instant());
        Generation generation;
        try {
            refuseRepeated(one.span);
            generation = BroadcastReader.decode(new DocumentInput(document));
        } catch (UndecodableDocumentException fault) {
            contents.rejected(one.line, fault.field(), fault.reason());
            contents.rejectedBytes(json);
            return;
        }
        contents.generation(one.line, InputKind.BROADCAST, document, generation);
    }

    private static void refuseRepeated(Span span) {
        Optional<String> key = span.repeated().stream().findFirst();
        if (key.isPresent()) {
            throw new UndecodableDocumentException(
                    key, 1, "expected one value, found several", null);
        }
    }
}
