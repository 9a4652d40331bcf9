package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.sample.Sample;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandardFindingsTest {

    /** Codes and severities are what scripts and dashboards rest on. */
    @Test
    void codesAndSeveritiesAreStable() {
        assertThat(StandardFindings.values())
                .extracting(rule -> String.valueOf(rule.findIn(recordWith(rule)).map(this::mark)))
                .containsExactly(
                        "Optional[amount-finer-than-ledger INFO]",
                        "Optional[total-cost-differs WARNING]",
                        "Optional[upstream-exceeds-credits WARNING]",
                        "Optional[negative-usage WARNING]",
                        "Optional[cached-exceeds-prompt WARNING]",
                        "Optional[reasoning-exceeds-completion INFO]");
    }

    /** For each rule the record that just triggers it, and the one that just does not. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage           | total_cost | upstream | discount        | code                     | evidence
                    false   | 0.0000000000001 |            |          |                 | amount-finer-than-ledger | usage
                    false   | 0.000000000001  |            |          |                 |                          |
                    false   |                 | 1.1e-13    |          |                 | amount-finer-than-ledger | total_cost
                    true    | 0               |            | 1e-13    |                 | amount-finer-than-ledger | upstream_inference_cost
                    false   | 0               |            |          | -0.0000000000001| amount-finer-than-ledger | cache_discount
                    false   | 1e-13           | 1e-13      | 1e-13    | 1e-13           | amount-finer-than-ledger | usage total_cost upstream_inference_cost cache_discount
                    false   | 0.0015          | 0.0016     |          |                 | total-cost-differs       | usage total_cost
                    false   | 0.0015          | 0.00150    |          |                 |                          |
                    false   | 0.0015          |            |          |                 |                          |
                    false   |                 | 0.0015     |          |                 |                          |
                    false   | 0.0015          | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok usage upstream_inference_cost
                            | 0.0015          | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok usage upstream_inference_cost
                            |                 | 0.0015     | 0.0016   |                 | upstream-exceeds-credits | is_byok usage upstream_inference_cost
                    false   | 0.0015          | 0.0015     | 0.0015   |                 |                          |
                    true    | 0.0015          | 0.0015     | 0.0016   |                 |                          |
                    false   |                 |            | 0.0016   |                 |                          |
                    false   | -0.000001       | -0.000001  |          |                 | negative-usage           | usage
                    false   | 0               | 0          |          | -0.5            |                          |
                    false   |                 | -0.5       |          |                 |                          |
                    """)
    void judgesTheMoney(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            @Nullable String discount,
            @Nullable String code,
            @Nullable String evidence) {
        Generation generation =
                Sample.silent()
                        .with(Sample.charges(byok, usage, totalCost, upstream, discount))
                        .build();

        assertFinding(generation, code, evidence);
    }

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    prompt | completion | reasoning | cached | code                         | evidence
                    10     | 5          | 5         | 10     |                              |
                    10     | 5          | 5         | 11     | cached-exceeds-prompt        | native_tokens_cached native_tokens_prompt
                    10     | 5          | 6         | 10     | reasoning-exceeds-completion | native_tokens_reasoning native_tokens_completion
                           |            | 6         | 11     |                              |
                    10     | 5          |           |        |                              |
                    """)
    void judgesTheTokens(
            @Nullable Long prompt,
            @Nullable Long completion,
            @Nullable Long reasoning,
            @Nullable Long cached,
            @Nullable String code,
            @Nullable String evidence) {
        NativeTokens tokens =
                new NativeTokens(
                        count(prompt),
                        count(completion),
                        count(reasoning),
                        count(cached),
                        Optional.empty());

        assertFinding(Sample.silent().with(tokens).build(), code, evidence);
    }

    @Test
    void findsNothingInACompleteOrAnEmptyRecord() {
        assertThat(Assessment.of(Sample.complete().build()).findings()).isEmpty();
        assertThat(Assessment.of(Sample.silent().build()).findings()).isEmpty();
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
                                MetadataField.MODEL));

        assertThat(finding.evidence())
                .containsExactly(
                        MetadataField.ID,
                        MetadataField.MODEL,
                        MetadataField.USAGE,
                        MetadataField.CACHE_DISCOUNT);
    }

    private static void assertFinding(
            Generation generation, @Nullable String code, @Nullable String evidence) {
        List<Finding> findings = Assessment.of(generation).findings();
        if (code == null) {
            assertThat(findings).isEmpty();
            return;
        }
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        assertThat(findings.get(0).evidence()).isEqualTo(fields(String.valueOf(evidence)));
        assertThat(findings.get(0).sentence()).isNotBlank().doesNotEndWith(".");
    }

    private String mark(Finding finding) {
        return finding.code() + " " + finding.severity();
    }

    private static Generation recordWith(StandardFindings rule) {
        Sample sample = Sample.silent();
        return switch (rule) {
            case AMOUNT_FINER_THAN_LEDGER -> sample.with(Sample.credits("1e-13")).build();
            case TOTAL_COST_DIFFERS ->
                    sample.with(Sample.charges(false, "1", "2", null, null)).build();
            case UPSTREAM_EXCEEDS_CREDITS ->
                    sample.with(Sample.charges(false, "1", "1", "2", null)).build();
            case NEGATIVE_USAGE -> sample.with(Sample.credits("-1")).build();
            case CACHED_EXCEEDS_PROMPT, REASONING_EXCEEDS_COMPLETION ->
                    sample.with(Sample.nativeTokens(1, 1, 2, 2)).build();
        };
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
