package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.report.AllowanceView;
import io.genledger.domain.cost.Allowance;
import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** BYOK allowances, and how much of them is used. */
public final class AllowanceText {

    private AllowanceText() {}

    /** {@code $25,000.00 at list price}, {@code 1,000,000 requests}. */
    public static String size(Allowance allowance) {
        return amount(allowance, allowance.size())
                + (allowance instanceof Allowance.ListPrice ? " at list price" : "");
    }

    /**
     * {@code $10,000.00 of $25,000.00 at list price (40.0%) used since 2026-09-01, as far as this
     * ledger knows; …}.
     */
    public static String use(AllowanceView view) {
        return amount(view.allowance(), view.used())
                + " of "
                + size(view.allowance())
                + " ("
                + Numbers.percent(view.usedShare())
                + ") used "
                + (isOver(view)
                        ? "from %s to %s".formatted(day(view.since()), day(view.at()))
                        : "since " + day(view.since()))
                + ", as far as this ledger knows"
                + outlook(view)
                + unknown(view);
    }

    private static String outlook(AllowanceView view) {
        if (view.usedUp()) {
            return "; it is used up";
        }
        return isOver(view)
                ? ""
                : view.endsAt()
                        .map(end -> "; at the present pace it ends at " + Times.second(end))
                        .orElseGet(() ->
                                "; at the present pace it lasts until the end of "
                                        + day(view.until().minusNanos(1)));
    }

    private static String unknown(AllowanceView view) {
        return view.unknownUpstream() == 0 || view.allowance() instanceof Allowance.Requests
                ? ""
                : "; without the unknown upstream cost of "
                        + Numbers.count(view.unknownUpstream(), "call");
    }

    private static boolean isOver(AllowanceView view) {
        return !view.at().plusNanos(1).isBefore(view.until());
    }

    private static String amount(Allowance unit, BigDecimal value) {
        return unit instanceof Allowance.Requests
                ? Numbers.count(value.longValueExact(), "request")
                : Numbers.dollars(new UsdAmount(value));
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
