package io.genledger.domain.money;

import static io.genledger.domain.sample.Sample.charges;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.sample.Sample;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChargesTest {

    @ParameterizedTest
    @CsvSource({"true, BYOK", "false, CREDITS", ", CREDITS"})
    void onlyTheByokFlagDecidesWhoBills(@Nullable Boolean byok, BillingMode mode) {
        assertThat(charges(byok, "0", "0", "0.5", null).billingMode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.3, 0.2", "0.2, , 0.2", ", 0.3, 0.3", ", , "})
    void totalCostStandsInForUsageThatWasNotReported(
            @Nullable String usage, @Nullable String totalCost, @Nullable String credits) {
        assertThat(charges(false, usage, totalCost, null, null).credits())
                .isEqualTo(Optional.ofNullable(credits).map(UsdAmount::of));
    }

    @Test
    void zeroIsNotTheSameAsUnreported() {
        assertThat(charges(false, "0", null, null, null))
                .isNotEqualTo(charges(false, null, null, null, null));
        assertThat(Charges.UNREPORTED.credits()).isEmpty();
    }

    @Test
    void areMadeFromWhatABillStates() {
        UsdAmount fee = UsdAmount.of("0.000325");
        UsdAmount upstream = UsdAmount.of("0.0065");

        assertThat(Charges.ofCredits(fee))
                .isEqualTo(Sample.charges(false, "0.000325", "0.000325", null, null));
        assertThat(Charges.ofByok(fee, upstream).withCacheDiscount(fee))
                .isEqualTo(Sample.charges(true, "0.000325", "0.000325", "0.0065", "0.000325"));
    }
}
