package io.genledger.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeeRateTest {

    @ParameterizedTest
    @CsvSource({
        "5, 0.00141858, 0.000070929",
        "5.5, 1, 0.055",
        "100, -0.5, -0.5",
        "0, 12, 0",
        "1e-3, 1, 0.00001"
    })
    void takesItsShareToTheLastDigit(String percent, String amount, String share) {
        assertThat(FeeRate.of(percent).of(new BigDecimal(amount))).isEqualByComparingTo(share);
    }

    @Test
    void trailingZerosCarryNoMeaning() {
        assertThat(FeeRate.of("5.00")).isEqualTo(FeeRate.of("5"));
        assertThat(FeeRate.of("0.00")).isEqualTo(FeeRate.ZERO);
        assertThat(FeeRate.of("1e2")).hasToString("100%");
        assertThat(FeeRate.of("5.50")).hasToString("5.5%");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.001", "100.001", "1e9"})
    void isBetweenNothingAndAll(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeeRate.of(text))
                .withMessageStartingWith("a percentage is 0 to 100, not ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "five", "5%"})
    void isADecimalNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeeRate.of(text))
                .withMessage("not a decimal number: '" + text + "'");
    }

    @Test
    void isNoFinerThanAPlan() {
        assertThat(FeeRate.of("0.000001")).hasToString("0.000001%");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeeRate.of("1e-7"))
                .withMessage("a percentage has at most 6 decimals, not 7");
    }

    @Test
    void isOrderedBySize() {
        assertThat(FeeRate.of("10")).isGreaterThan(FeeRate.of("9.5"));
        assertThat(FeeRate.of("5").compareTo(FeeRate.of("5.0"))).isZero();
    }
}
