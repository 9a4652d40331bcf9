package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What was found at the top of a document. OpenRouter wraps a record in {@code data}, the exports
 * of SDK programs leave it bare, and a refusal is wrapped in {@code error}.
 *
 * @param bare the fields beside {@code data}
 * @param data what {@code data} was; null if it was absent
 * @param wrapped the record in {@code data}; null if that was no object
 */
record Envelope(WireGeneration bare, @Nullable WireValue data, @Nullable WireGeneration wrapped) {

    /** The name of the wrapper. */
    static final String DATA = "data";

    private static final String ERROR = "error";
    private static final int MESSAGE_CHARS = 200;

    /** What the bodies of completions call themselves; they share an id with the metadata. */
    private static final Set<String> COMPLETIONS =
            Set.of(
                    "\"chat.completion\"",
                    "\"chat.completion.chunk\"",
                    "\"text_completion\"",
                    "\"response\"");

    /**
     * The record, wherever it was.
     *
     * @throws UndecodableDocumentException if there is none
     */
    WireGeneration generation() {
        requireRecord();
        return wrapped == null ? bare : wrapped;
    }

    /**
     * Refuses what is no record.
     *
     * @throws UndecodableDocumentException if there is none
     */
    void requireRecord() {
        if (wrapped != null) {
            return;
        }
        String error = bare.unknown().get(ERROR);
        if (error != null && !error.equals("null") && statesNothingButAnId()) {
            throw new UndecodableDocumentException(
                    Optional.empty(), 1, refusal(DocumentInput.MAPPER.readTree(error)), null);
        }
        if (isCompletion()) {
            throw new UndecodableDocumentException(
                    Optional.empty(),
                    1,
                    "expected a generation's metadata, found the completion itself: track its id",
                    null);
        }
        if (data != null) {
            throw missing(data.line(), data.shown());
        }
        if (bare.fields().isEmpty()) {
            throw missing(1, "none");
        }
    }

    /**
     * Whether this is no record but a completion: it says so, or it has its figures in an object
     * where a record has an amount, or it is an event of a stream around such a one.
     */
    boolean isCompletion() {
        return wrapped == null
                && (bare.fields().isObject(MetadataField.USAGE)
                        || bare.unknown().containsKey(CompletionReader.RESPONSE)
                        || COMPLETIONS.contains(bare.unknown().getOrDefault("object", "")));
    }

    private boolean statesNothingButAnId() {
        int others = bare.fields().absent().contains(MetadataField.ID) ? 0 : 1;
        return bare.fields().absent().size() + others == MetadataField.values().length;
    }

    private static UndecodableDocumentException missing(int line, String found) {
        return new UndecodableDocumentException(
                Optional.of(DATA),
                line,
                "expected an object with a generation's metadata, found " + found,
                null);
    }

    private static String refusal(JsonNode error) {
        JsonNode message = error.isObject() ? error.path("message") : error;
        JsonNode code = error.path("code");
        String said = message.isString() ? message.stringValue() : message.toString();
        return "expected a generation's metadata, found OpenRouter's error "
                + (code.isValueNode() ? code.asString() + " " : "")
                + '"'
                + Excerpt.of(said, MESSAGE_CHARS)
                + '"';
    }
}
