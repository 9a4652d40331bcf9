package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a generation's record, whatever it is wrapped in. */
final class WireReader implements DocumentReader<Envelope> {

    private static final WireGeneration NOTHING = nothingYet();

    private final Tokens tokens;

    /** What stands before the names at hand in messages. */
    private String place = "";

    /** The name of the field whose value is being read, as the document spells it. */
    private @Nullable String reading;

    WireReader(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Envelope document() {
        if (tokens.next() != JsonToken.START_OBJECT) {
            throw tokens.undecodable(null, "expected a JSON object, found " + tokens.found());
        }
        Envelope envelope = envelope();
        if (tokens.next() != null) {
            throw tokens.undecodable(
                    null, "expected the end of the document, found " + tokens.found());
        }
        return envelope;
    }

    @Override
    public Optional<String> reading() {
        // The parser looks at a value while it reads the name before it.
        return Optional.ofNullable(reading == null ? tokens.nameAhead() : reading).map(this::path);
    }

    private Envelope envelope() {
        WireGeneration bare = null;
        WireGeneration wrapped = null;
        WireValue data = null;
        for (int name = first(); name != Tokens.END; name = nextName(name)) {
            if (!tokens.name().equals(Envelope.DATA)) {
                bare = bare == null ? nothingYet() : bare;
                readField(bare, name);
                continue;
            }
            if (data != null) {
                throw tokens.twice(Envelope.DATA);
            }
            if (tokens.next() == JsonToken.START_OBJECT) {
                data = WireValue.of(WireValue.Form.OBJECT, "", tokens.line());
                wrapped = generation();
            } else {
                data = tokens.value();
            }
        }
        return new Envelope(bare == null ? NOTHING : bare, data, wrapped);
    }

    private WireGeneration generation() {
        WireGeneration generation = nothingYet();
        for (int name = first(); name != Tokens.END; name = nextName(name)) {
            readField(generation, name);
        }
        return generation;
    }

    private int first() {
        return nextName(FieldNames.NONE);
    }

    private int nextName(int last) {
        return tokens.nextName(RecordFields.OF_RECORD, last);
    }

    private void readField(WireGeneration into, int index) {
        MetadataField field = RecordFields.OF_RECORD.field(index);
        String name = tokens.name();
        reading = name;
        tokens.next();
        if (field == null) {
            if (into.unknown().putIfAbsent(name, tokens.rawValue()) != null) {
                throw tokens.twice(path(name));
            }
        } else if (field == MetadataField.PROVIDER_RESPONSES
                && tokens.current() == JsonToken.START_ARRAY) {
            into.fields().put(field, WireValue.of(WireValue.Form.LIST, "", tokens.line()));
            readAttempts(into);
        } else {
            into.fields().put(field, tokens.value());
        }
        reading = null;
    }

    private void readAttempts(WireGeneration into) {
        while (tokens.next() != JsonToken.END_ARRAY) {
            String element = RecordFields.attempt(into.attempts().size());
            if (tokens.current() != JsonToken.START_OBJECT) {
                throw tokens.undecodable(element, "expected an object, found " + tokens.found());
            }
            place = element + '.';
            reading = null;
            into.attempts().add(attempt(into.unknown()));
            place = "";
        }
    }

    private WireFields<AttemptField> attempt(Map<String, String> unknown) {
        WireFields<AttemptField> attempt = new WireFields<>(AttemptField.class, place);
        FieldNames<AttemptField> names = RecordFields.OF_ATTEMPT;
        for (int index = tokens.nextName(names, FieldNames.NONE);
                index != Tokens.END;
                index = tokens.nextName(names, index)) {
            AttemptField field = names.field(index);
            String name = tokens.name();
            reading = name;
            tokens.next();
            if (field == null) {
                if (unknown.putIfAbsent(place + name, tokens.rawValue()) != null) {
                    throw tokens.twice(path(name));
                }
            } else {
                attempt.put(field, tokens.value());
            }
            reading = null;
        }
        return attempt;
    }

    private String path(String name) {
        FieldNames<?> names = place.isEmpty() ? RecordFields.OF_RECORD : RecordFields.OF_ATTEMPT;
        return place + Excerpt.of(names.wireName(name), Excerpt.VALUE_CHARS);
    }

    private static WireGeneration nothingYet() {
        return new WireGeneration(
                new WireFields<>(MetadataField.class, ""), new ArrayList<>(), new TreeMap<>());
    }
}
