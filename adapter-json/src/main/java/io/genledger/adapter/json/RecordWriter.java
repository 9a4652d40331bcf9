package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.routing.ProviderAttempt;
import java.io.OutputStream;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.ObjectWriter;

/** Writes one record. For one use by one thread. */
final class RecordWriter {

    /** The fields that are no text but a number, or true or false. */
    private static final Set<MetadataField> LITERALS =
            EnumSet.of(
                    MetadataField.APP_ID,
                    MetadataField.STREAMED,
                    MetadataField.CANCELLED,
                    MetadataField.LATENCY,
                    MetadataField.MODERATION_LATENCY,
                    MetadataField.GENERATION_TIME,
                    MetadataField.TOKENS_PROMPT,
                    MetadataField.TOKENS_COMPLETION,
                    MetadataField.NATIVE_TOKENS_PROMPT,
                    MetadataField.NATIVE_TOKENS_COMPLETION,
                    MetadataField.NATIVE_TOKENS_REASONING,
                    MetadataField.NATIVE_TOKENS_CACHED,
                    MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES,
                    MetadataField.NUM_MEDIA_PROMPT,
                    MetadataField.NUM_INPUT_AUDIO_PROMPT,
                    MetadataField.NUM_MEDIA_COMPLETION,
                    MetadataField.NUM_SEARCH_RESULTS,
                    MetadataField.NUM_FETCHES,
                    MetadataField.IS_BYOK,
                    MetadataField.USAGE,
                    MetadataField.TOTAL_COST,
                    MetadataField.UPSTREAM_INFERENCE_COST,
                    MetadataField.CACHE_DISCOUNT);

    private static final MetadataField[] FIELDS = MetadataField.values();

    private static final ObjectWriter ASCII =
            DocumentInput.MAPPER.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

    private final JsonGenerator json;
    private final Spelling spelling;

    /** Writes JSON in ASCII: so half a surrogate pair, which Unicode cannot encode, is kept. */
    static JsonGenerator generator(OutputStream bytes) {
        return ASCII.createGenerator(bytes);
    }

    RecordWriter(JsonGenerator json, Spelling spelling) {
        this.json = json;
        this.spelling = spelling;
    }

    /** Writes {@code generation} as OpenRouter answers it, in an envelope. */
    void write(Generation generation) {
        List<ProviderAttempt> attempts = generation.routing().attempts();
        UnknownFields unknown = UnknownFields.of(generation.shape().unknown(), attempts.size());
        json.writeStartObject();
        json.writeName(Envelope.DATA);
        json.writeStartObject();
        for (MetadataField field : FIELDS) {
            if (field == MetadataField.PROVIDER_RESPONSES && !attempts.isEmpty()) {
                writeAttempts(attempts, unknown);
            } else {
                write(field, generation);
            }
        }
        write(unknown.ofRecord());
        json.writeEndObject();
        json.writeEndObject();
    }

    private void write(MetadataField field, Generation generation) {
        boolean absent = generation.shape().absent().contains(field);
        Optional<String> text = field.textIn(generation);
        if (text.isPresent() && !(absent && field == MetadataField.ID)) {
            json.writeName(RecordFields.OF_RECORD.name(field, spelling));
            write(text.get(), LITERALS.contains(field));
        } else if (!absent) {
            json.writeName(RecordFields.OF_RECORD.name(field, spelling));
            json.writeNull();
        }
    }

    private void writeAttempts(List<ProviderAttempt> attempts, UnknownFields unknown) {
        json.writeName(RecordFields.OF_RECORD.name(MetadataField.PROVIDER_RESPONSES, spelling));
        json.writeStartArray();
        for (int i = 0; i < attempts.size(); i++) {
            json.writeStartObject();
            for (AttemptField field : AttemptField.values()) {
                Optional<String> text = field.textIn(attempts.get(i));
                if (text.isPresent()) {
                    json.writeName(RecordFields.OF_ATTEMPT.name(field, spelling));
                    write(text.get(), field.isLiteral());
                }
            }
            write(unknown.ofAttempts().getOrDefault(i, Map.of()));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void write(String text, boolean literal) {
        if (literal) {
            json.writeRawValue(text);
        } else {
            json.writeString(text);
        }
    }

    private void write(Map<String, String> unknown) {
        unknown.forEach((name, value) -> {
            json.writeName(name);
            json.writeRawValue(RawJson.ascii(value));
        });
    }
}
