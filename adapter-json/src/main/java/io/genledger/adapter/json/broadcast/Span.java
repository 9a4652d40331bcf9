package io.genledger.adapter.json.broadcast;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * One span: its scalars and its attributes by key, as far as they are known to hold neither the
 * conversation nor the caller's own metadata.
 *
 * @param fields the span's own scalars, e.g. {@code startTimeUnixNano}
 * @param repeated the keys of attributes that it has with different values
 */
record Span(Map<String, Value> fields, Map<String, Value> attributes, Set<String> repeated) {

    /** The id of the generation, or of a part of it: then a colon and the part's name follow. */
    static final String RESPONSE_ID = "gen_ai.response.id";

    /** The id of the generation in the attributes of the resource. */
    static final String TRACE_ID = "openrouter.trace.id";

    private static final JsonFactory JSON = new JsonFactory();

    /** The name of a scope; that of a span may be the caller's words, and is not archived. */
    private static final String NAME = "name";

    /** Scalars of OTLP. */
    private static final Set<String> FIELDS =
            Set.of(
                    NAME,
                    "traceId",
                    "spanId",
                    "parentSpanId",
                    "kind",
                    "startTimeUnixNano",
                    "endTimeUnixNano");

    /** Attributes that state what is no field of a record. */
    private static final Pattern OTHERS =
            Pattern.compile(
                    "gen_ai\\.(operation\\.name|system|provider\\.name|(request|response)\\.model"
                            + "|response\\.finish_reasons)"
                            + "|(trace|span)\\.metadata\\.openrouter(_generation)?\\..*");

    private static final String FIGURES = "gen_ai.";

    private static final Set<String> KEYS =
            Stream.concat(
                            Stream.of(RESPONSE_ID, TRACE_ID),
                            Arrays.stream(SpanField.values()).flatMap(SpanField::keys))
                    .collect(Collectors.toUnmodifiableSet());

    /** The span at whose start {@code parser} stands. */
    static Span at(JsonParser parser) {
        Span span = new Span(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("attributes")) {
                readAttributes(parser, span.attributes, span.repeated);
            } else if (FIELDS.contains(name)) {
                put(span.fields, name, Value.at(parser, name));
            } else {
                parser.skipChildren();
            }
        }
        return span;
    }

    /** Adds the attributes in the list at which {@code parser} stands; skips any other value. */
    static void readAttributes(
            JsonParser parser, Map<String, Value> attributes, Set<String> repeated) {
        if (!parser.hasToken(JsonToken.START_ARRAY)) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.hasToken(JsonToken.START_OBJECT)) {
                readAttribute(parser, attributes, repeated);
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void readAttribute(
            JsonParser parser, Map<String, Value> attributes, Set<String> repeated) {
        String key = "";
        Value value = null;
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
            parser.nextToken();
            if (name.equals("key")) {
                Value text = Value.at(parser, name);
                key = text == null ? "" : text.text();
            } else if (name.equals("value") && parser.hasToken(JsonToken.START_OBJECT)) {
                value = readValue(parser);
            } else {
                parser.skipChildren();
            }
        }
        if (value != null && isKept(key, value)) {
            @Nullable Value before = attributes.put(key, value);
            if (before != null && !before.equals(value)) {
                repeated.add(key);
            }
        }
    }

    /**
     * Whether the attribute states a figure, or is OpenRouter's by its key. All others are the
     * conversation, of which each span has several copies, and the caller's own metadata.
     */
    private static boolean isKept(String key, Value value) {
        return KEYS.contains(key)
                || (value.isNumber() && key.startsWith(FIGURES))
                || OTHERS.matcher(key).matches();
    }

    private static @Nullable Value readValue(JsonParser parser) {
        Value value = null;
        for (String type = parser.nextName(); type != null; type = parser.nextName()) {
            parser.nextToken();
            value = Value.at(parser, type);
        }
        return value;
    }

    private static void put(Map<String, Value> values, String key, @Nullable Value value) {
        if (value != null) {
            values.put(key, value);
        }
    }

    /** The attribute's text; empty if the span does not have it. */
    Optional<String> text(String key) {
        return Optional.ofNullable(attributes.get(key)).map(Value::text);
    }

    /** The document to archive, with the attributes in alphabetical order. */
    byte[] document() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject().writeName("genledger").writeString("broadcast");
            json.writeName("span").writeStartObject();
            fields.forEach((name, value) -> {
                if (!name.equals(NAME)) {
                    json.writeName(name);
                    value.writeTo(json);
                }
            });
            json.writeName("attributes").writeStartArray();
            attributes.forEach((key, value) -> {
                json.writeStartObject().writeName("key").writeString(key);
                json.writeName("value").writeStartObject().writeName(value.type());
                value.writeTo(json);
                json.writeEndObject().writeEndObject();
            });
            json.writeEndArray().writeEndObject().writeEndObject();
        }
        return bytes.toByteArray();
    }
}
