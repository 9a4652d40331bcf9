package io.genledger.app.view.report;

import io.genledger.app.view.generation.CostBasis;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.cost.AllowanceMeter;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How much of an account's monthly BYOK allowance is used, as far as the ledger knows.
 *
 * @param account the account
 * @param since the beginning of the month in UTC, or of the part of it in which the plan applies
 * @param until the first moment after that
 * @param at the last moment that is counted
 * @param allowance an amount at list price or a number of requests, e.g. {@code 25000USD}
 * @param used the used part in the unit of the allowance, exact
 * @param usedShare the used part as a fraction; 1 or more if it is used up
 * @param requests the number of BYOK calls
 * @param upstreamCost their known upstream cost in US dollars
 * @param basis how the upstream cost is known
 * @param unknownUpstream the number of those whose upstream cost is unknown and not counted
 * @param usedUp whether it is used up
 * @param endsAt the time at which it is used up at the present pace; empty if that is not before
 *     the end of the period, or if it is used up
 */
public record AllowanceView(
        AccountName account,
        Instant since,
        Instant until,
        Instant at,
        Allowance allowance,
        BigDecimal used,
        Ratio usedShare,
        long requests,
        UsdAmount upstreamCost,
        CostBasis basis,
        long unknownUpstream,
        boolean usedUp,
        Optional<Instant> endsAt) {

    /** The views of the accounts with an allowance and BYOK calls, by name. */
    public static List<AllowanceView> of(AccountExpectations accounts, Instant at) {
        return accounts.metersAt(at).entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue()))
                .toList();
    }

    private static AllowanceView of(AccountName account, AllowanceMeter meter) {
        return new AllowanceView(
                account,
                meter.period().since(),
                meter.period().until(),
                meter.at(),
                meter.allowance(),
                meter.used(),
                Ratio.of(meter.used(), meter.allowance().size()),
                meter.usage().requests(),
                meter.usage().upstreamCost(),
                CostBasis.LIST_PRICE_ESTIMATE,
                meter.usage().unknownUpstream(),
                meter.isUsedUp(),
                meter.endsAt());
    }
}
