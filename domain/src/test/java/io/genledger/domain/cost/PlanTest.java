package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.money.Percentage;
import io.genledger.domain.money.UsdAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanTest {

    @Test
    void theStandardIsFivePercentAfterAMillionRequests() {
        assertThat(Plan.STANDARD).isEqualTo(new Plan(Percentage.of("5"), 1_000_000));
        assertThat(Plan.UNTIL_OCTOBER_2025).isEqualTo(new Plan(Percentage.of("5"), 0));
    }

    /** The fees of contract.md's own-key vectors. */
    @ParameterizedTest
    @CsvSource({
        "5, 0.0065, 0.000325",
        "5, 0.00141858, 0.000070929",
        "5.5, 0.02, 0.0011",
        "0, 0.0065, 0"
    })
    void theFeeIsAShareOfTheUpstreamCost(String percent, String upstream, String fee) {
        Plan plan = new Plan(Percentage.of(percent), 0);

        assertThat(plan.highestFeeOn(UsdAmount.of(upstream))).isEqualTo(UsdAmount.of(fee));
    }

    @ParameterizedTest
    @CsvSource({"5, 1, true", "5, 0, false", "0, 0, true", "0, 1, true"})
    void anAllowanceOrNoFeeAtAllMayWaiveIt(String percent, long free, boolean waived) {
        assertThat(new Plan(Percentage.of(percent), free).mayWaiveTheFee()).isEqualTo(waived);
    }

    @Test
    void aNegativeAllowanceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Plan(Percentage.ZERO, -1))
                .withMessage("free own-key requests are 0 or more, not -1");
    }
}
