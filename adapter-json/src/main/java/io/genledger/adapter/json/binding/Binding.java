package io.genledger.adapter.json.binding;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.value.DomainTypes;
import io.genledger.adapter.json.value.Limits;
import io.genledger.adapter.json.value.Refusal;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.deser.BeanDeserializerBuilder;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.json.JsonMapper;

/**
 * Binds JSON objects to one type of wire record. Immutable and safe for use by many threads.
 *
 * @param <T> the wire record
 */
public final class Binding<T extends Record> {

    /** Reads JSON within {@link Limits}, for all wire records. */
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
                    .addModule(DomainTypes.module().setDeserializerModifier(new HiddenAnySetter()))
                    .annotationIntrospector(new Spelling())
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    // A record ends inside its envelope; end(parser) checks the end of the
                    // document.
                    .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private final Class<T> type;
    private final ObjectReader reader;

    /** Prepares the binding of {@code type}. This is slow: keep the binding. */
    public Binding(Class<T> type) {
        this.type = type;
        this.reader = MAPPER.readerFor(type);
    }

    /** A parser of {@code document}, within {@link Limits}. */
    public static JsonParser parser(byte[] document) {
        return MAPPER.createParser(document);
    }

    /** Binds the whole document: one object, with nothing after it. */
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

    /** Steps to the object of the document; refuses a document that is no object. */
    public static void start(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw Refusal.expected("a JSON object", parser);
        }
    }

    /** Steps to the end of the document; refuses anything before it. */
    public static void end(JsonParser parser) {
        if (parser.nextToken() != null) {
            throw Refusal.expected("the end of the document", parser);
        }
    }

    /**
     * Hides the component that collects unknown fields: Jackson would otherwise bind a field called
     * {@code unknown} to it.
     */
    private static final class HiddenAnySetter extends ValueDeserializerModifier {

        private static final long serialVersionUID = 1L;

        @Override
        public BeanDeserializerBuilder updateBuilder(
                DeserializationConfig config,
                BeanDescription.Supplier description,
                BeanDeserializerBuilder builder) {
            builder.getProperties()
                    .forEachRemaining(component -> {
                        if (component.getAnnotation(JsonAnySetter.class) != null) {
                            component.markAsIgnorable();
                        }
                    });
            return builder;
        }
    }
}
