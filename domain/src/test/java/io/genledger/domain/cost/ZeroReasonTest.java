package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZeroReasonTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    replayed | byok  | upstream | api_type   | model    | cancelled | tokens | finish | reason
                    gen-1    | false |          |            | a/b      | false     | 7      | stop   | REPLAYED
                    gen-1    | true  | 1        |            | a/b:free | true      | 0      | error  | REPLAYED
                             | true  | 1        |            | a/b:free | true      | 0      |        | FREE_VARIANT
                             | false |          |            | a/b:free | false     | 7      | stop   | FREE_VARIANT
                             | true  | 1        |            | a/b      | false     | 0      |        | INSURED
                             | false |          |            | a/b      | false     | 0      |        | INSURED
                             |       |          |            | a/b      |           | 0      | ''     | INSURED
                             | false |          |            | a/b      | false     | 7      | error  | INSURED
                             | false |          |            | a/b      | false     |        | error  | INSURED
                             | false |          | completions| a/b      | false     | 0      |        | INSURED
                             | false |          | embeddings | a/b      | false     | 0      |        | UNEXPLAINED
                             | false |          | decisions  | a/b      | false     | 0      |        | UNEXPLAINED
                             | false |          | image      | a/b      | false     | 0      |        | UNEXPLAINED
                             | false |          | image      | a/b      | false     |        | error  | FAILED_IMAGE
                             | false |          | image      | a/b      | true      |        |        | FAILED_IMAGE
                             | false |          | tts        | a/b      | false     |        | error  | FAILED_SPEECH
                             | false |          | tts        | a/b      | true      |        |        | FAILED_SPEECH
                             | false |          | stt        | a/b      | false     |        | error  | UNEXPLAINED
                             | false |          | video      | a/b      | true      |        |        | CANCELLED
                             | false |          |            | a/b      | true      | 31540  |        | CANCELLED
                             | false |          |            | a/b      | true      | 0      |        | CANCELLED
                             | true  | 0        |            | a/b      | true      | 0      |        | CANCELLED
                             | true  | 0        |            | a/b      | false     | 7      | stop   | BYOK_NO_FEE_DUE
                             | true  | 1        |            | a/b      | false     | 7      | stop   | BYOK_ALLOWANCE
                             | true  |          |            | a/b      | false     | 7      | stop   | BYOK_ALLOWANCE
                             | false |          |            | a/b      | false     | 0      | stop   | UNEXPLAINED
                             | false |          |            | a/b      | false     | 7      |        | UNEXPLAINED
                             | false |          |            | a/b      | false     |        |        | UNEXPLAINED
                             |       |          |            |          |           |        |        | UNEXPLAINED
                             | false |          |            | a/b:beta | false     | 7      | stop   | UNEXPLAINED
                    """)
    void theFirstThatAppliesIsGiven(
            @Nullable String replayed,
            @Nullable Boolean byok,
            @Nullable String upstream,
            @Nullable String apiType,
            @Nullable String model,
            @Nullable Boolean cancelled,
            @Nullable Long tokens,
            @Nullable String finish,
            ZeroReason reason) {
        Sample sample =
                Sample.silent()
                        .with(Sample.charges(byok, "0", "0", upstream, null))
                        .with(
                                new Lineage(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.ofNullable(replayed)))
                        .with(completion(apiType, cancelled, finish))
                        .with(completed(tokens));
        Generation generation = (model == null ? sample : sample.model(model)).build();

        assertThat(ZeroReason.of(generation, Plan.STANDARD)).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000000000001", "-0.01"})
    void aChargeNeedsNoReason(String usage) {
        assertThat(
                        ZeroReason.of(
                                Sample.silent().with(Sample.credits(usage)).build(), Plan.STANDARD))
                .isEmpty();
    }

    @Test
    void anUnknownChargeIsNoZero() {
        assertThat(ZeroReason.of(Sample.silent().build(), Plan.STANDARD)).isEmpty();
    }

    /** Status 499 is the client's own doing, so that no output is no failure of the model. */
    @ParameterizedTest
    @CsvSource({"499, CUT_OFF", "200, INSURED", "503, INSURED", ", INSURED"})
    void aCallThatTheClientCutOffIsNotInsured(@Nullable Integer status, ZeroReason reason) {
        ProviderAttempt attempt =
                new ProviderAttempt(
                        Optional.empty(),
                        Optional.ofNullable(status),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("chatcmpl-1"),
                        Optional.empty());
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0"))
                        .with(completed(0L))
                        .attempts(ProviderAttempt.of("Azure", 429), attempt)
                        .build();

        assertThat(ZeroReason.of(generation, Plan.STANDARD)).contains(reason);
    }

    /** Without an allowance a fee of nothing needs another reason. */
    @ParameterizedTest
    @CsvSource({
        "5, 1000000req, a/b, BYOK_ALLOWANCE",
        "5, 25000USD, a/b, BYOK_ALLOWANCE",
        "5, 1req, a/b, BYOK_ALLOWANCE",
        "0, 0req, a/b, BYOK_NO_FEE_DUE",
        "5, 0req, a/b, UNEXPLAINED",
        "5, 0USD, a/b, UNEXPLAINED",
        "5, 0req, a/b:free, FREE_VARIANT"
    })
    void thePlanDecidesWhetherAFeeMayBeWaived(
            String percent, String allowance, String model, ZeroReason reason) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(true, "0", "0", "0.0360795", null))
                        .model(model)
                        .build();
        Plan plan = new Plan(FeeRate.of(percent), Allowance.parse(allowance));

        assertThat(ZeroReason.of(generation, plan)).contains(reason);
    }

    @Test
    void eachNamesTheFieldsItRestsOn() {
        assertThat(Arrays.stream(ZeroReason.values()).map(ZeroReason::evidence))
                .containsExactly(
                        List.of(MetadataField.RESPONSE_CACHE_SOURCE_ID),
                        List.of(MetadataField.MODEL),
                        List.of(
                                MetadataField.FINISH_REASON,
                                MetadataField.NATIVE_TOKENS_COMPLETION),
                        List.of(
                                MetadataField.API_TYPE,
                                MetadataField.FINISH_REASON,
                                MetadataField.CANCELLED),
                        List.of(
                                MetadataField.API_TYPE,
                                MetadataField.FINISH_REASON,
                                MetadataField.CANCELLED),
                        List.of(MetadataField.CANCELLED),
                        List.of(MetadataField.PROVIDER_RESPONSES),
                        List.of(MetadataField.IS_BYOK, MetadataField.UPSTREAM_INFERENCE_COST),
                        List.of(
                                MetadataField.IS_BYOK,
                                MetadataField.USAGE,
                                MetadataField.UPSTREAM_INFERENCE_COST),
                        List.of(MetadataField.USAGE, MetadataField.TOTAL_COST));
    }

    @ParameterizedTest
    @EnumSource
    void eachIsGivenInWords(ZeroReason reason) {
        assertThat(reason.sentence()).isNotBlank().doesNotEndWith(".");
    }

    private static Completion completion(
            @Nullable String apiType, @Nullable Boolean cancelled, @Nullable String finish) {
        return new Completion(
                Optional.ofNullable(apiType).map(ApiType::new),
                Optional.empty(),
                Optional.ofNullable(cancelled),
                Optional.ofNullable(finish).map(FinishReason::new),
                Optional.empty());
    }

    private static NativeTokens completed(@Nullable Long tokens) {
        return new NativeTokens(
                Optional.empty(),
                Optional.ofNullable(tokens).map(TokenCount::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
