package io.genledger.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.ByokUsage;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** For each rule the records that just trigger it, and those that just do not. */
class StandardFindingsTest {

    /** Codes and severities are what scripts and dashboards rest on. */
    @Test
    void codesAndSeveritiesAreStable() {
        assertThat(StandardFindings.values())
                .extracting(rule -> rule.code() + " " + rule.severity())
                .containsExactly(
                        "amount-finer-than-ledger INFO",
                        "total-cost-differs WARNING",
                        "upstream-exceeds-credits WARNING",
                        "negative-usage WARNING",
                        "spend-unknown WARNING",
                        "byok-fee-above-plan WARNING",
                        "byok-fee-within-allowance INFO",
                        "replay-charged ERROR",
                        "free-variant-charged ERROR",
                        "insured-completion-charged ERROR",
                        "failed-image-charged ERROR",
                        "zero-unexplained INFO",
                        "cache-discount-missing INFO",
                        "cached-exceeds-prompt WARNING",
                        "reasoning-exceeds-completion INFO",
                        "created-before-request WARNING",
                        "created-long-after-request INFO",
                        "attempts-name-another-provider WARNING",
                        "attempts-contradict-byok WARNING",
                        "record-for-another-id ERROR",
                        "provisional-amounts INFO",
                        "document-unreadable ERROR");
    }

    /**
     * Ledgers keep the bits: a bit never gets another meaning, and one of a former rule stays free.
     */
    @Test
    void bitsAreStable() {
        assertThat(StandardFindings.values())
                .extracting(rule -> rule.bit() + " " + rule.code())
                .containsExactlyInAnyOrder(
                        "0 amount-finer-than-ledger",
                        "1 total-cost-differs",
                        "2 upstream-exceeds-credits",
                        "3 negative-usage",
                        "4 spend-unknown",
                        "5 byok-fee-above-plan",
                        "6 replay-charged",
                        "7 free-variant-charged",
                        "8 insured-completion-charged",
                        "9 zero-unexplained",
                        "10 cache-discount-missing",
                        "11 cached-exceeds-prompt",
                        "12 reasoning-exceeds-completion",
                        "13 created-before-request",
                        "14 created-long-after-request",
                        "15 attempts-name-another-provider",
                        "16 attempts-contradict-byok",
                        "17 record-for-another-id",
                        "18 provisional-amounts",
                        "19 document-unreadable",
                        "20 byok-fee-within-allowance",
                        "21 failed-image-charged");
    }

    @Test
    void aSetOfBitsIsASetOfRules() {
        assertThat(StandardFindings.ofBits(0)).isEmpty();
        assertThat(StandardFindings.ofBits(0b11_0000))
                .containsExactly(
                        StandardFindings.SPEND_UNKNOWN, StandardFindings.BYOK_FEE_ABOVE_PLAN);
        for (StandardFindings rule : StandardFindings.values()) {
            assertThat(StandardFindings.ofBits(rule.mask())).containsExactly(rule);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "22, 4194304",
        "22, 4194305",
        "62, 4611686018427387904",
        "63, -9223372036854775808"
    })
    void aBitOfNoRuleIsRefused(int bit, long bits) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> StandardFindings.ofBits(bits))
                .withMessage("no finding rule has bit " + bit);
    }

    @Test
    void theListIsVisibleAndWhole() {
        assertThat(FindingRule.standard())
                .containsExactly((FindingRule[]) StandardFindings.values());
    }

    /** The sample is of August 2025, when no BYOK call was free of the fee. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage           | total_cost | upstream | discount        | code                     | evidence                                                     | at stake
                    false   | 0.0000000000001 |            |          |                 | amount-finer-than-ledger | usage                                                        | 1e-13
                    false   | 0.000000000001  |            |          |                 |                          |                                                              |
                    false   |                 | 2.9e-12    |          |                 | amount-finer-than-ledger | total_cost                                                   | 1e-13
                    true    | 0.1             |            | 2.0000000000001 |                 | amount-finer-than-ledger | upstream_inference_cost                                      | 1e-13
                    false   | 1               |            |          | -0.0000000000001| amount-finer-than-ledger | cache_discount                                               | 1e-13
                    false   | 1e-13           | 1e-13      | 1e-13    | 1e-13           | amount-finer-than-ledger | usage cache_discount | 2e-13
                    false   | 0.0015          | 0.0016     |          |                 | total-cost-differs       | usage total_cost                                             | 0.0001
                    false   | 0.0015          | 0.0014     |          |                 | total-cost-differs       | usage total_cost                                             | 0.0001
                    false   | 0.0015          | 0.00150    |          |                 |                          |                                                              |
                    false   | 0.0015          |            |          |                 |                          |                                                              |
                    false   |                 | 0.0015     |          |                 |                          |                                                              |
                    false   | 0.0015          | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok usage upstream_inference_cost                        | 0.0001
                            | 0.0015          | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok usage upstream_inference_cost                        | 0.0001
                            |                 | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok total_cost upstream_inference_cost                        | 0.0001
                    false   | 0.0015          | 0.0015     | 0.0015   |                 |                          |                                                              |
                    true    | 0.00008         | 0.00008    | 0.0016   |                 |                          |                                                              |
                    false   | -0.000001       | -0.000001  |          |                 | negative-usage           | usage                                                        | 0.000001
                    false   | 0.1             | 0.1        |          | -0.5            |                          |                                                              |
                    false   |                 | -0.5       |          |                 | negative-usage           | total_cost | 0.5
                    true    | 0.0015          | 0.0015     |          |                 | spend-unknown            | is_byok upstream_inference_cost                              |
                    true    |                 |            |          |                 | spend-unknown            | is_byok upstream_inference_cost                              |
                    true    |                 |            | 0.0016   |                 | spend-unknown            | usage total_cost                                             |
                            |                 |            |          |                 | spend-unknown            | usage total_cost                                             |
                    true    | 0.01            | 0.01       | -0.05    |                 | negative-usage           | upstream_inference_cost | 0.05
                    false   | 0.0003          | 0.0003     | 0.00030000000000000003 |   |                          |                                                              |
                    true    | 0.05            | 0.05       | 1        |                 |                          |                                                              |
                    true    | 0.0500000000005 | 0.0500000000005 | 1   |                 | amount-finer-than-ledger | usage                                             | 5e-13
                    true    | 0.050000000001  | 0.050000000001  | 1   |                 | byok-fee-above-plan   | is_byok usage upstream_inference_cost                        | 1e-12
                    true    | 0.06            | 0.06       | 1        |                 | byok-fee-above-plan   | is_byok usage upstream_inference_cost                        | 0.01
                    true    | 0.04            | 0.04       | 1        |                 |                          |                                                              |
                    false   | 0               | 0          |          |                 | zero-unexplained         | usage                                                        | 0
                    true    | 0               | 0          | 1        |                 | zero-unexplained         | usage | 0
                    """)
    void judgesTheMoney(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            @Nullable String discount,
            @Nullable String code,
            @Nullable String evidence,
            @Nullable String atStake) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(byok, usage, totalCost, upstream, discount))
                        .build();

        assertFinding(generation, code, evidence, atStake);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    prompt | completion | reasoning | cached | discount | code                         | evidence                                         | at stake
                    10     | 5          | 5         | 10     | 0        |                              |                                                  |
                    10     | 5          | 5         | 11     | 0        | cached-exceeds-prompt        | native_tokens_cached native_tokens_prompt        | 0.5
                    10     | 5          | 6         | 10     | 0        | reasoning-exceeds-completion | native_tokens_reasoning native_tokens_completion | 0
                           |            | 6         | 11     | 0        |                              |                                                  |
                    10     | 5          |           |        |          |                              |                                                  |
                    10     | 5          |           | 1      |          | cache-discount-missing       | native_tokens_cached cache_discount              |
                    10     | 5          |           | 0      |          |                              |                                                  |
                    """)
    void judgesTheTokens(
            @Nullable Long prompt,
            @Nullable Long completion,
            @Nullable Long reasoning,
            @Nullable Long cached,
            @Nullable String discount,
            @Nullable String code,
            @Nullable String evidence,
            @Nullable String atStake) {
        NativeTokens tokens =
                new NativeTokens(
                        count(prompt),
                        count(completion),
                        count(reasoning),
                        count(cached),
                        Optional.empty());
        Sample sample = Sample.silent().with(Sample.charges(false, "0.5", "0.5", null, discount));

        assertFinding(sample.with(tokens).build(), code, evidence, atStake);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage | upstream | code           | at stake
                    false   | 0     | 0        |                |
                    false   | 0.1   | 0        | replay-charged | 0.1
                    true    | 0     | 0.2      | replay-charged | 0.2
                    true    | 0.1   |          | replay-charged | 0.1
                    false   | -0.1  |          |                |
                    false   |       |          |                |
                    """)
    void aReplayIsFree(
            boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            @Nullable String code,
            @Nullable String atStake) {
        Generation replay =
                Sample.silent()
                        .with(Sample.charges(byok, usage, usage, upstream, null))
                        .with(
                                new Lineage(
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of("gen-source")))
                        .build();

        assertOneOf(
                replay,
                "replay-charged",
                code,
                byok
                        ? "response_cache_source_id is_byok usage upstream_inference_cost"
                        : "response_cache_source_id usage",
                atStake);
    }

    @ParameterizedTest
    @CsvSource({"a/b:free, 0.1, free-variant-charged", "a/b:free, 0,", "a/b:free, ,", "a/b, 0.1,"})
    void aFreeVariantIsFree(String model, @Nullable String usage, @Nullable String code) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(false, usage, usage, null, null))
                        .model(model)
                        .build();

        assertOneOf(generation, "free-variant-charged", code, "model usage", usage);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage | tokens | finish | item | code
                    false   | 0.1   | 0      |        |      | insured-completion-charged
                    false   | 0.1   | 0      | ''     | 0    | insured-completion-charged
                    false   | 0.1   | 9      | error  |      | insured-completion-charged
                    false   | 0.1   | 0      |        | 1    |
                    false   | 0.1   | 0      | stop   |      |
                    false   | 0.1   | 9      |        |      |
                    false   | 0     | 0      |        |      |
                    true    | 0.1   | 0      |        |      |
                    """)
    void whatIsInsuredIsNotCharged(
            boolean byok,
            String usage,
            long tokens,
            @Nullable String finish,
            @Nullable Long item,
            @Nullable String code) {
        for (MediaUsage used : item == null ? List.of(MediaUsage.UNREPORTED) : eachWith(item)) {
            Generation generation =
                    Sample.silent()
                            .with(Sample.charges(byok, usage, usage, "2", null))
                            .with(
                                    new Completion(
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.empty(),
                                            Optional.ofNullable(finish).map(FinishReason::new),
                                            Optional.empty()))
                            .with(Sample.nativeTokens(1, tokens, 0, 0))
                            .with(used)
                            .build();

            assertOneOf(
                    generation,
                    "insured-completion-charged",
                    code,
                    "usage finish_reason native_tokens_completion",
                    usage);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "completions, false, , insured-completion-charged",
        "embeddings, false, ,",
        "decisions, false, ,",
        "tools_invoke, false, ,",
        "completions, true, ,",
        "completions, false, exa,"
    })
    void onlyTextWithoutCancellationOrSearchIsInsured(
            String apiType, boolean cancelled, @Nullable String engine, @Nullable String code) {
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0.1"))
                        .with(
                                new Completion(
                                        Optional.of(new ApiType(apiType)),
                                        Optional.empty(),
                                        Optional.of(cancelled),
                                        Optional.empty(),
                                        Optional.empty()))
                        .with(Sample.nativeTokens(1, 0, 0, 0))
                        .with(searching(engine))
                        .build();

        assertOneOf(
                generation,
                "insured-completion-charged",
                code,
                "usage finish_reason native_tokens_completion",
                "0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gen-emb-1755676927-7WlHzIQWGoPWoKYj3Arf", "gen-img-1755676927-7Wl"})
    void anIdTellsWhatIsNoText(String id) {
        Sample sample =
                Sample.silent().with(Sample.credits("0.1")).with(Sample.nativeTokens(1, 0, 0, 0));

        assertThat(codes(sample.build())).contains("insured-completion-charged");
        assertThat(codes(sample.id(id).build())).doesNotContain("insured-completion-charged");
    }

    /** A BYOK call has a fee, and a search is paid for with any model. */
    @Test
    void aFeeOrASearchIsNoChargeForAFreeVariant() {
        Sample free = Sample.silent().model("a/b:free");

        assertThat(codes(free.with(Sample.charges(true, "0.05", "0.05", "1", null)).build()))
                .isEmpty();
        assertThat(codes(free.with(Sample.credits("0.02")).with(eachWith(5).get(3)).build()))
                .isEmpty();
    }

    /** A search with an own key is paid from credits too, so that the fee looks too high. */
    @Test
    void whatWasSearchedOrFetchedMayExplainAHighFee() {
        Sample dear = Sample.silent().with(Sample.charges(true, "1", "1", "1", null));

        for (int item = 0; item < 5; item++) {
            boolean tool = item >= 3;
            assertThat(codes(dear.with(eachWith(1).get(item)).build()))
                    .isEqualTo(tool ? List.of() : List.of("byok-fee-above-plan"));
        }
        assertThat(codes(dear.with(eachWith(0).get(3)).build()))
                .containsExactly("byok-fee-above-plan");
    }

    /** The id says 08:02:07 on 2025-08-20. */
    @ParameterizedTest
    @CsvSource({
        "2025-08-20T08:01:07Z, ",
        "2025-08-20T08:01:06.999Z, created-before-request",
        "2025-08-20T08:02:07Z, ",
        "2025-08-21T08:02:07Z, ",
        "2025-08-21T08:02:07.001Z, created-long-after-request"
    })
    void theIdKnowsWhenTheRequestBegan(String created, @Nullable String code) {
        Sample sample = Sample.silent().with(Sample.credits("0.5"));
        CreationTime at = CreationTime.recorded(Instant.parse(created));

        assertFinding(sample.with(at).build(), code, "id created_at", "0");
        assertFinding(sample.with(at).id("gen-undated").build(), null, null, null);
        assertFinding(
                sample.id("gen-1755676927-7WlHzIQWGoPWoKYj3Arf")
                        .with(new CreationTime(at.at(), CreationTime.Basis.RECEIPT))
                        .build(),
                null,
                null,
                null);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    provider | attempts              | found
                    Google   | Azure 429, Google 200 | false
                    Google   | Google 429, Azure 200 | true
                    Google   | Azure 200, Google 200 | false
                    Google   | Google 200, Azure 200 | true
                    Google   | ? 200                 | false
                    Reka     | Reka 499              | false
                    Reka     | Azure 499             | true
                    Reka     | Azure 500, ? 499      | false
                    Reka     | Azure ?               | true
                    Google   |                       | false
                             | Azure 200             | false
                    """)
    void theLastSuccessIsTheProviderThatAnswered(
            @Nullable String provider, @Nullable String attempts, boolean found) {
        Generation generation =
                Sample.silent()
                        .with(Sample.credits("0.5"))
                        .with(routing(provider, attempts == null ? List.of() : attempts(attempts)))
                        .build();

        assertFinding(
                generation,
                found ? "attempts-name-another-provider" : null,
                "provider_name provider_responses",
                "0");
    }

    @ParameterizedTest
    @CsvSource({
        "true, true, 200, false",
        "true, false, 200, true",
        "false, true, 200, true",
        "false, false, 200, false",
        ", true, 200, true",
        ", false, 200, false",
        "false, true, 499, true",
        "true, true, 429, false",
        "false, , 200, false"
    })
    void theAnsweringAttemptKnowsWhoseKeyWasUsed(
            @Nullable Boolean byok, @Nullable Boolean attempted, int status, boolean found) {
        Generation generation =
                Sample.silent()
                        .with(
                                Sample.charges(
                                        byok,
                                        "0.5",
                                        "0.5",
                                        byok == null || !byok ? "0.25" : "10",
                                        null))
                        .attempts(attempt(null, status, attempted))
                        .build();

        assertFinding(
                generation,
                found ? "attempts-contradict-byok" : null,
                "is_byok provider_responses",
                byok == null || !byok ? "0.25" : "10");
    }

    /** By the record nothing is odd; by a contract without a price for it, its spend is unknown. */
    @Test
    void judgesTheSpendByTheCallersRule() {
        Generation generation =
                Sample.silent().with(Sample.charges(true, "0.1", null, "10", null)).build();
        Expectations unpriced =
                Expectations.STANDARD.withSpendRule(
                        SpendRule.pricingByok(byok -> Optional.empty()));

        assertThat(codes(generation)).isEmpty();
        assertThat(Assessment.of(generation, unpriced).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("spend-unknown");
                    assertThat(finding.evidence())
                            .containsExactly(
                                    MetadataField.MODEL,
                                    MetadataField.PROVIDER_NAME,
                                    MetadataField.IS_BYOK);
                    assertThat(finding.atStake()).isEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({
        "amount-finer-than-ledger, 0.0000000000001",
        "cached-exceeds-prompt,    3.5000000000001",
        "replay-charged,           3.5000000000001",
        "record-for-another-id,    3.5000000000001"
    })
    void theStakeIsTheSpendByTheCallersRule(String code, String atStake) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(true, "0.5", null, "10", null))
                        .with(NativeTokens.of(1, 1).withCached(2))
                        .with(Lineage.UNREPORTED.withResponseCacheSource("gen-1"))
                        .build();
        UsdAmount contract = UsdAmount.of("3.0000000000001");
        Expectations expectations =
                Expectations.STANDARD
                        .withSpendRule(SpendRule.pricingByok(byok -> Optional.of(contract)))
                        .withRequested(Optional.of(new GenerationId("gen-another")));

        assertThat(Assessment.of(generation, expectations).findings())
                .filteredOn(finding -> finding.code().equals(code))
                .singleElement()
                .satisfies(
                        finding -> assertThat(finding.atStake()).contains(UsdAmount.of(atStake)));
    }

    @Test
    void aRecordBelongsToTheRequestedId() {
        Generation generation = Sample.silent().with(Sample.credits("0.5")).build();
        GenerationId another = new GenerationId("gen-another");

        assertThat(
                        Assessment.of(
                                        generation,
                                        Expectations.STANDARD.withRequested(Optional.of(another)))
                                .findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("record-for-another-id");
                    assertThat(finding.evidence()).containsExactly(MetadataField.ID);
                    assertThat(finding.atStake()).contains(UsdAmount.of("0.5"));
                });
        assertThat(
                        Assessment.of(
                                        generation,
                                        Expectations.STANDARD.withRequested(
                                                Optional.of(generation.id())))
                                .findings())
                .isEmpty();
    }

    @Test
    void everythingButTheRecordIsProvisional() {
        for (DocumentKind kind : DocumentKind.values()) {
            Generation generation =
                    Sample.silent()
                            .with(Sample.credits("0.5"))
                            .with(new DocumentShape(kind, Set.of(), Map.of()))
                            .build();

            boolean isRecord = kind == DocumentKind.METADATA;
            assertFinding(
                    generation,
                    isRecord ? null : "provisional-amounts",
                    isRecord ? null : "usage",
                    isRecord ? null : "0");
            assertThat(kind.mayIncludeWorkers()).isEqualTo(!isRecord);
        }
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    api_type    | is_byok | usage | cancelled | finish | status | engine | code
                    image       | false   | 0.1   | true      |        | 200    |        | failed-image-charged
                    image       | false   | 0.1   | false     | error  | 200    |        | failed-image-charged
                    image       | false   | 0.1   | false     |        | 499    |        | failed-image-charged
                    image       | false   | 0.1   | false     |        | 200    |        |
                    image       | false   | 0     | true      |        | 200    |        |
                    image       | true    | 0.1   | true      |        | 200    |        |
                    image       | false   | 0.1   | true      |        | 200    | exa    |
                    tts         | false   | 0.1   | true      |        | 200    |        |
                    video       | false   | 0.1   | true      |        | 200    |        |
                    completions | false   | 0.1   | true      |        | 200    |        |
                    """)
    void anImageIsBilledAllOrNothing(
            String apiType,
            boolean byok,
            String usage,
            boolean cancelled,
            @Nullable String finish,
            int status,
            @Nullable String engine,
            @Nullable String code) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(byok, usage, usage, "2", null))
                        .with(
                                new Completion(
                                        Optional.of(new ApiType(apiType)),
                                        Optional.empty(),
                                        Optional.of(cancelled),
                                        Optional.ofNullable(finish).map(FinishReason::new),
                                        Optional.empty()))
                        .with(
                                searching(engine)
                                        .withAttempts(
                                                ProviderAttempt.of("Azure", status).withByok(byok)))
                        .build();

        assertOneOf(
                generation,
                "failed-image-charged",
                code,
                "usage api_type finish_reason cancelled",
                usage);
    }

    /** Fees of tools are credits, too, so a charge that they may explain is no finding. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    usage.cost_details.server_tool_cost | 0.002                      | true
                    usage.cost_details.server_tool_cost | 0.0                        | false
                    usage.cost_details.server_tool_cost | null                       | false
                    usage.server_tool_use_details       | {"web_search_requests":2}  | true
                    usage.server_tool_use_details       | {"web_search_requests":0}  | false
                    server_tool_use                     | {"web_search_requests":1}  | true
                    cost_web_search                     | "0.005"                    | true
                    cost_file_processing                | "0.01"                     | true
                    usage.prompt_tokens_details.audio_tokens | 7                     | false
                    """)
    void aChargeForToolsExplainsACharge(String field, String json, boolean explains) {
        Sample free =
                Sample.silent()
                        .model("a/b:free")
                        .with(Sample.credits("0.002"))
                        .with(
                                new DocumentShape(
                                        DocumentKind.METADATA, Set.of(), Map.of(field, json)));
        Sample byok = free.with(Sample.charges(true, "0.002", null, "0.01", null));

        assertThat(codes(byok.build()).contains("byok-fee-above-plan")).isEqualTo(!explains);
        assertThat(codes(free.with(Sample.credits("0.002")).build()))
                .isEqualTo(explains ? List.of() : List.of("free-variant-charged"));
    }

    /** That one count is a part of another is known of text only. */
    @ParameterizedTest
    @CsvSource({"completions, true", ", true", "embeddings, false", "decisions, false"})
    void tokensOfOtherKindsAreNotCompared(@Nullable String apiType, boolean compares) {
        Completion completion =
                apiType == null
                        ? Completion.UNREPORTED
                        : Completion.UNREPORTED.withApiType(apiType);
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(false, "0.5", "0.5", null, "0"))
                        .with(completion.withFinishReason(FinishReason.STOP))
                        .with(NativeTokens.of(1, 1).withCached(2).withReasoning(2))
                        .build();

        assertThat(codes(generation))
                .isEqualTo(
                        compares
                                ? List.of("cached-exceeds-prompt", "reasoning-exceeds-completion")
                                : List.of());
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    created              | allowance  | fee  | earlier | counted | code
                    2026-09-20T12:00:00Z | 25000USD   | 0.05 | 24999   | true    | byok-fee-within-allowance
                    2026-09-20T12:00:00Z | 25000USD   | 0.05 | 24999.1 | true    |
                    2026-09-20T12:00:00Z | 25000USD   | 0    | 1       | true    |
                    2026-09-20T12:00:00Z | 25000USD   | 0.05 | 1       | false   |
                    2026-09-20T12:00:00Z | 0USD       | 0.05 | 1       | true    |
                    2026-09-20T12:00:00Z | 2req       | 0.05 | 99999   | true    | byok-fee-within-allowance
                    2026-09-20T12:00:00Z | 1req       | 0.05 | 99999   | true    |
                    2026-08-20T12:00:00Z | 25000USD   | 0.05 | 1       | true    |
                    2026-08-05T12:00:00Z | 25000USD   | 0.05 | 1       | true    |
                    2026-08-05T12:00:00Z | 25000USD   | 0.9  | 1       | true    |
                    2026-08-05T12:00:00Z | 9req       | 0.05 | 1       | true    | byok-fee-within-allowance
                    2025-09-20T12:00:00Z | 25000USD   | 0.05 | 1       | true    |
                    """)
    void aFeeWithinTheAllowanceIsOddAsFarAsTheLedgerKnows(
            Instant created,
            String allowance,
            String fee,
            String earlier,
            boolean counted,
            @Nullable String code) {
        Generation generation =
                Sample.silent()
                        .id("gen-1")
                        .with(CreationTime.recorded(created))
                        .with(Sample.charges(true, fee, fee, "1", null))
                        .build();
        LocalDate day = LocalDate.ofInstant(created, ZoneOffset.UTC);
        AllowanceUse use =
                AllowanceUse.NONE
                        .plus(day.minusDays(1), new ByokUsage(1, UsdAmount.of(earlier), 0))
                        .plus(day, new ByokUsage(1, UsdAmount.of("1"), 0))
                        .plus(day.plusDays(1), new ByokUsage(1_000_000, UsdAmount.of("99999"), 0));
        Expectations plain =
                Expectations.STANDARD.withPlans(
                        PlanHistory.withAllowance(Allowance.parse(allowance)));

        assertThat(
                        Assessment.of(generation, counted ? plain.withAllowanceUse(use) : plain)
                                .findings())
                .extracting(finding -> finding.code() + " " + finding.atStake().orElseThrow())
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code + " " + fee));
    }

    @Test
    void findsOnlyTheChargedReplayInACompleteRecord() {
        assertThat(codes(Sample.complete().build())).containsExactly("replay-charged");
    }

    @Test
    void aDocumentIsUnreadableWithoutAnyGeneration() {
        assertThat(StandardFindings.DOCUMENT_UNREADABLE.finding(Set.of(), Optional.empty()))
                .isEqualTo(
                        new Finding(
                                "document-unreadable",
                                Severity.ERROR,
                                StandardFindings.DOCUMENT_UNREADABLE.sentence(),
                                Set.of(),
                                Optional.empty()));
    }

    @Test
    void listsItsEvidenceInTheOrderOfTheFields() {
        Finding finding =
                new Finding(
                        "code",
                        Severity.INFO,
                        "sentence",
                        Set.of(
                                MetadataField.CACHE_DISCOUNT,
                                MetadataField.ID,
                                MetadataField.USAGE,
                                MetadataField.MODEL),
                        Optional.empty());

        assertThat(finding.evidence())
                .containsExactly(
                        MetadataField.ID,
                        MetadataField.MODEL,
                        MetadataField.USAGE,
                        MetadataField.CACHE_DISCOUNT);
    }

    @Test
    void whatIsAtStakeIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Finding(
                                "code",
                                Severity.INFO,
                                "sentence",
                                Set.of(),
                                Optional.of(UsdAmount.of("-1"))))
                .withMessage("an amount at stake is zero or more, not -1");
    }

    private static void assertFinding(
            Generation generation,
            @Nullable String code,
            @Nullable String evidence,
            @Nullable String atStake) {
        List<Finding> findings = Assessment.of(generation).findings();
        assertThat(findings)
                .extracting(Finding::code)
                .isEqualTo(code == null ? List.of() : List.of(code));
        if (code != null) {
            assertThat(findings.get(0).evidence()).isEqualTo(fields(String.valueOf(evidence)));
            assertThat(findings.get(0).atStake())
                    .isEqualTo(Optional.ofNullable(atStake).map(UsdAmount::of));
            assertThat(findings.get(0).sentence()).isNotBlank().doesNotEndWith(".");
        }
    }

    /** The findings of one code among all. */
    private static void assertOneOf(
            Generation generation,
            String code,
            @Nullable String expected,
            String evidence,
            @Nullable String atStake) {
        List<Finding> findings =
                Assessment.of(generation).findings().stream()
                        .filter(finding -> finding.code().equals(code))
                        .toList();
        if (expected == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings)
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.evidence()).isEqualTo(fields(evidence));
                    assertThat(finding.atStake())
                            .isEqualTo(Optional.ofNullable(atStake).map(UsdAmount::of));
                });
    }

    private static List<String> codes(Generation generation) {
        return Assessment.of(generation).findings().stream().map(Finding::code).toList();
    }

    /** The same count of one kind of item after the other; tools last. */
    private static List<MediaUsage> eachWith(long count) {
        Optional<ItemCount> some = Optional.of(new ItemCount(count));
        Optional<ItemCount> none = Optional.empty();
        return List.of(
                new MediaUsage(some, none, none, none, none),
                new MediaUsage(none, some, none, none, none),
                new MediaUsage(none, none, some, none, none),
                new MediaUsage(none, none, none, some, none),
                new MediaUsage(none, none, none, none, some));
    }

    private static Routing searching(@Nullable String engine) {
        return new Routing(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(engine).map(WebSearchEngine::new),
                List.of());
    }

    private static Routing routing(@Nullable String provider, List<ProviderAttempt> attempts) {
        return new Routing(
                Optional.empty(),
                Optional.ofNullable(provider).map(ProviderName::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                attempts);
    }

    private static List<ProviderAttempt> attempts(String text) {
        return Arrays.stream(text.split(", ", -1))
                .map(each -> each.split(" ", -1))
                .map(words ->
                        attempt(
                                words[0].equals("?") ? null : words[0],
                                words[1].equals("?") ? null : Integer.valueOf(words[1]),
                                null))
                .toList();
    }

    private static ProviderAttempt attempt(
            @Nullable String provider, @Nullable Integer status, @Nullable Boolean byok) {
        return new ProviderAttempt(
                Optional.ofNullable(provider).map(ProviderName::new),
                Optional.ofNullable(status),
                Optional.of(Duration.ofMillis(1)),
                Optional.ofNullable(byok),
                Optional.of(new ModelSlug("a/b")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Set<MetadataField> fields(String wireNames) {
        Set<MetadataField> fields = EnumSet.noneOf(MetadataField.class);
        Arrays.stream(wireNames.split(" ", -1))
                .map(name -> MetadataField.valueOf(name.toUpperCase(Locale.ROOT)))
                .forEach(fields::add);
        return fields;
    }

    private static Optional<TokenCount> count(@Nullable Long value) {
        return Optional.ofNullable(value).map(TokenCount::new);
    }
}
