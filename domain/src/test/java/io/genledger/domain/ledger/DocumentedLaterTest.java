package io.genledger.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.sample.Neighbours;
import io.genledger.domain.sample.Sample;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A field that an older program did not know and a newer one does leaves the digest as it was: the
 * older program has its JSON text among the unknown fields, the newer one has its value.
 */
class DocumentedLaterTest {

    private static final Generation KNOWN = Sample.complete().build();

    /** The fields of {@link Sample#complete} as documents spell them, some in several ways. */
    private static final String DOCUMENT =
            """
            upstream_id "chatcmpl-1"
            upstream_id "chatcmpl\\u002d1"
            request_id "req-1"
            session_id "session-1"
            response_cache_source_id "gen-1755676000-Source00000000000000"
            created_at "2025-08-20T08:02:08.519552+00:00"
            created_at "2025-08-20T08:02:08.519552Z"
            created_at "2025-08-20T10:02:08.519552+02:00"
            model "anthropic/claude-3-haiku"
            model "anthropic\\/claude-3-haiku"
            app_id 179379
            origin "https://example.org/"
            http_referer "https://example.org/chat"
            user_agent "curl/8"
            external_user "user-1"
            workspace_id "workspace-1"
            preset_id "preset-1"
            api_type "completions"
            router "openrouter/auto"
            service_tier "flex"
            data_region "europe"
            web_search_engine "exa"
            provider_name "Anthropic"
            provider_responses [{"endpoint_id":"endpoint-1","id":"msg_1","is_byok":true,"latency":337,"model_permaslug":"anthropic/claude-3-haiku-20240307","provider_name":"Anthropic","routed_service_tier":"flex","status":200}]
            provider_responses [ { "status": 200, "latency": 337.0, "id": "msg_1", "is_byok": true, "provider_name": "Anthropic", "endpoint_id": "endpoint-1", "model_permaslug": "anthropic/claude-3-haiku-20240307", "routed_service_tier": "flex", "region": null } ]
            streamed true
            cancelled false
            finish_reason "stop"
            native_finish_reason "end_turn"
            latency 337.5
            latency 3.375e2
            moderation_latency 12
            generation_time 4700
            generation_time 4.7E+3
            tokens_prompt 10
            tokens_completion 4
            native_tokens_prompt 11
            native_tokens_completion 7
            native_tokens_reasoning 3
            native_tokens_cached 5
            native_tokens_completion_images 1
            num_media_prompt 1
            num_input_audio_prompt 2
            num_media_completion 3
            num_search_results 4
            num_fetches 5
            is_byok true
            usage 0.000070929
            usage 7.0929e-05
            total_cost 0.0000709290
            upstream_inference_cost 0.00141858
            cache_discount -0.0000125
            cache_discount -1.25E-5
            """;

    @ParameterizedTest
    @MethodSource("document")
    void leavesTheDigestAsItWas(MetadataField field, String json) {
        Generation older = withUnknown(without(field), field.wireName(), json);

        assertThat(ContentDigest.of(older)).isEqualTo(ContentDigest.of(KNOWN));
        assertThat(ContentDigest.of(without(field))).isNotEqualTo(ContentDigest.of(KNOWN));
    }

    @Test
    void isTriedWithEveryFieldButTheId() {
        assertThat(document().map(row -> row.get()[0]).distinct())
                .hasSize(MetadataField.values().length - 1)
                .doesNotContain(MetadataField.ID);
    }

    @ParameterizedTest
    @CsvSource({
        "endpointId,        endpoint_id,         '\"endpoint-1\"'",
        "upstreamId,        id,                  '\"msg_1\"'",
        "byok,              is_byok,             true",
        "latency,           latency,             337.0",
        "model,             model_permaslug,     '\"anthropic/claude-3-haiku-20240307\"'",
        "provider,          provider_name,       '\"Anthropic\"'",
        "routedServiceTier, routed_service_tier, '\"flex\"'",
        "status,            status,              200"
    })
    void leavesTheDigestAsItWasInAnAttempt(String component, String name, String json) {
        Generation without =
                Objects.requireNonNull(
                        Neighbours.of(KNOWN)
                                .get("generation.routing.attempts." + component + " missing"));

        assertThat(ContentDigest.of(withUnknown(without, "provider_responses[0]." + name, json)))
                .isEqualTo(ContentDigest.of(KNOWN));
        assertThat(ContentDigest.of(without)).isNotEqualTo(ContentDigest.of(KNOWN));
    }

    /** A null of an unknown field states as little as a null of a documented one. */
    @ParameterizedTest
    @ValueSource(strings = {"null", " null ", "[]", "{ }", "[null]", "{\"a\":[]}"})
    void aFieldThatStatesNothingIsNoContent(String json) {
        assertThat(ContentDigest.of(withUnknown(KNOWN, "router_mode", json)))
                .isEqualTo(ContentDigest.of(KNOWN));
    }

    /** The SDK's files spell a field that it does not know in camelCase, as it came. */
    @Test
    void theSpellingOfTheSdkIsTheSameField() {
        Generation without = without(MetadataField.UPSTREAM_INFERENCE_COST);

        assertThat(ContentDigest.of(withUnknown(without, "upstreamInferenceCost", "0.00141858")))
                .isEqualTo(ContentDigest.of(KNOWN));
    }

    /** That is what version 2 is for. */
    @Test
    void changesADigestOfVersionOne() {
        Generation older =
                withUnknown(without(MetadataField.ROUTER), "router", "\"openrouter/auto\"");

        assertThat(ContentDigest.of(older, 1)).isNotEqualTo(ContentDigest.of(KNOWN, 1));
    }

    static Stream<Arguments> document() {
        return DOCUMENT.lines()
                .map(line -> line.split(" ", 2))
                .map(row ->
                        Arguments.of(
                                MetadataField.valueOf(row[0].toUpperCase(Locale.ROOT)), row[1]));
    }

    private static Generation without(MetadataField field) {
        return Neighbours.of(KNOWN).values().stream()
                .filter(neighbour -> field.textIn(neighbour).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static Generation withUnknown(Generation generation, String name, String json) {
        Map<String, String> unknown = new TreeMap<>(generation.shape().unknown());
        unknown.put(name, json);
        return generation.toBuilder()
                .with(new DocumentShape(DocumentKind.METADATA, Set.of(), unknown))
                .build();
    }
}
