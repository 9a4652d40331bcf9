package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioTest {

    @ParameterizedTest
    @CsvSource({"2, 4, 1/2", "-2, 4, -1/2", "2, -4, -1/2", "-2, -4, 1/2", "0, 7, 0/1", "6, 3, 2/1"})
    void oneFractionHasOneRepresentation(long numerator, long denominator, String shown) {
        assertThat(ratio(numerator, denominator)).hasToString(shown);
    }

    @Test
    void nothingIsDividedByZero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ratio(1, 0))
                .withMessage("the denominator of a fraction must not be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(UsdAmount.of("1"), UsdAmount.ZERO));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ratio.of(new TokenCount(1), Duration.ZERO));
    }

    @Test
    void dividesWhatBelongsTogether() {
        assertThat(Ratio.of(UsdAmount.of("0.001"), UsdAmount.of("0.04"))).isEqualTo(ratio(1, 40));
        assertThat(Ratio.of(UsdAmount.of("0.04"), UsdAmount.of("0.001"))).isEqualTo(ratio(40, 1));
        assertThat(Ratio.of(UsdAmount.of("0.5"), new TokenCount(3))).isEqualTo(ratio(1, 6));
        assertThat(Ratio.of(new TokenCount(3), new TokenCount(12))).isEqualTo(ratio(1, 4));
        assertThat(Ratio.of(new TokenCount(3), Duration.ofMillis(1500))).isEqualTo(ratio(2, 1));
        assertThat(Ratio.of(Duration.ofNanos(1), Duration.ofSeconds(2)))
                .isEqualTo(ratio(1, 2_000_000_000L));
    }

    @ParameterizedTest
    @CsvSource({
        "1, 3, 4, HALF_EVEN, 0.3333, 33.3333",
        "2, 3, 2, HALF_EVEN, 0.67, 66.67",
        "2, 3, 2, DOWN, 0.66, 66.66",
        "1, 1, 0, UNNECESSARY, 1, 100",
        "-1, 8, 2, HALF_EVEN, -0.12, -12.50"
    })
    void isRoundedByTheCaller(
            long numerator,
            long denominator,
            int decimals,
            RoundingMode rounding,
            String rounded,
            String percent) {
        Ratio ratio = ratio(numerator, denominator);

        assertThat(ratio.rounded(decimals, rounding)).isEqualTo(new BigDecimal(rounded));
        assertThat(ratio.percent(decimals, rounding)).isEqualTo(new BigDecimal(percent));
    }

    @Test
    void isOrderedBySize() {
        assertThat(ratio(1, 3)).isLessThan(ratio(1, 2)).isGreaterThan(ratio(-1, 2));
        assertThat(ratio(2, 6).compareTo(ratio(1, 3))).isZero();
    }

    private static Ratio ratio(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
