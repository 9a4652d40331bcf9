package io.genledger.adapter.json.broadcast;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.record.RecordReader;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.io.ByteArrayOutputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Maps a span to a generation: writes its attributes as the fields of a record, and reads that. For
 * one use by one thread.
 */
final class SpanMapper {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String START = "startTimeUnixNano";
    private static final String RESPONSE_MODEL = "gen_ai.response.model";
    private static final String REQUEST_MODEL = "gen_ai.request.model";
    private static final String KEY_NAME = "trace.metadata.openrouter.api_key_name";
    private static final String SPAN_METADATA = "span.metadata.";
    private static final String TRACE_METADATA = "trace.metadata.";

    private final Span span;
    private final DocumentInput document;
    private final Set<String> read = new HashSet<>();

    SpanMapper(Span span, DocumentInput document) {
        this.span = span;
        this.document = document;
    }

    /** The generation, with the values that its span states. */
    Generation generation() {
        GenerationId id = id();
        Generation record = record(recordOf(id));
        Optional<Boolean> byok = byok(record.routing());
        return record.toBuilder()
                .with(document.created(recorded(record.created()), id))
                .with(withByok(record.charges(), byok))
                .with(shape(record.shape(), byok))
                .build();
    }

    private GenerationId id() {
        String text = span.text(Span.RESPONSE_ID).or(() -> span.text(Span.TRACE_ID)).orElse("");
        return DocumentInput.required(GenerationId.ofOpenRouter(text));
    }

    /** Reads the record; a refusal names the attribute and not the record's field. */
    private Generation record(byte[] json) {
        MetadataDocument bare = new MetadataDocument(Optional.empty(), json, Instant.EPOCH);
        try {
            return RecordReader.read(new DocumentInput(bare), SpanMapper::refuse);
        } catch (UndecodableDocumentException fault) {
            throw new UndecodableDocumentException(
                    fault.field().map(this::attribute), 1, fault.reason(), fault);
        }
    }

    private static Generation refuse(DocumentInput completion) {
        throw DocumentInput.refusal(null, "a span, found a completion");
    }

    private String attribute(String field) {
        return Arrays.stream(SpanField.values())
                .filter(known -> field.startsWith(known.field().wireName()))
                .flatMap(known -> known.keyIn(span).stream())
                .findFirst()
                .orElse(field);
    }

    private byte[] recordOf(GenerationId id) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json =
                JSON.createGenerator(ObjectWriteContext.empty(), bytes, JsonEncoding.UTF8)) {
            json.writeStartObject().writeName("data").writeStartObject();
            write(json, MetadataField.ID, id.value());
            model().ifPresent(model -> write(json, MetadataField.MODEL, model));
            start().ifPresent(start -> write(json, MetadataField.CREATED_AT, start));
            for (SpanField field : SpanField.values()) {
                field.keyIn(span).ifPresent(key -> write(json, field, key));
            }
            writeOtherFigures(json);
            json.writeEndObject().writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, MetadataField field, String text) {
        json.writeName(field.wireName()).writeString(text);
    }

    private void write(JsonGenerator json, SpanField field, String key) {
        read.add(key);
        Value value = span.attributes().get(key);
        if (value == null) {
            return;
        }
        json.writeName(field.field().wireName());
        switch (field) {
            case CACHE -> json.writeString(negated(value.text()));
            case ATTEMPTS -> copy(key, value.text(), json);
            default -> value.writeTo(json);
        }
    }

    private static String negated(String number) {
        return number.startsWith("-") ? number.substring(1) : '-' + number;
    }

    /** Copies JSON text in a string. */
    private static void copy(String key, String text, JsonGenerator json) {
        try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw notAttempts(key);
            }
            json.copyCurrentStructureExact(parser);
            if (parser.nextToken() != null) {
                throw notAttempts(key);
            }
        } catch (JacksonException notJson) {
            throw notAttempts(key);
        }
    }

    private static UndecodableDocumentException notAttempts(String key) {
        return DocumentInput.refusal(key, "a list of attempts as JSON text, found other text");
    }

    /**
     * The model as a record names it; only the requested one has a variant such as {@code :free}.
     */
    private Optional<String> model() {
        Optional<String> response = span.text(RESPONSE_MODEL);
        Optional<String> request = span.text(REQUEST_MODEL);
        return request.filter(model -> model.startsWith(response.orElse(model) + ':'))
                .or(() -> response)
                .or(() -> request);
    }

    private Optional<String> start() {
        Value nanos = span.fields().get(START);
        try {
            return Optional.ofNullable(nanos)
                    .map(value ->
                            Instant.ofEpochSecond(0, Long.parseLong(value.text())).toString());
        } catch (NumberFormatException | DateTimeException notNanos) {
            throw DocumentInput.refusal(START, "nanoseconds since 1970 as a whole number");
        }
    }

    /** Figures without a field in a record, by their key. */
    private void writeOtherFigures(JsonGenerator json) {
        span.attributes()
                .forEach((key, value) -> {
                    boolean isCopy =
                            key.startsWith(SPAN_METADATA)
                                    && span.attributes()
                                            .containsKey(
                                                    key.replace(SPAN_METADATA, TRACE_METADATA));
                    // A record's own fields have no dot in their names.
                    boolean isFigure =
                            (value.isNumber() && key.indexOf('.') > 0) || key.equals(KEY_NAME);
                    if (isFigure && !isCopy && !read.contains(key)) {
                        json.writeName(key);
                        value.writeTo(json);
                    }
                });
    }

    /** Only the attempts state BYOK: the successful one, or all of them alike. */
    private static Optional<Boolean> byok(Routing routing) {
        List<Boolean> stated =
                routing.successfulAttempt().map(List::of).orElse(routing.attempts()).stream()
                        .map(ProviderAttempt::byok)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList();
        return stated.size() == 1 ? Optional.of(stated.get(0)) : Optional.empty();
    }

    private static Charges withByok(Charges charges, Optional<Boolean> byok) {
        return new Charges(
                byok,
                charges.usage(),
                charges.totalCost(),
                charges.upstreamInferenceCost(),
                charges.cacheDiscount());
    }

    private static DocumentShape shape(DocumentShape record, Optional<Boolean> byok) {
        Set<MetadataField> absent = EnumSet.copyOf(record.absent());
        if (byok.isPresent()) {
            absent.remove(MetadataField.IS_BYOK);
        }
        return new DocumentShape(DocumentKind.BROADCAST, absent, record.unknown());
    }

    private static Optional<Instant> recorded(CreationTime created) {
        return Optional.of(created)
                .filter(time -> time.basis() == CreationTime.Basis.RECORD)
                .map(CreationTime::at);
    }
}
