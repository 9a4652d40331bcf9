package io.genledger.domain.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.money.UsdAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    @ParameterizedTest
    @CsvSource({
        "25000USD, 25000USD",
        "25000.00 USD, 25000USD",
        "' 0.5USD ', 0.5USD",
        "1000000req, 1000000req",
        "0007 req, 7req",
        "25000usd, 25000USD"
    })
    void isReadAsPeopleWriteIt(String text, String normal) {
        assertThat(Allowance.parse(text)).hasToString(normal);
        assertThat(Allowance.parse(normal)).isEqualTo(Allowance.parse(text));
    }

    /** A number alone could be either. */
    @ParameterizedTest
    @ValueSource(
            strings = {"", "25000", "$25000", "-1req", "-1USD", "1e3USD", "25,000USD", "1.5req"})
    void needsItsUnit(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allowance.parse(text))
                .withMessageContaining("no allowance '" + text + "': expected")
                .withMessageContaining("25000USD or 1000000req");
    }

    @Test
    void isNotNegative() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Allowance.Requests(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance.ListPrice(UsdAmount.of("-0.01")));
    }

    @Test
    void isUsedByWhatItCounts() {
        ByokUsage usage = new ByokUsage(3, UsdAmount.of("0.0360795"), 1);

        assertThat(Allowance.parse("9req").usedBy(usage)).isEqualByComparingTo("3");
        assertThat(Allowance.parse("9USD").usedBy(usage)).isEqualByComparingTo("0.0360795");
    }
}
