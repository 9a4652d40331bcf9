package io.genledger.adapter.json.record;

import io.genledger.adapter.json.value.Excerpt;
import io.genledger.ports.UndecodableDocumentException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What OpenRouter answers instead of a record.
 *
 * @param error the value of {@code error}: an object with a message and a code, or the message
 */
record ErrorBody(JsonNode error) {

    private static final int MESSAGE_CHARS = 200;

    /** The refusal of a document that is such an answer; quotes code and message. */
    UndecodableDocumentException refusal() {
        JsonNode message = error.isObject() ? error.path("message") : error;
        JsonNode code = error.path("code");
        String text = message.isString() ? message.stringValue() : message.toString();
        return new UndecodableDocumentException(
                Optional.empty(),
                1,
                "expected a generation's metadata, found OpenRouter's error "
                        + (code.isValueNode() ? code.asString() + " " : "")
                        + '"'
                        + Excerpt.of(text, MESSAGE_CHARS)
                        + '"',
                null);
    }
}
