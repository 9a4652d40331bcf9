package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.testkit.MetadataDecoderContract;
import java.util.Optional;
import java.util.stream.Stream;

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
