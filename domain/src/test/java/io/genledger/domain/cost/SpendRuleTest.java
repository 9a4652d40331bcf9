package io.genledger.domain.cost;

import static io.genledger.domain.sample.Sample.charges;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.money.BillingMode;
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

        assertThat(spend).isEqualTo(new Spend.Unknown(reason));
        assertThat(spend.knownAmount()).isEmpty();
    }

    @Test
    void keepsWhoBilledWhatApart() {
        assertThat(
                        SpendRule.OPENROUTER.spendOf(
                                charges(true, "0.000325", "0.000325", "0.0065", null)))
                .isEqualTo(
                        new Spend.Known(
                                BillingMode.OWN_KEY,
                                UsdAmount.of("0.000325"),
                                UsdAmount.of("0.0065")));
        assertThat(SpendRule.OPENROUTER.spendOf(charges(false, "0.2", "0.2", "0.2", null)))
                .isEqualTo(
                        new Spend.Known(BillingMode.CREDITS, UsdAmount.of("0.2"), UsdAmount.ZERO));
    }

    @Test
    void theCacheDiscountIsPartOfUsageAlready() {
        assertThat(
                        SpendRule.OPENROUTER.spendOf(
                                charges(false, "0.12915825", "0.12915825", "0", "-0.02507625")))
                .extracting(Spend::knownAmount)
                .isEqualTo(Optional.of(UsdAmount.of("0.12915825")));
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonIsGivenInWords(Spend.Reason reason) {
        assertThat(reason.sentence()).startsWith("the ").contains("state");
    }
}
