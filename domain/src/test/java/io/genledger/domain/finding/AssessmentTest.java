package io.genledger.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.sample.Sample;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AssessmentTest {

    private static final long SEED = 20261125;

    private static final Finding DEAR =
            new Finding(
                    "dear", Severity.INFO, "dear", Set.of(MetadataField.USAGE), Optional.empty());
    private static final Finding ODD =
            new Finding("odd", Severity.ERROR, "odd", Set.of(MetadataField.ID), Optional.empty());

    private final Generation generation = Sample.silent().with(Sample.credits("-1e-13")).build();

    @Test
    void assessesByOpenRoutersRuleAndTheStandardFindings() {
        Assessment assessment = Assessment.of(generation);

        assertThat(assessment.spend())
                .isEqualTo(
                        new Spend.Known(
                                BillingMode.CREDITS,
                                UsdAmount.of("-1e-13"),
                                UsdAmount.ZERO,
                                Optional.empty()));
        assertThat(assessment.zeroReason()).isEmpty();
        assertThat(assessment.findings())
                .extracting(Finding::code)
                .containsExactly("amount-finer-than-ledger", "negative-usage");
    }

    @Test
    void assessesByTheCallersOwnRules() {
        Spend free =
                new Spend.Known(
                        BillingMode.CREDITS, UsdAmount.ZERO, UsdAmount.ZERO, Optional.empty());
        Assessment assessment =
                Assessment.of(
                        generation,
                        Expectations.STANDARD.withSpendRule(any -> free),
                        List.of(
                                (each, expected) -> Optional.of(ODD),
                                (each, expected) -> Optional.empty(),
                                (each, expected) -> Optional.of(DEAR)));

        assertThat(assessment)
                .isEqualTo(new Assessment(free, Optional.empty(), List.of(ODD, DEAR)));
    }

    @Test
    void saysWhyNothingWasCharged() {
        Generation free = Sample.silent().with(Sample.credits("0")).model("a/b:free").build();

        assertThat(Assessment.of(free).zeroReason()).contains(ZeroReason.FREE_VARIANT);
    }

    @Test
    void breaksAKnownSpendDownAndNoOther() {
        Generation known = Sample.silent().with(Sample.credits("0.5")).build();

        assertThat(Assessment.of(known).breakdown())
                .map(Breakdown::total)
                .contains(UsdAmount.of("0.5"));
        assertThat(Assessment.of(Sample.silent().build()).breakdown()).isEmpty();
    }

    @Test
    void holdsTheRecordAgainstWhatTheCallerKnows() {
        Generation byok =
                Sample.silent().with(Sample.charges(true, "0.4", "0.4", "4", null)).build();
        Plan dear = new Plan(FeeRate.of("10"), Allowance.Requests.NONE);

        assertThat(Assessment.of(byok).findings())
                .extracting(Finding::code)
                .containsExactly("byok-fee-above-plan");
        assertThat(
                        Assessment.of(
                                        byok,
                                        Expectations.STANDARD.withPlans(PlanHistory.always(dear)))
                                .findings())
                .isEmpty();
    }

    /** A finding never refuses a record: any amounts can be assessed. */
    @Test
    void assessesAnyAmountUnderAnyPlan() {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 2_000; round++) {
            Generation any =
                    Sample.silent()
                            .with(
                                    new Charges(
                                            Optional.of(random.nextBoolean()),
                                            amount(random),
                                            amount(random),
                                            amount(random),
                                            amount(random)))
                            .build();
            Plan plan =
                    new Plan(
                            new FeeRate(BigDecimal.valueOf(random.nextInt(100_000_001), 6)),
                            new Allowance.Requests(random.nextInt(2)));

            assertThat(
                            Assessment.of(
                                            any,
                                            Expectations.STANDARD.withPlans(
                                                    PlanHistory.always(plan)))
                                    .spend())
                    .as("seed %d, %s", SEED, any.charges())
                    .isNotNull();
        }
    }

    private static Optional<UsdAmount> amount(SplittableRandom random) {
        return random.nextInt(5) == 0
                ? Optional.empty()
                : Optional.of(
                        UsdAmount.ofUnits(
                                BigInteger.valueOf(random.nextLong(-1_000_000, 1_000_000)),
                                random.nextInt(UsdAmount.MAX_DECIMALS + 1)));
    }

    @Test
    void findingsAreImmutable() {
        List<Finding> findings = new ArrayList<>(List.of(DEAR));
        Assessment assessment =
                new Assessment(
                        new Spend.Unknown(
                                Spend.Reason.NO_CHARGE_STATED,
                                BillingMode.CREDITS,
                                Optional.empty(),
                                Optional.empty()),
                        Optional.empty(),
                        findings);
        findings.clear();

        assertThat(assessment.findings()).containsExactly(DEAR);
    }
}
