package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.UndecodableDocumentException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/** Reads one document in one pass over its tokens. For one use by one thread. */
final class WireReader {

    private static final FieldNames<MetadataField> FIELDS =
            new FieldNames<>(EnumSet.allOf(MetadataField.class));
    private static final FieldNames<AttemptField> ATTEMPT_FIELDS =
            new FieldNames<>(EnumSet.allOf(AttemptField.class));

    private final JsonParser parser;
    private final JsonMapper mapper;

    /** What stands before the names at hand in messages. */
    private String place = "";

    /** The name of the field whose value is being read, as the document spells it. */
    private @Nullable String reading;

    WireReader(JsonParser parser, JsonMapper mapper) {
        this.parser = parser;
        this.mapper = mapper;
    }

    /**
     * The one record in the document.
     *
     * @throws JacksonException if it is not JSON
     * @throws UndecodableDocumentException if it is something else than a record
     */
    WireGeneration document() {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw undecodable(null, "expected a JSON object, found " + found());
        }
        Envelope envelope = envelope();
        if (parser.nextToken() != null) {
            throw undecodable(null, "expected the end of the document, found " + found());
        }
        return envelope.generation(mapper);
    }

    /** The field being read, in OpenRouter's spelling; for faults of the parser. */
    Optional<String> reading() {
        // The parser looks at a value while it reads the name before it.
        boolean aheadOfUs = reading == null && parser.currentToken() == JsonToken.PROPERTY_NAME;
        return Optional.ofNullable(aheadOfUs ? parser.currentName() : reading).map(this::path);
    }

    private Envelope envelope() {
        WireGeneration bare = nothingYet();
        WireGeneration wrapped = null;
        WireValue data = null;
        for (String name = nextName(); name != null; name = nextName()) {
            if (!name.equals(Envelope.DATA)) {
                readField(bare, name);
                continue;
            }
            if (data != null) {
                throw undecodable(name, "expected the field once, found it twice");
            }
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                data = new WireValue(WireValue.Form.OBJECT, "", line());
                wrapped = generation();
            } else {
                data = value();
            }
        }
        return new Envelope(bare, data, wrapped);
    }

    private WireGeneration generation() {
        WireGeneration generation = nothingYet();
        for (String name = nextName(); name != null; name = nextName()) {
            readField(generation, name);
        }
        return generation;
    }

    private void readField(WireGeneration into, String name) {
        MetadataField field = FIELDS.find(name);
        reading = name;
        parser.nextToken();
        if (field == null) {
            if (into.unknown().putIfAbsent(name, RawJson.of(parser, mapper)) != null) {
                throw undecodable(path(name), "expected the field once, found it twice");
            }
        } else if (field == MetadataField.PROVIDER_RESPONSES
                && parser.currentToken() == JsonToken.START_ARRAY) {
            into.fields().put(field, new WireValue(WireValue.Form.LIST, "", line()));
            readAttempts(into);
        } else {
            into.fields().put(field, value());
        }
        reading = null;
    }

    private void readAttempts(WireGeneration into) {
        String list = FieldNames.wireName(MetadataField.PROVIDER_RESPONSES);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            String element = list + '[' + into.attempts().size() + ']';
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw undecodable(element, "expected an object, found " + found());
            }
            place = element + '.';
            reading = null;
            into.attempts().add(attempt(into.unknown()));
            place = "";
        }
    }

    private WireFields<AttemptField> attempt(Map<String, String> unknown) {
        WireFields<AttemptField> attempt = new WireFields<>(AttemptField.class, place);
        for (String name = nextName(); name != null; name = nextName()) {
            AttemptField field = ATTEMPT_FIELDS.find(name);
            reading = name;
            parser.nextToken();
            if (field == null) {
                unknown.put(place + name, RawJson.of(parser, mapper));
            } else {
                attempt.put(field, value());
            }
            reading = null;
        }
        return attempt;
    }

    /** The value at which the parser stands, passing over what is inside it. */
    private WireValue value() {
        int line = line();
        return switch (parser.currentToken()) {
            case VALUE_NULL -> new WireValue(WireValue.Form.NULL, "", line);
            case VALUE_STRING -> new WireValue(WireValue.Form.TEXT, parser.getString(), line);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    new WireValue(WireValue.Form.NUMBER, parser.getString(), line);
            case VALUE_TRUE -> new WireValue(WireValue.Form.FLAG, "true", line);
            case VALUE_FALSE -> new WireValue(WireValue.Form.FLAG, "false", line);
            case START_ARRAY -> {
                parser.skipChildren();
                yield new WireValue(WireValue.Form.LIST, "", line);
            }
            default -> {
                parser.skipChildren();
                yield new WireValue(WireValue.Form.OBJECT, "", line);
            }
        };
    }

    private @Nullable String nextName() {
        return parser.nextName();
    }

    private String found() {
        return parser.currentToken() == null ? "nothing" : value().shown();
    }

    private int line() {
        return parser.currentTokenLocation().getLineNr();
    }

    private String path(String name) {
        FieldNames<?> names = place.isEmpty() ? FIELDS : ATTEMPT_FIELDS;
        return place + Excerpt.of(names.wireName(name), Excerpt.VALUE_CHARS);
    }

    private UndecodableDocumentException undecodable(@Nullable String field, String reason) {
        return new UndecodableDocumentException(
                Optional.ofNullable(field), Math.max(1, line()), reason, null);
    }

    private static WireGeneration nothingYet() {
        return new WireGeneration(
                new WireFields<>(MetadataField.class, ""), new ArrayList<>(), new TreeMap<>());
    }
}
