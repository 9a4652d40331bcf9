package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Excerpt;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JacksonException.Reference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** The field in which a fault lies, e.g. {@code provider_responses[0].status}. */
final class FieldPath {

    private final StringBuilder path = new StringBuilder();

    private FieldPath() {}

    /** The path of the field in OpenRouter's spelling; empty if the fault lies in no field. */
    static Optional<String> of(JacksonException fault, JsonParser parser) {
        FieldPath path = new FieldPath();
        fault.getPath().forEach(path::add);
        // With a name, the parser also reads the start of its value. If that is broken, the path of
        // the fault lacks this name.
        if (parser.hasToken(JsonToken.PROPERTY_NAME)
                && parser.streamReadContext().currentValue() instanceof SeenFields object) {
            path.add(new Reference(object.type, parser.currentName()));
        }
        return Optional.of(path.path.toString()).filter(text -> !text.isEmpty());
    }

    private void add(Reference reference) {
        if (reference.getPropertyName() == null) {
            path.append('[').append(reference.getIndex()).append(']');
        } else {
            String name =
                    Spelling.wireName((Class<?>) reference.from(), reference.getPropertyName());
            path.append(path.isEmpty() ? "" : ".").append(Excerpt.of(name, Excerpt.VALUE_CHARS));
        }
    }
}
