package io.genledger.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsdAmountTest {

    private static final String LARGEST = "9".repeat(30);
    private static final String SMALLEST = "0." + "0".repeat(63) + "1";

    @ParameterizedTest
    @CsvSource({
        "1.50, 1.5",
        "0.000, 0",
        "-0, 0",
        "0E+5, 0",
        "0E-999999999, 0",
        "6e-8, 0.00000006",
        "3E-7, 0.0000003",
        "1E2, 100",
        "100.00, 100",
        "-2.50e-3, -0.0025",
        "0.0018599999999999999, 0.0018599999999999999"
    })
    void spellingDoesNotAffectEquality(String one, String other) {
        assertThat(UsdAmount.of(one)).isEqualTo(UsdAmount.of(other));
        assertThat(UsdAmount.of(one)).hasSameHashCodeAs(UsdAmount.of(other));
        assertThat(UsdAmount.of(one)).hasToString(other);
        assertThat(UsdAmount.of(one)).isEqualByComparingTo(UsdAmount.of(other));
    }

    @Test
    void theSmallestDifferenceMakesTwoAmounts() {
        assertThat(UsdAmount.of("0.0018599999999999999")).isNotEqualTo(UsdAmount.of("0.00186"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "1,5", "$1", "0x10", "1.5 ", "NaN", "Infinity", "1_000"})
    void refusesWhatIsNoDecimalNumber(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.of(text))
                .withMessage("not a decimal number: '" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1E999999999",
                "1E-999999999",
                "-1E999999999",
                "100E2147483647",
                "1E2147483647",
                "1E-2147483647",
                "99999999999E-2147483647",
                "1E9999999999999999",
                "1E30",
                "1E-65"
            })
    void refusesHostileExponentsAtOnce(String text) {
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThatIllegalArgumentException().isThrownBy(() -> UsdAmount.of(text)));
    }

    @Test
    void refusesEndlessDigitsUnread() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.of("1".repeat(10_000_000)))
                .withMessageContaining("200 characters");
    }

    @Test
    void refusesHostileScalesInEveryWayIn() {
        BigDecimal huge = new BigDecimal(BigInteger.TEN, Integer.MIN_VALUE);
        assertThatIllegalArgumentException().isThrownBy(() -> new UsdAmount(huge));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.ofUnits(BigInteger.TEN, Integer.MIN_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.ofUnits(BigInteger.ONE, Integer.MAX_VALUE));
    }

    @Test
    void reachesFromItsSmallestToItsLargest() {
        assertThat(UsdAmount.of(LARGEST)).hasToString(LARGEST);
        assertThat(UsdAmount.of(SMALLEST)).hasToString(SMALLEST);
        assertThat(UsdAmount.of(LARGEST).plus(UsdAmount.of(SMALLEST)).decimals()).isEqualTo(64);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.of(LARGEST).plus(UsdAmount.of("1")))
                .withMessage("an amount has at most 30 digits before the point");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.of(SMALLEST + "1"))
                .withMessage("an amount has at most 64 decimals, not 65");
    }

    @Test
    void addsTinyAmountsExactly() {
        UsdAmount sum = UsdAmount.ZERO;
        for (int i = 0; i < 10; i++) {
            sum = sum.plus(UsdAmount.of("0.1"));
        }
        assertThat(sum).isEqualTo(UsdAmount.of("1"));
    }

    @Test
    void theOrderOfAddingDoesNotMatter() {
        long seed = 20251101;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 200; round++) {
            List<UsdAmount> amounts = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                amounts.add(anAmount(random));
            }
            UsdAmount forwards = sum(amounts);
            Collections.shuffle(amounts, new Random(random.nextLong()));
            assertThat(sum(amounts)).as("seed %d, round %d", seed, round).isEqualTo(forwards);
        }
    }

    @Test
    void takingAwayUndoesAdding() {
        long seed = 20251102;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1_000; round++) {
            UsdAmount one = anAmount(random);
            UsdAmount other = anAmount(random);
            assertThat(one.plus(other).minus(other)).as("seed %d", seed).isEqualTo(one);
            assertThat(one.minus(other)).as("seed %d", seed).isEqualTo(one.plus(other.negated()));
        }
    }

    @Test
    void itsTextReadsBackAsTheSameAmount() {
        long seed = 20251103;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1_000; round++) {
            UsdAmount amount = anAmount(random);
            assertThat(UsdAmount.of(amount.toString())).as("seed %d", seed).isEqualTo(amount);
            assertThat(amount.toString()).doesNotContain("E").doesNotContain("$");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0.00146375, 12, 1463750000",
        "-0.5, 1, -5",
        "0, 12, 0",
        "9223372036854775807, 0, 9223372036854775807",
        "9223372.036854775808, 12, 9223372036854775808",
        "1200, -2, 12"
    })
    void countsInUnitsAndBack(String text, int decimals, BigInteger units) {
        assertThat(UsdAmount.of(text).toUnits(decimals)).isEqualTo(units);
        assertThat(UsdAmount.ofUnits(units, decimals)).isEqualTo(UsdAmount.of(text));
    }

    @Test
    void doesNotRoundToUnitsUnasked() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> UsdAmount.of("0.0000000000001").toUnits(12));
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000000000005, HALF_EVEN, 0",
        "0.0000000000015, HALF_EVEN, 0.000000000002",
        "0.0000000000025, HALF_EVEN, 0.000000000002",
        "-0.0000000000015, HALF_EVEN, -0.000000000002",
        "0.0000000000011, UP, 0.000000000002",
        "0.5, HALF_EVEN, 0.5"
    })
    void roundsAsTheCallerSays(String text, RoundingMode rounding, String rounded) {
        assertThat(UsdAmount.of(text).roundedTo(12, rounding)).isEqualTo(UsdAmount.of(rounded));
    }

    @ParameterizedTest
    @CsvSource({"-0.1, -1, false, 1", "0.00, 0, true, 0", "250, 1, false, 0"})
    void knowsItsSignAndItsDecimals(String text, int signum, boolean zero, int decimals) {
        assertThat(UsdAmount.of(text).signum()).isEqualTo(signum);
        assertThat(UsdAmount.of(text).isZero()).isEqualTo(zero);
        assertThat(UsdAmount.of(text).decimals()).isEqualTo(decimals);
    }

    @Test
    void ordersByAmount() {
        assertThat(UsdAmount.of("-1")).isLessThan(UsdAmount.ZERO);
        assertThat(UsdAmount.of("0.10")).isGreaterThan(UsdAmount.of("0.09999"));
    }

    private static UsdAmount sum(List<UsdAmount> amounts) {
        return amounts.stream().reduce(UsdAmount.ZERO, UsdAmount::plus);
    }

    @Test
    void aTextIsAsLongAsNeededAndNoLonger() {
        String longest = "0".repeat(199) + "1";

        assertThat(UsdAmount.of(longest)).isEqualTo(UsdAmount.of("1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UsdAmount.of("0" + longest))
                .withMessage("an amount is written with at most 200 characters");
    }

    @ParameterizedTest
    @CsvSource({"-0.5, 0.5", "0.5, 0.5", "0, 0"})
    void theMagnitudeHasNoSign(String amount, String magnitude) {
        assertThat(UsdAmount.of(amount).magnitude()).isEqualTo(UsdAmount.of(magnitude));
    }

    private static UsdAmount anAmount(SplittableRandom random) {
        return UsdAmount.ofUnits(BigInteger.valueOf(random.nextLong()), random.nextInt(25));
    }
}
