package io.genledger.domain.ledger;

import static io.genledger.domain.finding.StandardFindings.BYOK_FEE_ABOVE_PLAN;
import static io.genledger.domain.finding.StandardFindings.BYOK_FEE_WITHIN_ALLOWANCE;
import static io.genledger.domain.finding.StandardFindings.NEGATIVE_USAGE;
import static io.genledger.domain.finding.StandardFindings.RECORD_FOR_ANOTHER_ID;
import static io.genledger.domain.finding.StandardFindings.SPEND_UNKNOWN;
import static io.genledger.domain.finding.StandardFindings.TOTAL_COST_DIFFERS;
import static io.genledger.domain.finding.StandardFindings.ZERO_UNEXPLAINED;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.sample.RandomGenerations;
import io.genledger.domain.sample.Sample;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordedFindingsTest {

    private static final long SEED = 20261129;

    @Test
    void keepsEachFindingWithItsMoneyByItsBit() {
        RecordedFindings findings = findings(Sample.charges(false, "-0.25", "-0.5", null, null));

        assertThat(findings.atStake())
                .isEqualTo(
                        Map.of(
                                TOTAL_COST_DIFFERS,
                                Optional.of(UsdAmount.of("0.25")),
                                NEGATIVE_USAGE,
                                Optional.of(UsdAmount.of("0.25"))));
        assertThat(findings.bits()).isEqualTo(0b1010);
        assertThat(findings.undecidedBits()).isZero();
        assertThat(findings.rulesVersion()).isEqualTo(StandardFindings.RULES_VERSION);
        assertThat(findings.isByOlderRules()).isFalse();
    }

    @Test
    void unknownMoneyStaysUnknown() {
        assertThat(findings(Sample.charges(true, "0.1", "0.1", null, null)).atStake())
                .isEqualTo(Map.of(SPEND_UNKNOWN, Optional.empty()));
    }

    @Test
    void leavesUndecidedWhatTheAccountsPlanDecides() {
        RecordedFindings fee = findings(Sample.charges(true, "0.05", "0.05", "1", null));
        RecordedFindings zero = findings(Sample.charges(true, "0", "0", "1", null));

        assertThat(fee.atStake()).isEmpty();
        assertThat(fee.undecided()).containsExactly(BYOK_FEE_ABOVE_PLAN, BYOK_FEE_WITHIN_ALLOWANCE);
        assertThat(fee.undecidedBits()).isEqualTo((1 << 5) + (1 << 20));
        assertThat(zero.atStake()).isEmpty();
        assertThat(zero.undecided()).containsExactly(ZERO_UNEXPLAINED);
        assertThat(findings(Sample.charges(false, "0", "0", null, null)).atStake())
                .containsOnlyKeys(ZERO_UNEXPLAINED);
        assertThat(findings(Sample.charges(true, "0", "0", "0", null)).undecided()).isEmpty();
    }

    @Test
    void knowsTheRequestedId() {
        Generation generation = Sample.silent().with(Sample.credits("0.5")).build();

        assertThat(
                        LedgerEntry.of(generation, Optional.of(new GenerationId("gen-another")))
                                .findings()
                                .atStake())
                .isEqualTo(Map.of(RECORD_FOR_ANOTHER_ID, Optional.of(UsdAmount.of("0.5"))));
        assertThat(LedgerEntry.of(generation, Optional.of(generation.id())).findings().atStake())
                .isEmpty();
    }

    /** The recorded findings and the decided rules are all that the rules find. */
    @Test
    void withTheDecidedRulesTheyAreTheWholeAssessmentUnderAnyPlan() {
        RandomGenerations random = new RandomGenerations(SEED);
        for (Generation generation : random.next(3_000)) {
            Expectations expectations =
                    Expectations.STANDARD
                            .withPlans(PlanHistory.always(random.plan()))
                            .withAllowanceUse(AllowanceUse.NONE);
            RecordedFindings recorded = RecordedFindings.of(generation, Expectations.STANDARD);
            Map<StandardFindings, Optional<UsdAmount>> all = new HashMap<>(recorded.atStake());
            Map<StandardFindings, Optional<UsdAmount>> whole = new HashMap<>();
            for (StandardFindings rule : StandardFindings.values()) {
                Optional<Finding> finding = rule.findIn(generation, expectations);
                finding.ifPresent(found -> whole.put(rule, RecordedFindings.atStake(found)));
                if (recorded.undecided().contains(rule)) {
                    finding.ifPresent(found -> all.put(rule, RecordedFindings.atStake(found)));
                }
            }

            assertThat(all).as("%s, seed %d", generation, SEED).isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.000000000000000000000001, 0.000000000000000000000001",
        "0.0000000000000000000000005, 0",
        "0.0000000000000000000000015, 0.000000000000000000000002",
        "12.5, 12.5"
    })
    void moneyInQuestionHasTwentyFourDecimals(String exact, String kept) {
        Finding finding = NEGATIVE_USAGE.finding(Set.of(), Optional.of(UsdAmount.of(exact)));

        assertThat(RecordedFindings.atStake(finding)).contains(UsdAmount.of(kept));
    }

    @Test
    void findingsOfOlderRulesAreKnownAsSuch() {
        RecordedFindings older =
                new RecordedFindings(StandardFindings.RULES_VERSION - 1, Map.of(), Set.of());

        assertThat(older.isByOlderRules()).isTrue();
    }

    @Test
    void anUnreadableDocumentPutsAnUnknownAmountInQuestion() {
        assertThat(RecordedFindings.UNREADABLE.bits())
                .isEqualTo(StandardFindings.DOCUMENT_UNREADABLE.mask());
        assertThat(RecordedFindings.UNREADABLE.atStake()).containsValue(Optional.empty());
    }

    @Test
    void areImmutable() {
        Map<StandardFindings, Optional<UsdAmount>> atStake = new HashMap<>();
        Set<StandardFindings> undecided = EnumSet.noneOf(StandardFindings.class);
        RecordedFindings none = new RecordedFindings(1, atStake, undecided);
        atStake.put(NEGATIVE_USAGE, Optional.empty());
        undecided.add(BYOK_FEE_ABOVE_PLAN);

        assertThat(none.bits() + none.undecidedBits()).isZero();
    }

    private static RecordedFindings findings(Charges charges) {
        return LedgerEntry.of(Sample.silent().with(charges).build()).findings();
    }
}
