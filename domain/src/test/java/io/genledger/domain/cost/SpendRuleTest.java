package io.genledger.domain.cost;

import static io.genledger.domain.sample.Sample.charges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpendRuleTest {

    /** Above: the vectors of contract.md, "What was really spent"; below: what records may lack. */
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    case                     | is_byok | usage          | total_cost | upstream       | spend
                    credit, old              | false   | 0.205218       |            | 0              | 0.205218
                    credit, new              | false   | 0.000001979964 |            | 0.000001979964 | 0.000001979964
                    byok, fee                | true    | 0.000325       |            | 0.0065         | 0.006825
                    byok, 5 %                | true    | 0.000070929    |            | 0.00141858     | 0.001489509
                    byok, free allowance     | true    | 0              |            | 0.0360795      | 0.0360795
                    credit, 2024             |         | 0.0015         |            |                | 0.0015
                    is_byok absent, upstream |         | 0.0015         |            | 0.0015         | 0.0015
                    credit, null upstream    | false   | 0.0015         | 0.0015     |                | 0.0015
                    total_cost only          | false   |                | 0.0015     | 0              | 0.0015
                    byok, total_cost only    | true    |                | 0.000325   | 0.0065         | 0.006825
                    usage over total_cost    | false   | 0.0015         | 0.0099     |                | 0.0015
                    refund                   | false   | -0.5           | -0.5       |                | -0.5
                    byok, nothing charged    | true    | 0              | 0          | 0              | 0
                    """)
    void addsUpstreamCostToOwnKeysOnly(
            String name,
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            String spend) {
        assertThat(
                        SpendRule.OPENROUTER
                                .spendOf(charges(byok, usage, totalCost, upstream, null))
                                .knownAmount())
                .as(name)
                .contains(UsdAmount.of(spend));
    }

    @ParameterizedTest
    @CsvSource({
        "true, 0, , NO_UPSTREAM_COST_STATED",
        "true, 0.000325, , NO_UPSTREAM_COST_STATED",
        "true, , , NO_UPSTREAM_COST_STATED",
        "true, , 0.0065, NO_CHARGE_STATED",
        "false, , 0.0065, NO_CHARGE_STATED",
        ", , , NO_CHARGE_STATED"
    })
    void whatIsNotStatedIsUnknownAndNotZero(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            Spend.Reason reason) {
        Spend spend = SpendRule.OPENROUTER.spendOf(charges(byok, usage, null, upstream, null));

        assertThat(spend)
                .isEqualTo(
                        new Spend.Unknown(
                                reason,
                                Boolean.TRUE.equals(byok) ? BillingMode.BYOK : BillingMode.CREDITS,
                                Optional.ofNullable(usage).map(UsdAmount::of),
                                Optional.ofNullable(upstream)
                                        .filter(any -> Boolean.TRUE.equals(byok))
                                        .map(UsdAmount::of)));
        assertThat(spend.knownAmount()).isEmpty();
    }

    /** What each of the four amounts is, apart and together. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage      | upstream | discount    | mode    | credits    | fee      | own key | spend      | without cache
                    false   | 0.2        | 0.2      |             | CREDITS | 0.2        | 0        | 0       | 0.2        |
                    false   | 0.2        | 0.2      | 0           | CREDITS | 0.2        | 0        | 0       | 0.2        | 0.2
                    true    | 0.000325   | 0.0065   |             | BYOK    | 0.000325   | 0.000325 | 0.0065  | 0.006825   |
                    true    | 0.000325   | 0.0065   | 0.001       | BYOK    | 0.000325   | 0.000325 | 0.0065  | 0.006825   | 0.007825
                    false   | 0.12915825 | 0        | -0.02507625 | CREDITS | 0.12915825 | 0        | 0       | 0.12915825 | 0.104082
                    """)
    void keepsTheFourAmountsApart(
            @Nullable Boolean byok,
            String usage,
            String upstream,
            @Nullable String discount,
            BillingMode mode,
            String credits,
            String fee,
            String byokUpstream,
            String amount,
            @Nullable String withoutCache) {
        Spend.Known known = known(charges(byok, usage, usage, upstream, discount));

        assertThat(known.mode()).isEqualTo(mode);
        assertThat(known.credits()).isEqualTo(UsdAmount.of(credits));
        assertThat(known.byokFee()).isEqualTo(UsdAmount.of(fee));
        assertThat(known.byokUpstream()).isEqualTo(UsdAmount.of(byokUpstream));
        assertThat(known.amount()).isEqualTo(UsdAmount.of(amount));
        assertThat(known.withoutCache())
                .isEqualTo(Optional.ofNullable(withoutCache).map(UsdAmount::of));
    }

    @Test
    void nothingIsBilledToAnByokThatWasNotUsed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Spend.Known(
                                BillingMode.CREDITS,
                                UsdAmount.ZERO,
                                UsdAmount.of("0.1"),
                                Optional.empty()))
                .withMessage("without an own key nothing is billed to it, not 0.1");
    }

    private static Spend.Known known(Charges charges) {
        return SpendRule.OPENROUTER
                .spendOf(charges)
                .fold(
                        known -> known,
                        unknown -> {
                            throw new AssertionError(unknown.reason().sentence());
                        });
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonIsGivenInWords(Spend.Reason reason) {
        assertThat(reason.sentence()).startsWith("the ").contains("state");
    }
}
