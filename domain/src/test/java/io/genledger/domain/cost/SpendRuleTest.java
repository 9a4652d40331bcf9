package io.genledger.domain.cost;

import static io.genledger.domain.sample.Sample.charges;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.sample.Sample;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SpendRuleTest {

    /** The vectors of OPENROUTER.md §4.2, then records that lack an amount. */
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
    void addsTheUpstreamCostOfByokCallsOnly(
            String name,
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            String spend) {
        assertThat(
                        SpendRule.OPENROUTER
                                .spendOf(charged(byok, usage, totalCost, upstream, null))
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
        Spend spend = SpendRule.OPENROUTER.spendOf(charged(byok, usage, null, upstream, null));

        assertThat(spend)
                .isEqualTo(
                        new Spend.Unknown(
                                reason,
                                Boolean.TRUE.equals(byok) ? BillingMode.BYOK : BillingMode.CREDITS,
                                Optional.ofNullable(usage).map(UsdAmount::of),
                                Boolean.TRUE.equals(byok)
                                        ? Optional.ofNullable(upstream).map(UsdAmount::of)
                                        : Optional.of(UsdAmount.ZERO)));
        assertThat(spend.knownAmount()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ACTIVITY, 0.5, , ",
        "ACTIVITY, 0, , ",
        "BROADCAST, 0, , ",
        "BROADCAST, 0.5, 0.5, ",
        "BROADCAST, 0, 0.0142, ",
        "ACTIVITY, 0.5, 0, 0.5",
        "BROADCAST, 0.5, 0, 0.5",
        "COMPLETION, 0.5, , 0.5",
        "METADATA, 0.5, 0.5, 0.5"
    })
    void aProvisionalDocumentThatLeavesByokOpenHasAnUnknownSpend(
            DocumentKind kind, String usage, @Nullable String upstream, @Nullable String spend) {
        Generation generation =
                charged(null, usage, null, upstream, null).toBuilder()
                        .with(new DocumentShape(kind, Set.of(MetadataField.IS_BYOK), Map.of()))
                        .build();

        assertThat(SpendRule.OPENROUTER.spendOf(generation).knownAmount())
                .isEqualTo(Optional.ofNullable(spend).map(UsdAmount::of));
        Posting posting = Posting.of(generation);
        assertThat(posting.credits()).contains(UsdAmount.of(usage));
        assertThat(posting.byokFee().isPresent()).isEqualTo(spend != null);
        assertThat(posting.byokUpstream().isPresent()).isEqualTo(spend != null);
    }

    /** What each of the four amounts is, apart and together. */
    @ParameterizedTest
    @CsvSource(
            useHeadersInDisplayName = true,
            delimiter = '|',
            textBlock =
                    """
                    is_byok | usage      | upstream | discount    | mode    | credits    | fee      | upstream | spend      | without cache
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
        Spend.Known known = known(charged(byok, usage, usage, upstream, discount));

        assertThat(known.mode()).isEqualTo(mode);
        assertThat(known.credits()).isEqualTo(UsdAmount.of(credits));
        assertThat(known.byokFee()).isEqualTo(UsdAmount.of(fee));
        assertThat(known.byokUpstream()).isEqualTo(UsdAmount.of(byokUpstream));
        assertThat(known.amount()).isEqualTo(UsdAmount.of(amount));
        assertThat(known.withoutCache())
                .isEqualTo(Optional.ofNullable(withoutCache).map(UsdAmount::of));
    }

    @Test
    void aSpendFromCreditsHasNoUpstreamCost() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Spend.Known(
                                BillingMode.CREDITS,
                                UsdAmount.ZERO,
                                UsdAmount.of("0.1"),
                                Optional.empty()))
                .withMessage("a spend from credits has no BYOK upstream cost, not 0.1");
    }

    private static Spend.Known known(Generation generation) {
        return SpendRule.OPENROUTER
                .spendOf(generation)
                .fold(
                        known -> known,
                        unknown -> {
                            throw new AssertionError(unknown.reason().sentence());
                        });
    }

    /** Four fifths of the list price, for one provider only. */
    @ParameterizedTest
    @CsvSource({
        "true,  0.000325, 0.0065, Anthropic, 0.005525",
        "true,  0.000325,       , Anthropic,",
        "true,          , 0.0065, Anthropic,",
        "true,  0.000325, 0.0065, OpenAI,",
        "false, 0.0065,   0.0065, Anthropic, 0.0065",
        "false, 0.0065,   0.0065, OpenAI,    0.0065",
        "     , 0.0065,         , OpenAI,    0.0065"
    })
    void aContractPricesByokCallsOnly(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String upstream,
            String provider,
            @Nullable String spend) {
        SpendRule contract =
                SpendRule.pricingByok(generation ->
                        generation
                                .charges()
                                .upstreamInferenceCost()
                                .filter(list -> isByAnthropic(generation))
                                .map(list -> list.times(new BigDecimal("0.8"))));

        Generation generation =
                charged(byok, usage, usage, upstream, null).toBuilder()
                        .with(Routing.UNREPORTED.withProvider(provider))
                        .build();
        assertThat(contract.spendOf(generation).knownAmount())
                .isEqualTo(Optional.ofNullable(spend).map(UsdAmount::of));
    }

    @Test
    void aCallWithoutAPriceInTheContractHasAnUnknownSpendAndKnownCredits() {
        Spend spend =
                SpendRule.pricingByok(generation -> Optional.empty())
                        .spendOf(charged(true, "0.000325", null, "0.0065", null));

        assertThat(spend)
                .isEqualTo(
                        new Spend.Unknown(
                                Spend.Reason.NO_PRICE_IN_CONTRACT,
                                BillingMode.BYOK,
                                Optional.of(UsdAmount.of("0.000325")),
                                Optional.empty()));
        assertThat(spend.knownCredits()).contains(UsdAmount.of("0.000325"));
        assertThat(spend.knownByokUpstream()).isEmpty();
        assertThat(spend.mode()).isEqualTo(BillingMode.BYOK);
    }

    private static boolean isByAnthropic(Generation generation) {
        return generation
                .routing()
                .provider()
                .filter(new ProviderName("Anthropic")::equals)
                .isPresent();
    }

    private static Generation charged(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            @Nullable String discount) {
        return Sample.silent().with(charges(byok, usage, totalCost, upstream, discount)).build();
    }

    @ParameterizedTest
    @EnumSource
    void eachReasonIsGivenInWords(Spend.Reason reason) {
        assertThat(reason.sentence()).startsWith("the ").contains("state");
    }
}
