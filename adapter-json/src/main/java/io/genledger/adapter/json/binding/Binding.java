package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.DomainTypes;
import io.genledger.adapter.json.value.Limits;
import io.genledger.adapter.json.value.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds JSON objects to one type of wire record. Immutable and safe for use by many threads.
 *
 * @param <T> the wire record
 */
public final class Binding<T extends Record> {

    /** Reads JSON within {@link Limits}; the same for all wire records. */
    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(Limits.NESTING)
                                                    .maxNumberLength(Limits.NUMBER_TEXT)
                                                    .maxStringLength(Limits.STRING_CHARS)
                                                    .maxNameLength(Limits.NAME_CHARS)
                                                    .build())
                                    .build())
                    .addModule(DomainTypes.module().setDeserializerModifier(new UnknownIsNoField()))
                    .annotationIntrospector(new Spelling())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    // A record ends inside its envelope; the end of the document is checked here.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Class<T> type;
    private final ObjectReader reader;

    /** Prepares the binding of {@code type}, which takes time: do so once, when it is needed. */
    public Binding(Class<T> type) {
        this.type = type;
        this.reader = MAPPER.readerFor(type);
    }

    /** Binds the whole document: one object, with nothing behind it. */
    public T document(JsonParser parser) {
        start(parser);
        T bound = object(parser);
        end(parser);
        return bound;
    }

    /** Binds the object at whose start {@code parser} stands; the parser then stands at its end. */
    public T object(JsonParser parser) {
        SeenFields.begin(parser, type);
        return reader.readValue(parser);
    }

    /** Steps to the object that a document is. */
    public static void start(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Refusal.expected("a JSON object", parser);
        }
    }

    /** Steps to the end of the document, behind its object. */
    public static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw Refusal.expected("the end of the document", parser);
        }
    }
}
