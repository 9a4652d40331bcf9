package io.genledger.adapter.json.broadcast;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.domain.generation.Generation;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** Reads deliveries of OpenRouter's Broadcast (OPENROUTER.md §11), and their archived spans. */
public final class BroadcastReader {

    private static final String SPAN = "span";

    private BroadcastReader() {}

    /** Whether a document is a delivery, or an entry of a webhook's log around one. */
    public static boolean isDelivery(byte[] bytes) {
        try {
            return new DeliveryParser(new Delivery(), 1).find(bytes);
        } catch (JacksonException notJson) {
            return false;
        }
    }

    /**
     * Passes the generations of one delivery to {@code contents}, each once; a delivery without
     * spans, which tests a connection, is skipped. One that is no JSON to its end is rejected as a
     * whole, and a span with an invalid figure alone.
     *
     * @param bytes an object with {@code resourceSpans}, or an entry of a webhook's log around one
     * @param line the line on which it begins, from 1
     * @param clock states the time of receipt
     * @throws IOException if {@code contents} throws it
     */
    public static void read(byte[] bytes, long line, InstantSource clock, Contents contents)
            throws IOException {
        Delivery delivery = new Delivery();
        boolean isFound;
        try {
            isFound = new DeliveryParser(delivery, line).find(bytes);
        } catch (JacksonException fault) {
            reject(contents, line + lineIn(fault) - 1, "found its end or no JSON", bytes);
            return;
        }
        if (isFound) {
            delivery.passTo(contents, line, bytes, clock);
        } else {
            reject(contents, line, "found no list of spans", bytes);
        }
    }

    private static int lineIn(JacksonException fault) {
        return fault.getLocation() == null ? 1 : Math.max(1, fault.getLocation().getLineNr());
    }

    private static void reject(Contents contents, long line, String found, byte[] bytes)
            throws IOException {
        contents.rejected(line, Optional.empty(), "expected a delivery of Broadcast, " + found);
        contents.rejectedBytes(bytes);
    }

    /**
     * The generation that an archived span states: {@code {"genledger":"broadcast","span":{…}}}.
     *
     * @throws UndecodableDocumentException if it states no id, or an attribute is invalid; its
     *     field is the attribute's key
     */
    public static Generation decode(DocumentInput document) {
        return new SpanMapper(document.read(BroadcastReader::span), document).generation();
    }

    private static Span span(JsonParser parser) {
        Binding.start(parser);
        Span span = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals(SPAN) && parser.isExpectedStartObjectToken()) {
                span = Span.at(parser);
            } else {
                parser.skipChildren();
            }
        }
        Binding.end(parser);
        if (span == null) {
            throw DocumentInput.refusal(SPAN, "a span, found none");
        }
        return span;
    }
}
