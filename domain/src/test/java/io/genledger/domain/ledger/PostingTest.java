package io.genledger.domain.ledger;

import static io.genledger.domain.sample.Sample.charges;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.sample.Sample;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingTest {

    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage         | upstream      | discount       | spend    | credits  | fee      | byok    | cache
                    false   | 0.205218      | 0             |                | 0.205218 | 0.205218 | 0        | 0       |
                    true    | 0.000325      | 0.0065        | 0.001          | 0.006825 | 0.000325 | 0.000325 | 0.0065  | 0.001
                    true    | 0.000325      |               |                |          | 0.000325 | 0.000325 |         |
                    true    |               | 0.0065        |                |          |          |          | 0.0065  |
                    false   |               |               | -0.02507625    |          |          | 0        | 0       | -0.02507625
                    false   | 2.5e-12       |               | -1.5e-12       | 2e-12    | 2e-12    | 0        | 0       | -2e-12
                    true    | 0.4e-12       | 0.4e-12       |                | 0        | 0        | 0        | 0       |
                    true    | 0.6e-12       | 0.6e-12       |                | 2e-12    | 1e-12    | 1e-12    | 1e-12   |
                    true    | 1.5e-12       | 2.5e-12       |                | 4e-12    | 2e-12    | 2e-12    | 2e-12   |
                    """)
    void roundsThePartsHalfEvenAndNeverTheirSum(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            @Nullable String discount,
            @Nullable String spend,
            @Nullable String credits,
            @Nullable String fee,
            @Nullable String byokUpstream,
            @Nullable String cache) {
        Posting posting =
                Posting.of(
                        Sample.silent()
                                .with(charges(byok, usage, null, upstream, discount))
                                .build());

        assertThat(posting)
                .isEqualTo(
                        new Posting(
                                amount(spend),
                                amount(credits),
                                amount(fee),
                                amount(byokUpstream),
                                amount(cache)));
    }

    @Test
    void postsWhatTheSpendRuleSays() {
        SpendRule half =
                SpendRule.pricingByok(byok ->
                        byok.charges()
                                .upstreamInferenceCost()
                                .map(list -> list.times(new BigDecimal("0.5"))));
        Generation generation =
                Sample.silent().with(charges(true, "0.25", null, "3", "0.125")).build();

        assertThat(Posting.of(generation, half))
                .isEqualTo(
                        new Posting(
                                amount("1.75"),
                                amount("0.25"),
                                amount("0.25"),
                                amount("1.5"),
                                amount("0.125")));
    }

    /** A rule may also say that nothing of a record counts. */
    @Test
    void takesNoAmountPastTheSpendRule() {
        SpendRule free =
                generation ->
                        new Spend.Known(
                                BillingMode.CREDITS,
                                UsdAmount.ZERO,
                                UsdAmount.ZERO,
                                Optional.empty());

        assertThat(Posting.of(Sample.complete().build(), free))
                .isEqualTo(
                        new Posting(
                                amount("0"), amount("0"), amount("0"), amount("0"), amount(null)));
    }

    private static Optional<UsdAmount> amount(@Nullable String text) {
        return Optional.ofNullable(text).map(UsdAmount::of);
    }
}
