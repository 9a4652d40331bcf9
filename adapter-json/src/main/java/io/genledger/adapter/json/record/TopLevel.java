package io.genledger.adapter.json.record;

import io.genledger.adapter.json.binding.SeenFields;
import io.genledger.adapter.json.binding.Spelling;
import io.genledger.adapter.json.value.Found;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.UndecodableDocumentException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * The fields at the top of a document, by which a record is told from other documents. OpenRouter
 * wraps a record in {@code data} and a refusal in {@code error}; files exported with SDK programs
 * have the record bare.
 */
final class TopLevel {

    private static final String DATA = "data";

    /** What a completion says in {@code object}; it has the id of its generation's record. */
    private static final Set<String> COMPLETIONS =
            Set.of("chat.completion", "chat.completion.chunk", "text_completion", "response");

    private static final Set<String> DOCUMENTED =
            Arrays.stream(MetadataField.values())
                    .map(MetadataField::wireName)
                    .collect(Collectors.toUnmodifiableSet());

    private final SeenFields fields;
    private boolean isWhole;
    private boolean isCompletion;
    private @Nullable ErrorBody error;
    private @Nullable UndecodableDocumentException otherData;

    /** The fields of the object at whose start {@code parser} stands. */
    TopLevel(JsonParser parser) {
        this.fields = SeenFields.begin(parser, WireRecord.class);
    }

    /**
     * Steps to the start of the record in {@code data}.
     *
     * @return false if there is none, or the document is broken before it. A broken document is not
     *     refused here: the binding refuses it, with the path of the field that is broken.
     */
    boolean stepsToRecord(JsonParser parser) {
        try {
            return step(parser);
        } catch (JacksonException broken) {
            return false;
        }
    }

    /** Steps over the fields behind the record in {@code data}. */
    void stepToEnd(JsonParser parser) {
        step(parser);
    }

    /**
     * Whether the document is no record but a completion: it says so, or it has an object in {@code
     * usage}, where a record has an amount, or it is an event around a {@code response}.
     */
    boolean isCompletion() {
        return isCompletion;
    }

    /** Refuses an error of OpenRouter that states no field of a record but an id. */
    void refuseError() {
        if (isWhole
                && error != null
                && documented().allMatch(MetadataField.ID.wireName()::equals)) {
            throw error.refusal();
        }
    }

    /** Refuses a document that states no field of a record. */
    void requireFields() {
        if (isWhole && otherData != null) {
            throw otherData;
        }
        if (isWhole && documented().findAny().isEmpty()) {
            throw noRecord(1, "none");
        }
    }

    private boolean step(JsonParser parser) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            try {
                if (isRecord(name, parser)) {
                    return true;
                }
                parser.skipChildren();
            } catch (JacksonException fault) {
                throw fault.prependPath(WireRecord.class, name);
            }
        }
        isWhole = true;
        return false;
    }

    /** Notes the field at whose value {@code parser} stands. */
    private boolean isRecord(String name, JsonParser parser) {
        fields.addName(parser);
        boolean isObject = parser.hasToken(JsonToken.START_OBJECT);
        switch (name) {
            case DATA -> {
                if (isObject) {
                    return true;
                }
                int line = parser.currentTokenLocation().getLineNr();
                otherData = noRecord(line, Found.at(parser));
            }
            case "error" -> error = errorAt(parser);
            case "object" -> isCompletion |= COMPLETIONS.contains(parser.getString());
            case "response" -> isCompletion = true;
            case "usage" -> isCompletion |= isObject;
            default -> {}
        }
        return false;
    }

    private static @Nullable ErrorBody errorAt(JsonParser parser) {
        return parser.hasToken(JsonToken.VALUE_NULL)
                ? null
                : new ErrorBody(parser.readValueAsTree());
    }

    private Stream<String> documented() {
        return fields.names().stream()
                .map(name -> Spelling.wireName(WireRecord.class, name))
                .filter(DOCUMENTED::contains);
    }

    private static UndecodableDocumentException noRecord(int line, String found) {
        return new UndecodableDocumentException(
                Optional.of(DATA),
                line,
                "expected an object with a generation's metadata, found " + found,
                null);
    }
}
