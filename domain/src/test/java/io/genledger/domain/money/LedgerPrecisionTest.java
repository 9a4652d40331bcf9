package io.genledger.domain.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerPrecisionTest {

    @ParameterizedTest
    @CsvSource({
        "0.000001979964, false, 0.000001979964",
        "0.0018599999999999999, true, 0.00186",
        "0.0000000000005, true, 0",
        "0.0000000000015, true, 0.000000000002",
        "-0.0000000000025, true, -0.000000000002",
        "0.0000000000010000, false, 0.000000000001"
    })
    void roundsHalfEvenToPicodollars(String amount, boolean tooFine, String posted) {
        assertThat(LedgerPrecision.isTooFine(UsdAmount.of(amount))).isEqualTo(tooFine);
        assertThat(LedgerPrecision.posted(UsdAmount.of(amount))).isEqualTo(UsdAmount.of(posted));
    }
}
