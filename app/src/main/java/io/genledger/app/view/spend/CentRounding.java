package io.genledger.app.view.spend;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.usecase.report.ComparedSpend;
import io.genledger.ports.usecase.report.ReportedRow;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.math.RoundingMode;

/**
 * Rounds the amounts of a report to cents so that each column adds up to its total, and rows to
 * their subtotal. Running sums are rounded half to even; a row shows by how much its rounded
 * running sum is above that of the row before it. So each amount is off by less than a cent.
 */
final class CentRounding {

    private static final int CENTS = 2;

    private SpendTotals sum = SpendTotals.NONE;
    private UsdAmount before = UsdAmount.ZERO;

    /** The next row, rounded; the sums of a subtotal are those of the rows that follow it. */
    ReportedRow rounded(ReportedRow row) {
        SpendTotals next = sum.plus(row.row().totals());
        UsdAmount nextBefore =
                before.plus(row.before().map(ComparedSpend::spend).orElse(UsdAmount.ZERO));
        ReportedRow rounded =
                new ReportedRow(
                        row.kind(),
                        new SpendRow(
                                row.row().group(),
                                rounded(row.row().totals(), next),
                                row.row().percentiles()),
                        row.before()
                                .map(one ->
                                        new ComparedSpend(
                                                one.requests(),
                                                step(before, nextBefore),
                                                one.unknown())));
        if (row.kind() != Kind.SUBTOTAL) {
            sum = next;
            before = nextBefore;
        }
        return rounded;
    }

    private SpendTotals rounded(SpendTotals exact, SpendTotals next) {
        return new SpendTotals(
                exact.requests(),
                exact.provisional(),
                step(sum.spend(), next.spend()),
                step(sum.credits(), next.credits()),
                step(sum.byokFee(), next.byokFee()),
                step(sum.byokUpstream(), next.byokUpstream()),
                step(sum.cacheDiscount(), next.cacheDiscount()),
                exact.tokens(),
                exact.ratios(),
                exact.unknown());
    }

    private static UsdAmount step(UsdAmount from, UsdAmount to) {
        return inCents(to).minus(inCents(from));
    }

    private static UsdAmount inCents(UsdAmount amount) {
        return amount.roundedTo(CENTS, RoundingMode.HALF_EVEN);
    }
}
