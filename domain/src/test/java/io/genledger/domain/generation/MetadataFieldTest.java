package io.genledger.domain.generation;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.CreationTime.Basis;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.sample.Neighbours;
import io.genledger.domain.sample.Sample;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class MetadataFieldTest {

    private static final Map<String, MetadataField> BY_WIRE_NAME =
            Arrays.stream(MetadataField.values())
                    .collect(Collectors.toMap(MetadataField::wireName, Function.identity()));

    /** The fields of OPENROUTER.md §3.2 to §3.10, in the order of {@link MetadataField}. */
    private static final List<String> DOCUMENTED =
            """
            id upstream_id request_id session_id response_cache_source_id created_at model app_id
            origin http_referer user_agent external_user workspace_id preset_id api_type router
            service_tier data_region web_search_engine provider_name provider_responses streamed
            cancelled finish_reason native_finish_reason latency moderation_latency generation_time
            tokens_prompt tokens_completion native_tokens_prompt native_tokens_completion
            native_tokens_reasoning native_tokens_cached native_tokens_completion_images
            num_media_prompt num_input_audio_prompt num_media_completion num_search_results
            num_fetches is_byok usage total_cost upstream_inference_cost cache_discount
            """
                    .lines()
                    .flatMap(line -> Arrays.stream(line.split(" ", -1)))
                    .toList();

    @ParameterizedTest
    @CsvSource({
        "ID, id upstream_id request_id session_id response_cache_source_id workspace_id preset_id",
        "NUMBER, app_id",
        "FLAG, streamed cancelled is_byok",
        "TIME, created_at",
        "DURATION, latency moderation_latency generation_time",
        "MONEY, usage total_cost upstream_inference_cost cache_discount",
        "ATTEMPTS, provider_responses"
    })
    void areOfTheKindThatTheirValuesAre(FieldKind kind, String fields) {
        assertThat(BY_WIRE_NAME.values())
                .filteredOn(field -> field.kind() == kind)
                .extracting(MetadataField::wireName)
                .containsExactlyInAnyOrder(fields.split(" ", -1));
    }

    @Test
    void countsAreThoseOfTokensAndItems() {
        assertThat(BY_WIRE_NAME.values())
                .allSatisfy(field ->
                        assertThat(field.kind() == FieldKind.COUNT)
                                .as(field.wireName())
                                .isEqualTo(field.wireName().matches("(num_|.*tokens_).*")));
    }

    @Test
    void areTheFortyFiveThatAreDocumented() {
        assertThat(MetadataField.values())
                .hasSize(45)
                .extracting(MetadataField::wireName)
                .containsExactlyElementsOf(DOCUMENTED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    id | gen-1755676927-7WlHzIQWGoPWoKYj3Arf
                    upstream_id | chatcmpl-1
                    request_id | req-1
                    session_id | session-1
                    response_cache_source_id | gen-1755676000-Source00000000000000
                    created_at | 2025-08-20T08:02:08.519552Z
                    model | anthropic/claude-3-haiku
                    app_id | 179379
                    origin | https://example.org/
                    http_referer | https://example.org/chat
                    user_agent | curl/8
                    external_user | user-1
                    workspace_id | workspace-1
                    preset_id | preset-1
                    api_type | completions
                    router | openrouter/auto
                    service_tier | flex
                    data_region | europe
                    web_search_engine | exa
                    provider_name | Anthropic
                    streamed | true
                    cancelled | false
                    finish_reason | stop
                    native_finish_reason | end_turn
                    latency | 337.5
                    moderation_latency | 12
                    generation_time | 4700
                    tokens_prompt | 10
                    tokens_completion | 4
                    native_tokens_prompt | 11
                    native_tokens_completion | 7
                    native_tokens_reasoning | 3
                    native_tokens_cached | 5
                    native_tokens_completion_images | 1
                    num_media_prompt | 1
                    num_input_audio_prompt | 2
                    num_media_completion | 3
                    num_search_results | 4
                    num_fetches | 5
                    is_byok | true
                    usage | 0.000070929
                    total_cost | 0.000070929
                    upstream_inference_cost | 0.00141858
                    cache_discount | -0.0000125
                    """)
    void saysItsValueInOneCanonicalText(String wireName, String text) {
        assertThat(textOf(wireName, Sample.complete().build())).contains(text);
    }

    @Test
    void saysAttemptsInOpenRoutersOwnSpelling() {
        assertThat(textOf("provider_responses", Sample.complete().build()))
                .contains(
                        "[{\"endpoint_id\":\"endpoint-1\",\"id\":\"msg_1\",\"is_byok\":true,"
                            + "\"latency\":337,"
                            + "\"model_permaslug\":\"anthropic/claude-3-haiku-20240307\","
                            + "\"provider_name\":\"Anthropic\",\"routed_service_tier\":\"flex\","
                            + "\"status\":200}]");
    }

    @Test
    void distinguishesAttemptsWithAnyCharactersInNames() {
        assertThat(attemptBy("A\\\"\u0001\n", Optional.empty()))
                .isEqualTo("[{\"provider_name\":\"A\\\\\\\"\\u0001\\u000a\"}]");
        assertThat(attemptBy("A", Optional.of(200)))
                .isNotEqualTo(attemptBy("A\",\"status\":200,\"", Optional.empty()));
    }

    @Test
    void eachReadsAPlaceOfItsOwn() {
        Generation complete = Sample.complete().build();
        Map<String, String> texts = texts(complete);
        Set<MetadataField> changed = EnumSet.noneOf(MetadataField.class);
        Neighbours.of(complete)
                .forEach((path, neighbour) -> {
                    List<String> different =
                            DOCUMENTED.stream()
                                    .filter(name ->
                                            !textOf(name, neighbour)
                                                    .equals(Optional.ofNullable(texts.get(name))))
                                    .toList();
                    assertThat(different).as(path).hasSize(1);
                    changed.add(fieldNamed(different.get(0)));
                });

        assertThat(changed).containsExactly(MetadataField.values());
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ID", "CREATED_AT"})
    void isEmptyWhenTheRecordDoesNotSay(MetadataField field) {
        assertThat(field.textIn(Sample.silent().build())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECORD")
    void aTimeThatWasOnlyInferredIsNotStated(Basis basis) {
        Generation inferred = Sample.silent().with(new CreationTime(Sample.CREATED, basis)).build();

        assertThat(MetadataField.CREATED_AT.textIn(inferred)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0",
        "PT0.000000001S, 0.000001",
        "PT1.5S, 1500",
        "PT-0.5S, -500",
        "PT2562047788015215H, 9223372036854774000000",
        "PT-2562047788015215H, -9223372036854774000000"
    })
    void saysDurationsOfAnyLengthInMilliseconds(Duration latency, String text) {
        Generation generation =
                Sample.silent()
                        .with(new Timing(Optional.of(latency), Optional.empty(), Optional.empty()))
                        .build();

        assertThat(MetadataField.LATENCY.textIn(generation)).contains(text);
    }

    private static String attemptBy(String provider, Optional<Integer> status) {
        ProviderAttempt attempt =
                new ProviderAttempt(
                        Optional.of(new ProviderName(provider)),
                        status,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty());
        return MetadataField.PROVIDER_RESPONSES
                .textIn(Sample.silent().attempts(attempt).build())
                .orElseThrow();
    }

    private static Map<String, String> texts(Generation generation) {
        Map<String, String> texts = new TreeMap<>();
        for (MetadataField field : MetadataField.values()) {
            field.textIn(generation).ifPresent(text -> texts.put(field.wireName(), text));
        }
        return texts;
    }

    private static Optional<String> textOf(String wireName, Generation generation) {
        return fieldNamed(wireName).textIn(generation);
    }

    private static MetadataField fieldNamed(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName)).orElseThrow();
    }
}
