package io.genledger.app.cli.render;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0                    | 0
                    999                  | 999
                    1000                 | 1,000
                    -999                 | -999
                    -1000                | -1,000
                    -123456              | -123,456
                    9223372036854775807  | 9,223,372,036,854,775,807
                    -9223372036854775808 | -9,223,372,036,854,775,808
                    """)
    void separatesThousandsOfACount(long value, String text) {
        assertThat(Numbers.count(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0          | 2 | 0.00
                    -0.5       | 2 | -0.50
                    1234.5     | 4 | 1,234.5000
                    -123456.75 | 2 | -123,456.75
                    1000000    | 0 | 1,000,000
                    0.000001   | 7 | 0.0000010
                    """)
    void showsAnAmountWithItsDecimals(BigDecimal amount, int decimals, String text) {
        assertThat(Numbers.amount(UsdAmount.of(amount.toPlainString()), decimals)).isEqualTo(text);
    }

    @Test
    void roundsNoAmount() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Numbers.amount(UsdAmount.of("0.005"), 2));
    }

    @Test
    void writesAmountsAsTheFormatOfJavaDoes() {
        Random random = new Random(3);
        DecimalFormat format =
                new DecimalFormat(
                        "#,##0.000000000000", DecimalFormatSymbols.getInstance(Locale.ROOT));
        for (int i = 0; i < 1000; i++) {
            BigDecimal amount =
                    BigDecimal.valueOf(random.nextLong() >> random.nextInt(64), random.nextInt(13));
            assertThat(Numbers.amount(UsdAmount.of(amount.toPlainString()), 12))
                    .isEqualTo(format.format(amount));
        }
    }
}
