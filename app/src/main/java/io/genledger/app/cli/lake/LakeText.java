package io.genledger.app.cli.lake;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.lake.LakeErasedView;
import io.genledger.app.view.lake.LakeMaintainedView;
import io.genledger.app.view.lake.LakePreparedView;
import io.genledger.app.view.lake.LakeShippedView;
import io.genledger.app.view.lake.LakeStatusView;
import io.genledger.app.view.lake.LakeVerifyView;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The answers about a lake as text. */
final class LakeText {

    private LakeText() {}

    /** The text of {@code lake init}. */
    static String prepared(LakePreparedView view) {
        return view.changes().isEmpty()
                ? view.lake() + " has all that this version needs"
                : view.lake() + ": " + String.join(", ", view.changes());
    }

    /** A line of progress. */
    static String shipping(String ledger, long rows) {
        return "%s: %s shipped".formatted(ledger, rows(rows));
    }

    /** A note of {@code lake rebuild}. */
    static String deleted(String ledger, long rows) {
        return "%s: %s deleted from the lake".formatted(ledger, rows(rows));
    }

    /** The text of {@code lake ship}. */
    static String shipped(LakeShippedView view) {
        return view.rows() == 0
                ? "%s: nothing new; the lake has all rows up to %s"
                        .formatted(view.ledger(), Numbers.count(view.last()))
                : "%s: %s shipped; the lake has all rows up to %s"
                        .formatted(view.ledger(), rows(view.rows()), Numbers.count(view.last()));
    }

    /** The text of {@code lake status}. */
    static String status(LakeStatusView view) {
        List<String> lines = new ArrayList<>(List.of("Lake " + view.lake()));
        if (view.ledgers().isEmpty()) {
            lines.add("  no rows yet; genledger lake ship copies those of a ledger");
        }
        for (LakeStatusView.Part part : view.ledgers()) {
            lines.add(
                    "  %s  %s, the last one %s recorded %s; newest generation %s"
                            .formatted(
                                    part.ledger(),
                                    rows(part.rows()),
                                    Numbers.count(part.last()),
                                    part.recordedAt(),
                                    part.newest()));
        }
        view.own()
                .ifPresent(lag ->
                        lines.add(
                                lag.rows() == 0
                                        ? "  %s has no rows that the lake lacks"
                                                .formatted(lag.ledger())
                                        : "  %s has %s that the lake lacks"
                                                .formatted(lag.ledger(), rows(lag.rows()))));
        return String.join("\n", lines);
    }

    /** The text of {@code lake verify}. */
    static String verified(LakeVerifyView view) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s: %s of %d %s up to row %s compared%s: %s"
                        .formatted(
                                view.ledger(),
                                rows(view.rows()),
                                view.months(),
                                view.months() == 1 ? "month" : "months",
                                Numbers.count(view.until()),
                                view.from()
                                        .map(
                                                " from %s on, because earlier entries were pruned"
                                                        ::formatted)
                                        .orElse(""),
                                view.differences().isEmpty()
                                        ? "all equal"
                                        : view.differences().size() == 1
                                                ? "1 value differs"
                                                : view.differences().size() + " values differ"));
        for (LakeVerifyView.Difference one : view.differences()) {
            lines.add(
                    "  %s  %s: %s in the ledger, %s in the lake"
                            .formatted(one.month(), one.figure(), one.ledger(), one.lake()));
        }
        if (view.toErase() > 0) {
            lines.add(
                    "  %s still name users who were erased from the ledger: genledger lake erase"
                            .formatted(rows(view.toErase())));
        }
        return String.join("\n", lines);
    }

    /** The text of {@code lake erase}. */
    static String erased(LakeErasedView view) {
        return view.rows() == 0
                ? view.ledger() + ": the lake names no user who was erased from the ledger"
                : "%s: erased from %s of the lake; earlier states name the users until lake maintain has removed them"
                        .formatted(view.ledger(), rows(view.rows()));
    }

    /** The text of {@code lake maintain}. */
    static String maintained(LakeMaintainedView view) {
        return "%s: small files are joined, and states older than %s are removed"
                .formatted(view.lake(), Times.words(Duration.ofMillis(view.retentionMs())));
    }

    private static String rows(long rows) {
        return Numbers.count(rows, "row");
    }
}
