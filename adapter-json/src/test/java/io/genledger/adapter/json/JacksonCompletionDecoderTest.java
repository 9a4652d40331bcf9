package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.testkit.MetadataDecoderContract;
import io.genledger.ports.testkit.SampleGenerations;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JacksonCompletionDecoderTest extends MetadataDecoderContract {

    private static final Set<MetadataField> STATED =
            EnumSet.of(
                    MetadataField.ID,
                    MetadataField.CREATED_AT,
                    MetadataField.MODEL,
                    MetadataField.PROVIDER_NAME,
                    MetadataField.FINISH_REASON,
                    MetadataField.NATIVE_FINISH_REASON,
                    MetadataField.NATIVE_TOKENS_PROMPT,
                    MetadataField.NATIVE_TOKENS_COMPLETION,
                    MetadataField.NATIVE_TOKENS_REASONING,
                    MetadataField.NATIVE_TOKENS_CACHED,
                    MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES,
                    MetadataField.IS_BYOK,
                    MetadataField.USAGE,
                    MetadataField.UPSTREAM_INFERENCE_COST);

    @Override
    protected MetadataDecoder decoder() {
        return new JacksonCompletionDecoder();
    }

    @Override
    protected Generation complete(GenerationId id) {
        Generation all = SampleGenerations.complete(id);
        return new Generation(
                id,
                new CreationTime(SampleGenerations.RECEIVED, CreationTime.Basis.RECORD),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                new Routing(
                        all.routing().model(),
                        all.routing().provider(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of()),
                new Completion(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        all.completion().finishReason(),
                        all.completion().nativeFinishReason()),
                Timing.UNREPORTED,
                NormalizedTokens.UNREPORTED,
                all.nativeTokens(),
                MediaUsage.UNREPORTED,
                new Charges(
                        all.charges().byok(),
                        all.charges().usage(),
                        Optional.empty(),
                        all.charges().upstreamInferenceCost(),
                        Optional.empty()),
                new DocumentShape(
                        DocumentKind.COMPLETION,
                        EnumSet.complementOf(EnumSet.copyOf(STATED)),
                        Map.of("usage.cost_details.energy_wh", "0.25")));
    }

    @Override
    protected byte[] documentFor(Generation generation) {
        return """
        {"id":"%s","object":"chat.completion","created":%s,"model":"%s","provider":"%s",
         "choices":[{"index":0,"message":{"content":"Hi"},
           "finish_reason":"%s","native_finish_reason":"%s"}],
         "usage":{"prompt_tokens":%s,"completion_tokens":%s,"cost":%s,"is_byok":%s,
           "completion_tokens_details":{"reasoning_tokens":%s,"image_tokens":%s},
           "prompt_tokens_details":{"cached_tokens":%s},
           "cost_details":{"upstream_inference_cost":%s,"energy_wh":0.25}}}\
        """
                .formatted(
                        generation.id(),
                        generation.created().at().getEpochSecond(),
                        text(MetadataField.MODEL, generation),
                        text(MetadataField.PROVIDER_NAME, generation),
                        text(MetadataField.FINISH_REASON, generation),
                        text(MetadataField.NATIVE_FINISH_REASON, generation),
                        text(MetadataField.NATIVE_TOKENS_PROMPT, generation),
                        text(MetadataField.NATIVE_TOKENS_COMPLETION, generation),
                        text(MetadataField.USAGE, generation),
                        text(MetadataField.IS_BYOK, generation),
                        text(MetadataField.NATIVE_TOKENS_REASONING, generation),
                        text(MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES, generation),
                        text(MetadataField.NATIVE_TOKENS_CACHED, generation),
                        text(MetadataField.UPSTREAM_INFERENCE_COST, generation))
                .getBytes(UTF_8);
    }

    @Override
    protected byte[] documentWithoutId() {
        return "{\"usage\":{\"cost\":0.5}}".getBytes(UTF_8);
    }

    @Test
    void takesTheIdFromTheHeaderWhenTheBodyHasNone() {
        GenerationId id = new GenerationId("gen-img-1");
        MetadataDocument document =
                new MetadataDocument(Optional.of(id), documentWithoutId(), Documents.RECEIVED);

        assertThat(decoder().decode(document).id()).isEqualTo(id);
    }

    @Test
    void prefersTheGenerationsIdToTheJobs() {
        assertThat(
                        decode(
                                        "{\"id\":\"job\",\"generation_id\":\"gen-1\",\"usage\":{\"cost\":1}}")
                                .id())
                .hasToString("gen-1");
        assertThat(decode("{\"generation_id\":null,\"id\":\"gen-1\",\"usage\":{\"cost\":1}}").id())
                .hasToString("gen-1");
    }

    @ParameterizedTest
    @CsvSource({
        "1755676928, 2025-08-20T08:02:08Z",
        "'\"2026-02-06T18:54:30.040Z\"', 2026-02-06T18:54:30.040Z",
    })
    void readsASecondOrAMoment(String created, String moment) {
        for (String name : List.of("created", "created_at")) {
            assertThat(withUsage("\"cost\":1}, \"" + name + "\":" + created + ",\"x\":{").created())
                    .hasToString("CreationTime[at=" + moment + ", basis=RECORD]");
        }
    }

    /** The messages API counts apart what a record counts in one. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"prompt_tokens\":8 | 8 | null",
                "\"input_tokens\":8 | 8 | null",
                "\"input_tokens\":8,\"input_tokens_details\":{\"cached_tokens\":5} | 8 | 5",
                "\"input_tokens\":8,\"cache_read_input_tokens\":5 | 13 | 5",
                "\"input_tokens\":8,\"cache_read_input_tokens\":5,"
                        + "\"cache_creation_input_tokens\":3 | 16 | 5",
                "\"input_tokens\":null,\"cache_read_input_tokens\":5 | null | 5",
                "\"prompt_tokens\":20,\"input_tokens\":8,\"cache_read_input_tokens\":5 | 20 | 5",
            })
    void countsTheWholePrompt(String usage, String prompt, String cached) {
        Generation generation = withUsage(usage);

        assertThat(text(MetadataField.NATIVE_TOKENS_PROMPT, generation)).isEqualTo(prompt);
        assertThat(text(MetadataField.NATIVE_TOKENS_CACHED, generation)).isEqualTo(cached);
    }

    @Test
    void tellsAbsentFromNullFromZero() {
        Generation generation =
                withUsage(
                        "\"cost\":0,\"is_byok\":null,\"cost_details\":{\"upstream_inference_cost\":null}");

        assertThat(generation.charges().usage()).hasToString("Optional[0]");
        assertThat(generation.charges().byok()).isEmpty();
        assertThat(generation.shape().absent())
                .doesNotContain(
                        MetadataField.USAGE,
                        MetadataField.IS_BYOK,
                        MetadataField.UPSTREAM_INFERENCE_COST)
                .contains(MetadataField.NATIVE_TOKENS_PROMPT, MetadataField.TOTAL_COST);
    }

    @Test
    void keepsEveryFigureAndNothingOfTheConversation() {
        Generation generation =
                decode(
                        """
                        {"id":"gen-1","choices":[{"message":{"content":"secret"}},{"index":1}],
                         "usage":{"cost":1,"total_tokens":3,"server_tool_use_details":
                           {"web_search_requests":1},"cost_details":{"a":1.50e-3}},
                         "user":"secret"}\
                        """);

        assertThat(generation.shape().unknown())
                .isEqualTo(
                        Map.of(
                                "usage.total_tokens", "3",
                                "usage.server_tool_use_details", "{\"web_search_requests\":1}",
                                "usage.cost_details.a", "1.50e-3"));
        assertThat(generation.toString()).doesNotContain("secret");
    }

    @Test
    void takesNamesInTheSdksSpellingForTheSameFigures() {
        Generation generation =
                withUsage(
                        "\"cost\":1,\"promptTokens\":5,\"unknown\":{},"
                                + "\"output_tokens_details\":{\"image_tokens\":7}");

        assertThat(generation.shape().unknown())
                .isEqualTo(
                        Map.of(
                                "usage.unknown", "{}",
                                "usage.output_tokens_details.image_tokens", "7"));
        assertThat(generation.nativeTokens().prompt()).contains(new TokenCount(5));
    }

    @Test
    void skipsTheConversationUnderAnyName() {
        assertThat(
                        decode(
                                        """
                                        {"id":"gen-1","usage":{"cost":1},"conversation":{"a":1},
                                         "choices":[{"message":7},{"message":8}]}\
                                        """)
                                .shape()
                                .unknown())
                .isEmpty();
    }

    @Test
    void readsTheFirstChoiceOnly() {
        Generation generation =
                decode(
                        """
                        {"id":"gen-1","usage":{"cost":1},"choices":[{"finish_reason":"stop"},
                         {"finish_reason":"length","finish_reason":{}}]}\
                        """);

        assertThat(text(MetadataField.FINISH_REASON, generation)).isEqualTo("stop");
    }

    @Test
    void takesNullForNothingStated() {
        Generation generation =
                decode(
                        """
                        {"id":"gen-1","choices":null,"response":null,
                         "usage":{"cost":1,"prompt_tokens_details":null}}\
                        """);

        assertThat(text(MetadataField.USAGE, generation)).isEqualTo("1");
        assertThat(generation.shape().absent())
                .contains(MetadataField.NATIVE_TOKENS_CACHED, MetadataField.FINISH_REASON);
    }

    @Test
    void takesAChoiceThatIsNullForNothingStated() {
        assertThat(
                        text(
                                MetadataField.FINISH_REASON,
                                decode("{\"id\":\"a\",\"choices\":[null],\"usage\":{\"cost\":1}}")))
                .isEqualTo("null");
    }

    @Test
    void looksOnlyIntoTheResponseOfAnEvent() {
        Generation generation =
                decode(
                        """
                        {"id":"event-1","type":"response.completed","response":{"type":"x",
                         "id":"gen-1","usage":{"cost":0.5}},"usage":{"cost":7}}\
                        """);

        assertThat(generation.id()).hasToString("gen-1");
        assertThat(text(MetadataField.USAGE, generation)).isEqualTo("0.5");
    }

    private Generation withUsage(String figures) {
        return decode("{\"id\":\"gen-1\",\"usage\":{" + figures + "}}");
    }

    private Generation decode(String json) {
        return decoder().decode(Documents.document(json));
    }

    private static String text(MetadataField field, Generation generation) {
        return field.textIn(generation).orElse("null");
    }
}
