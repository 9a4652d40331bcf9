package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @Test
    void theStandardIsFivePercentAfterAMillionRequests() {
        assertThat(Plan.STANDARD).isEqualTo(new Plan(FeeRate.of("5"), 1_000_000));
        assertThat(Plan.UNTIL_OCTOBER_2025).isEqualTo(new Plan(FeeRate.of("5"), 0));
    }

    /** The vectors of OPENROUTER.md §5.3, and fees just above them. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.000325, 0.0065, 0",
        "5, 0.000070929, 0.00141858, 0",
        "5, 0.000070930, 0.00141858, 0.000000001",
        "5, 0.0000709290000000000001, 0.00141858, 0",
        "5, 0.000070929000000001, 0.00141858, 0",
        "5.5, 0.0021, 0.02, 0.001",
        "0, 0.01, 0.0065, 0.01",
        "5, 0, 0.0065, -0.000325",
        "5, 0, 1.23e-62, 0"
    })
    void knowsByHowMuchAFeeIsTooHigh(String percent, String fee, String upstream, String excess) {
        Plan plan = new Plan(FeeRate.of(percent), 0);

        assertThat(plan.excessOf(UsdAmount.of(fee), UsdAmount.of(upstream)))
                .isEqualTo(UsdAmount.of(excess));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, true", "5, 0.1, false", "0, 0.1, true"})
    void isFreeOnNothingAndWithoutAPercentage(String percent, String upstream, boolean free) {
        Plan plan = new Plan(FeeRate.of(percent), 0);

        assertThat(plan.isFreeOn(UsdAmount.of(upstream))).isEqualTo(free);
    }

    @Test
    void anAllowanceIsOneRequestOrMore() {
        assertThat(new Plan(FeeRate.ZERO, 1).hasAllowance()).isTrue();
        assertThat(new Plan(FeeRate.ZERO, 0).hasAllowance()).isFalse();
    }

    /** The allowance came on 2025-10-01. */
    @ParameterizedTest
    @CsvSource({"2025-09-30T23:59:59.999Z, 0", "2025-10-01T00:00:00Z, 1000000"})
    void theStandardPlanChangedOnce(Instant moment, long freeRequests) {
        assertThat(PlanHistory.STANDARD.at(moment).byokAllowance()).isEqualTo(freeRequests);
        assertThat(PlanHistory.always(Plan.STANDARD).at(moment)).isEqualTo(Plan.STANDARD);
    }

    @Test
    void aNegativeAllowanceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(FeeRate.ZERO, -1))
                .withMessage("an allowance of BYOK calls is 0 or more, not -1");
    }

    @Test
    void theFirstPlanAppliesBeforeItsBeginningToo() {
        Plan first = new Plan(FeeRate.ZERO, 0);
        Instant since = Instant.parse("2025-01-01T00:00:00Z");
        PlanHistory history = new PlanHistory(new TreeMap<>(Map.of(since, first)));

        assertThat(history.at(since.minusSeconds(1))).isEqualTo(first);
    }

    @Test
    void aHistoryHasAPlan() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanHistory(new TreeMap<>()));
    }
}
