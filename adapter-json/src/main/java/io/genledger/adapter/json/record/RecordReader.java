package io.genledger.adapter.json.record;

import io.genledger.adapter.json.binding.Binding;
import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.SeenFields;
import io.genledger.adapter.json.binding.Spelling;
import io.genledger.adapter.json.value.Excerpt;
import io.genledger.adapter.json.value.Refusal;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/**
 * Reads the record of a generation (OPENROUTER.md §1.1, §3.12). OpenRouter wraps it in {@code
 * data}, and an error in {@code error}; files exported by SDK programs have it bare. The fields at
 * the top of the document distinguish these from one another and from a completion.
 */
public final class RecordReader {

    private static final Binding<WireRecord> RECORDS = new Binding<>(WireRecord.class);
    private static final String DATA = "data";
    private static final String A_RECORD = "an object with a generation's metadata";
    private static final int MESSAGE_CHARS = 200;

    /** Values of {@code object} in completions, which have the id of the record, too. */
    private static final Set<String> COMPLETIONS =
            Set.of("chat.completion", "chat.completion.chunk", "text_completion", "response");

    private static final Set<String> DOCUMENTED =
            Arrays.stream(MetadataField.values())
                    .map(MetadataField::wireName)
                    .collect(Collectors.toUnmodifiableSet());

    private final DocumentInput document;
    private final JsonParser parser;
    private final SeenFields fields;
    private boolean isCompletion;
    private @Nullable JsonNode error;
    private @Nullable JacksonException otherData;
    private @Nullable JacksonException broken;

    private RecordReader(DocumentInput document, JsonParser parser) {
        Binding.start(parser);
        this.document = document;
        this.parser = parser;
        this.fields = SeenFields.begin(parser, WireRecord.class);
    }

    /**
     * The generation that a document states.
     *
     * @param completions reads the document if it is a completion: its {@code object} names one,
     *     its {@code usage} is an object and not an amount, or it has a {@code response}
     * @throws UndecodableDocumentException if the document cannot be read
     */
    public static Generation read(
            DocumentInput document, Function<DocumentInput, Generation> completions) {
        return document.read(parser -> new RecordReader(document, parser).read(completions));
    }

    /**
     * The generation that a bare record states.
     *
     * @throws UndecodableDocumentException if the document cannot be read as one
     */
    public static Generation readBare(DocumentInput document) {
        return new GenerationMapper(document.read(RECORDS::document), document).generation();
    }

    private Generation read(Function<DocumentInput, Generation> completions) {
        if (stepsToRecord()) {
            WireRecord wire = RECORDS.object(parser);
            step();
            Binding.end(parser);
            return new GenerationMapper(wire, document).generation();
        }
        if (isCompletion) {
            return completions.apply(document);
        }
        if (broken == null) {
            requireRecord();
        }
        WireRecord wire = document.read(RECORDS::document);
        if (broken != null) {
            throw broken;
        }
        return new GenerationMapper(wire, document).generation();
    }

    /**
     * Steps to the record in {@code data}, if there is one. A fault before it is kept: binding the
     * document finds it again, with the path of its field.
     */
    private boolean stepsToRecord() {
        try {
            return step();
        } catch (JacksonException fault) {
            broken = fault;
            return false;
        }
    }

    /** Steps on to a record in {@code data}, or else to the end of the object. */
    private boolean step() {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            try {
                fields.addName(parser);
                if (name.equals(DATA) && parser.hasToken(JsonToken.START_OBJECT)) {
                    return true;
                }
                note(name);
                parser.skipChildren();
            } catch (JacksonException fault) {
                throw fault.prependPath(WireRecord.class, name);
            }
        }
        return false;
    }

    /**
     * Notes the field at whose value {@code parser} stands, if it shows the kind of the document.
     */
    private void note(String name) {
        switch (name) {
            case DATA ->
                    otherData =
                            Refusal.expected(A_RECORD, parser).prependPath(WireRecord.class, DATA);
            case "error" -> error = parser.readValueAsTree();
            case "object" -> isCompletion |= COMPLETIONS.contains(parser.getString());
            case "response" -> isCompletion = true;
            case "usage" -> isCompletion |= parser.hasToken(JsonToken.START_OBJECT);
            default -> {}
        }
    }

    /** Refuses an error of OpenRouter, and a document without a field of a record. */
    private void requireRecord() {
        if (error != null && !error.isNull() && !statesMoreThan(MetadataField.ID.wireName())) {
            throw DocumentInput.refusal(null, "a generation's metadata, found " + quoted(error));
        }
        if (otherData != null) {
            throw otherData;
        }
        if (!statesMoreThan("")) {
            throw DocumentInput.refusal(DATA, A_RECORD + ", found none");
        }
    }

    private boolean statesMoreThan(String field) {
        return fields.names().stream()
                .filter(name -> !name.equals(field))
                .anyMatch(name -> DOCUMENTED.contains(Spelling.wireName(WireRecord.class, name)));
    }

    /** OpenRouter's error: an object with a message and a code, or the message alone. */
    private static String quoted(JsonNode error) {
        JsonNode message = error.isObject() ? error.path("message") : error;
        JsonNode code = error.path("code");
        String text = message.isString() ? message.stringValue() : message.toString();
        return "OpenRouter's error %s\"%s\""
                .formatted(
                        code.isValueNode() ? code.asString() + " " : "",
                        Excerpt.of(text, MESSAGE_CHARS));
    }
}
