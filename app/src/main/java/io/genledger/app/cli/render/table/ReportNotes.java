package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.AllowanceText;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportEnd.Missing;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The sentences below a report: its limits, its comparison, and what is missing from it. */
public final class ReportNotes {

    private ReportNotes() {}

    /**
     * The sentences below a report.
     *
     * @param shown the number of rows that were shown
     */
    public static List<String> of(ReportHead head, ReportEnd end, long shown) {
        List<String> notes = new ArrayList<>();
        head.asOf()
                .filter(moment -> end.missing().generations() == 0)
                .ifPresent(moment ->
                        notes.add(
                                "At %s the ledger knew no generation of this report."
                                        .formatted(moment)));
        if (end.omittedRows() > 0) {
            notes.add(
                    "Showing %s of %s rows."
                            .formatted(
                                    Numbers.count(shown),
                                    Numbers.count(shown + end.omittedRows())));
        }
        if (head.defaultRange()) {
            notes.add(
                    ("Only the %s are reported, because this report reads every generation; see"
                                    + " --since and --last.")
                            .formatted(
                                    head.asOf().isPresent()
                                            ? StreamSpendReport.DEFAULT_DAYS + " days until --as-of"
                                            : "last " + StreamSpendReport.DEFAULT_DAYS + " days"));
        }
        head.comparedWith().map(ReportNotes::comparison).ifPresent(notes::add);
        notes.addAll(missing(end.missing()));
        head.creditFeePercent()
                .map(ReportNotes::purchaseFee)
                .filter(note -> head.columns().contains(Figure.SPEND_INCL_PURCHASE_FEE))
                .ifPresent(notes::add);
        if (end.basis().isPresent()) {
            notes.add(
                    "The upstream cost of calls with your own key (BYOK) is an estimate at list"
                            + " price, not the provider's bill.");
        }
        end.byokAllowances()
                .forEach(use ->
                        notes.add(
                                "BYOK allowance of account %s: %s."
                                        .formatted(use.account(), AllowanceText.use(use))));
        if (head.rounding().isPresent()) {
            notes.add(
                    "Amounts are rounded to cents so that columns add up; one may be off by less"
                            + " than a cent.");
        }
        end.percentileError()
                .filter(error -> error.numerator().signum() > 0)
                .ifPresent(error ->
                        notes.add(
                                "Percentiles are within %s of the exact ones."
                                        .formatted(Numbers.percent(error))));
        return notes;
    }

    private static String purchaseFee(FeeRate rate) {
        return ("Spend incl. purchase fee is the spend and %s of the credits in it, exact; the"
                        + " least fee of a purchase is not in it.")
                .formatted(rate);
    }

    private static String comparison(TimeRange before) {
        return "Compared with %s until %s."
                .formatted(moment(before.since()), moment(before.until()));
    }

    private static String moment(Optional<Instant> moment) {
        return moment.map(Forms::instant).orElse("now");
    }

    private static List<String> missing(Missing missing) {
        List<String> notes = new ArrayList<>();
        if (missing.uncollected() > 0) {
            List<String> states = new ArrayList<>();
            state(states, missing.pending().orElse(0L), "pending");
            state(states, missing.givenUp().orElse(0L), "given up");
            state(states, missing.refused().orElse(0L), "refused");
            notes.add(
                    "%s tracked %s not in these sums: %s; see genledger pending."
                            .formatted(
                                    Numbers.count(missing.uncollected()),
                                    missing.uncollected() == 1
                                            ? "generation is"
                                            : "generations are",
                                    String.join(", ", states)));
        }
        if (missing.unknownSpend() > 0) {
            notes.add(
                    "The spend of %s of these generations is unknown, and not part of the sums."
                            .formatted(Numbers.count(missing.unknownSpend())));
        }
        if (missing.provisional() > 0) {
            notes.add(
                    ("%s of %s %s provisional and may include workers, until collect fetches the"
                                    + " record.")
                            .formatted(
                                    Numbers.count(missing.provisional()),
                                    Numbers.count(missing.generations(), "generation"),
                                    missing.generations() == 1 ? "is" : "are"));
        }
        return notes;
    }

    private static void state(List<String> states, long count, String name) {
        if (count > 0) {
            states.add(Numbers.count(count) + " " + name);
        }
    }
}
