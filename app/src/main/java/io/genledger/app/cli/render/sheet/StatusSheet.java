package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.line.AllowanceText;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.queue.LedgerStatusView.Day;
import io.genledger.app.view.queue.LedgerStatusView.Ids;
import java.time.Duration;
import java.time.Instant;

/** The condition of a ledger, a line for each fact. */
public final class StatusSheet {

    private StatusSheet() {}

    /** Draws {@code status}. */
    public static String of(LedgerStatusView status, Style style) {
        FactSheet sheet = new FactSheet("Ledger " + status.ledger());
        sheet.section("Queue");
        sheet.fact("pending", ids(status.pending(), status.at()));
        sheet.fact(
                "collector",
                status.queue().claimed() > 0
                        ? "fetches " + Numbers.count(status.queue().claimed(), "id") + " now"
                        : "fetches nothing now");
        if (status.refreshes() > 0) {
            sheet.fact("refresh due", Numbers.count(status.refreshes(), "recorded generation"));
        }
        sheet.fact("given up", ids(status.givenUp(), status.at()));
        sheet.fact("refused", ids(status.refused(), status.at()));
        sheet.fact("quarantine", Numbers.count(status.quarantinedIds(), "id"));
        sheet.section("Ledger");
        sheet.fact(
                "last fetch",
                status.lastFetch()
                        .map(at -> ago("", at, status.at()))
                        .orElse("none among the newest 100,000 entries"));
        status.broadcast()
                .lastDelivery()
                .ifPresent(at -> sheet.fact("broadcast", ago("last delivery ", at, status.at())));
        sheet.fact("last 24 h", day(status.lastDay()));
        sheet.fact("size", Numbers.count(status.bytes(), "byte"));
        sheet.fact("schema", "version " + status.schemaVersion());
        sheet.fact("time zone", status.timezone());
        sheet.section("BYOK allowance");
        status.byokAllowances()
                .forEach(use -> sheet.fact(use.account().value(), AllowanceText.use(use)));
        return sheet.drawn(style);
    }

    private static String ids(Ids ids, Instant now) {
        return Numbers.count(ids.ids(), "id")
                + ids.oldest()
                        .map(at ->
                                ", the oldest tracked "
                                        + Times.words(Duration.between(at, now))
                                        + " ago")
                        .orElse("");
    }

    private static String ago(String prefix, Instant at, Instant now) {
        return prefix + Times.second(at) + ", " + Times.words(Duration.between(at, now)) + " ago";
    }

    private static String day(Day day) {
        String requests = Numbers.count(day.requests(), "generation");
        if (day.spend().isEmpty()) {
            return requests + ", spend unknown";
        }
        String unknown =
                day.unknownSpend() == 0
                        ? ""
                        : " and the unknown spend of " + Numbers.count(day.unknownSpend());
        return requests + ", " + Numbers.dollars(day.spend().get()) + unknown;
    }
}
