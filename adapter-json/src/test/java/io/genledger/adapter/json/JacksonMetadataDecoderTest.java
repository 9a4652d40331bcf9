package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.testkit.MetadataDecoderContract;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JacksonMetadataDecoderTest extends MetadataDecoderContract {

    @Override
    protected MetadataDecoder decoder() {
        return new JacksonMetadataDecoder();
    }

    @Override
    protected byte[] documentFor(Generation generation) {
        Stream<String> documented =
                Stream.of(MetadataField.values())
                        .map(field -> '"' + field.wireName() + "\":" + valueOf(field, generation));
        Stream<String> unknown =
                generation.shape().unknown().entrySet().stream()
                        .map(field -> '"' + field.getKey() + "\":" + field.getValue());
        return Stream.concat(documented, unknown)
                .collect(joining(",", "{\"data\":{", "}}"))
                .getBytes(UTF_8);
    }

    @Override
    protected byte[] documentWithoutId() {
        return "{\"data\":{\"model\":\"openai/gpt-4o-mini\"}}".getBytes(UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"data\":{\"usage\":1}}", "{\"data\":{\"id\":null,\"usage\":1}}"})
    void aRecordWithoutIdIsNotThatOfTheRequestedId(String record) {
        MetadataDocument document =
                new MetadataDocument(
                        Optional.of(new GenerationId("gen-1")),
                        record.getBytes(UTF_8),
                        Documents.RECEIVED);

        assertThatExceptionOfType(UndecodableDocumentException.class)
                .isThrownBy(() -> decoder().decode(document))
                .satisfies(refused -> assertThat(refused.field()).contains("id"))
                .withMessageContaining("the generation's id, found none");
    }

    private static String valueOf(MetadataField field, Generation generation) {
        return field == MetadataField.PROVIDER_RESPONSES
                ? generation.routing().attempts().stream()
                        .map(JacksonMetadataDecoderTest::attempt)
                        .collect(joining(",", "[", "]"))
                : value(field.textIn(generation));
    }

    private static String attempt(ProviderAttempt attempt) {
        return """
        {"provider_name":%s,"status":%s,"latency":%s,"is_byok":%s,"model_permaslug":%s,
         "endpoint_id":%s,"id":%s,"routed_service_tier":%s}\
        """
                .formatted(
                        value(attempt.provider()),
                        value(attempt.status()),
                        value(attempt.latency().map(latency -> latency.toMillis())),
                        value(attempt.byok()),
                        value(attempt.model()),
                        value(attempt.endpointId()),
                        value(attempt.upstreamId()),
                        value(attempt.routedServiceTier()));
    }

    private static String value(Optional<?> value) {
        String text = value.map(Object::toString).orElse("null");
        return text.matches("-?[0-9.]+|true|false|null") ? text : '"' + text + '"';
    }
}
