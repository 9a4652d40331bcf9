package io.genledger.adapter.json;

import io.genledger.domain.generation.MetadataField;
import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonToken;

/**
 * Copies a record token by token, with the names of documented fields in another spelling. Looks at
 * nothing else: that the document is a record was found out before.
 */
final class Respelling implements DocumentReader<byte[]> {

    private final Tokens tokens;
    private final boolean wrapped;
    private final Spelling spelling;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = RecordWriter.generator(bytes);

    /** Copies a record that is {@code wrapped} in {@code data}, or bare. */
    Respelling(Tokens tokens, boolean wrapped, Spelling spelling) {
        this.tokens = tokens;
        this.wrapped = wrapped;
        this.spelling = spelling;
    }

    @Override
    public byte[] document() {
        try (json) {
            tokens.next();
            if (wrapped) {
                envelope();
            } else {
                record();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public Optional<String> reading() {
        return Optional.ofNullable(tokens.nameAhead());
    }

    private void envelope() {
        json.writeStartObject();
        for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
            json.writeName(name);
            tokens.next();
            if (name.equals(Envelope.DATA)) {
                record();
            } else {
                tokens.copyValue(json);
            }
        }
        json.writeEndObject();
    }

    private void record() {
        json.writeStartObject();
        for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
            MetadataField field = writeName(RecordFields.OF_RECORD, name);
            boolean list = tokens.next() == JsonToken.START_ARRAY;
            if (list && field == MetadataField.PROVIDER_RESPONSES) {
                attempts();
            } else {
                tokens.copyValue(json);
            }
        }
        json.writeEndObject();
    }

    private void attempts() {
        json.writeStartArray();
        while (tokens.next() != JsonToken.END_ARRAY) {
            json.writeStartObject();
            for (String name = tokens.nextName(); name != null; name = tokens.nextName()) {
                writeName(RecordFields.OF_ATTEMPT, name);
                tokens.next();
                tokens.copyValue(json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private <F extends Enum<F>> @Nullable F writeName(FieldNames<F> names, String name) {
        F field = names.find(name);
        if (field == null) {
            json.writeName(name);
        } else {
            json.writeName(names.name(field, spelling));
        }
        return field;
    }
}
