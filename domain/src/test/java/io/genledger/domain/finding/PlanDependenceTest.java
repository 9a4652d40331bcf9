package io.genledger.domain.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.AllowanceUse;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.sample.RandomGenerations;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A ledger keeps what no plan changes, so the rules must say truly where a plan decides. */
class PlanDependenceTest {

    private static final long SEED = 20261129;

    private final RandomGenerations random = new RandomGenerations(SEED);

    @Test
    void threeRulesDependOnThePlan() {
        assertThat(StandardFindings.values())
                .filteredOn(StandardFindings::dependsOnPlan)
                .containsExactly(
                        StandardFindings.BYOK_FEE_ABOVE_PLAN,
                        StandardFindings.BYOK_FEE_WITHIN_ALLOWANCE,
                        StandardFindings.ZERO_UNEXPLAINED);
    }

    @Test
    void whatNoPlanDecidesIsFoundUnderEveryPlan() {
        for (Generation generation : random.next(4_000)) {
            Plan one = random.plan();
            Plan other = random.plan();
            for (StandardFindings rule : StandardFindings.values()) {
                if (!rule.dependsOnPlan(generation)) {
                    assertThat(find(rule, generation, one))
                            .as("%s, %s, %s or %s, seed %d", rule, generation, one, other, SEED)
                            .isEqualTo(find(rule, generation, other));
                }
            }
        }
    }

    @Test
    void aPlanDecidesForByokCallsOnlyAndByItsOwnRules() {
        Set<StandardFindings> decided = EnumSet.noneOf(StandardFindings.class);
        for (Generation generation : random.next(4_000)) {
            for (StandardFindings rule : StandardFindings.values()) {
                if (rule.dependsOnPlan(generation)) {
                    decided.add(rule);
                    assertThat(generation.charges().usedByok()).isTrue();
                    assertThat(rule.dependsOnPlan()).isTrue();
                }
            }
        }

        assertThat(decided)
                .containsExactly(
                        StandardFindings.BYOK_FEE_ABOVE_PLAN,
                        StandardFindings.BYOK_FEE_WITHIN_ALLOWANCE,
                        StandardFindings.ZERO_UNEXPLAINED);
    }

    private static Optional<Finding> find(StandardFindings rule, Generation generation, Plan plan) {
        return rule.findIn(
                generation,
                Expectations.STANDARD
                        .withPlans(PlanHistory.always(plan))
                        .withAllowanceUse(AllowanceUse.NONE));
    }
}
