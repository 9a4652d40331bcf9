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
    void thePublicPlansAreOfFivePercent() {
        assertThat(Plan.STANDARD).isEqualTo(new Plan(FeeRate.of("5"), allowance("25000USD")));
        assertThat(Plan.UNTIL_AUGUST_2026)
                .isEqualTo(new Plan(FeeRate.of("5"), allowance("1000000req")));
        assertThat(Plan.UNTIL_OCTOBER_2025)
                .isEqualTo(new Plan(FeeRate.of("5"), Allowance.Requests.NONE));
    }

    private static Allowance allowance(String text) {
        return Allowance.parse(text);
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
        Plan plan = new Plan(FeeRate.of(percent), Allowance.Requests.NONE);

        assertThat(plan.excessOf(UsdAmount.of(fee), UsdAmount.of(upstream)))
                .isEqualTo(UsdAmount.of(excess));
    }

    @ParameterizedTest
    @CsvSource({"5, 0, true", "5, 0.1, false", "0, 0.1, true"})
    void isFreeOnNothingAndWithoutAPercentage(String percent, String upstream, boolean free) {
        Plan plan = new Plan(FeeRate.of(percent), Allowance.Requests.NONE);

        assertThat(plan.isFreeOn(UsdAmount.of(upstream))).isEqualTo(free);
    }

    @ParameterizedTest
    @CsvSource({"1req, true", "0req, false", "0.01USD, true", "0USD, false"})
    void anAllowanceOfNothingIsNone(String text, boolean has) {
        assertThat(new Plan(FeeRate.ZERO, allowance(text)).hasAllowance()).isEqualTo(has);
    }

    /** Requests were free from 2025-10-01 on; an amount is documented since 2026-08-10. */
    @ParameterizedTest
    @CsvSource({
        "2025-09-30T23:59:59.999Z, 0req",
        "2025-10-01T00:00:00Z, 1000000req",
        "2026-08-09T23:59:59.999999Z, 1000000req",
        "2026-08-10T00:00:00Z, 25000USD"
    })
    void theStandardPlanChangedTwice(Instant moment, String expected) {
        assertThat(PlanHistory.STANDARD.at(moment).byokAllowance()).isEqualTo(allowance(expected));
        assertThat(PlanHistory.always(Plan.STANDARD).at(moment)).isEqualTo(Plan.STANDARD);
    }

    /** An amount stands for the one of today's plans; a number of requests for every plan. */
    @ParameterizedTest
    @CsvSource({
        "200000USD, 2025-09-30T00:00:00Z, 0req",
        "200000USD, 2026-08-09T00:00:00Z, 1000000req",
        "200000USD, 2026-08-10T00:00:00Z, 200000USD",
        "7req, 2025-09-30T00:00:00Z, 7req",
        "7req, 2026-08-10T00:00:00Z, 7req"
    })
    void anAccountsOwnAllowanceReplacesThatOfItsKind(String own, Instant moment, String expected) {
        PlanHistory history = PlanHistory.withAllowance(allowance(own));

        assertThat(history.at(moment)).isEqualTo(new Plan(FeeRate.of("5"), allowance(expected)));
        assertThat(history.withByokFee(FeeRate.of("4")).at(moment))
                .isEqualTo(new Plan(FeeRate.of("4"), allowance(expected)));
    }

    @Test
    void theFirstPlanAppliesBeforeItsBeginningToo() {
        Plan first = new Plan(FeeRate.ZERO, Allowance.Requests.NONE);
        Instant since = Instant.parse("2025-01-01T00:00:00Z");
        PlanHistory history = new PlanHistory(new TreeMap<>(Map.of(since, first)));

        assertThat(history.at(since.minusSeconds(1))).isEqualTo(first);
    }

    @Test
    void aHistoryHasAPlan() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PlanHistory(new TreeMap<>()));
    }
}
