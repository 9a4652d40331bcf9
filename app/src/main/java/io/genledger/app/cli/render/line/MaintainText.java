package io.genledger.app.cli.render.line;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Times;
import io.genledger.app.view.maintain.BackupView;
import io.genledger.app.view.maintain.EntryPruneView;
import io.genledger.app.view.maintain.EraseView;
import io.genledger.app.view.maintain.PruneView;
import io.genledger.app.view.maintain.RedecodeView;
import io.genledger.app.view.maintain.VerifyView;
import io.genledger.ports.ledger.admin.LedgerFault;
import java.util.stream.Collectors;

/** Answers of the commands that check and change a ledger as a whole. */
public final class MaintainText {

    private MaintainText() {}

    /** The first faults, one a line, and what was compared. */
    public static String of(VerifyView view) {
        String compared =
                "%s, %s entries, %s%s"
                        .formatted(
                                Numbers.count(view.generations(), "generation"),
                                Numbers.count(view.entries()),
                                Numbers.count(view.rollupRows(), "rollup row"),
                                view.documents() == 0
                                        ? ""
                                        : ", " + Numbers.count(view.documents(), "document"));
        String pruned =
                view.prunedBefore()
                        .map(before ->
                                "; entries from before "
                                        + Times.second(before)
                                        + " were pruned, so sums of earlier days were not"
                                        + " recomputed")
                        .orElse("");
        if (view.faults() == 0) {
            return compared + ": equal to the digit" + pruned;
        }
        String faults = view.first().stream().map(MaintainText::line).collect(Collectors.joining());
        return faults + compared + ": " + Numbers.count(view.faults(), "fault") + pruned;
    }

    /** {@code 4,096 bytes written to copy.db}. */
    public static String of(BackupView view) {
        return Numbers.count(view.bytes(), "byte") + " written to " + Sanitized.of(view.file());
    }

    /** {@code erased: 2 documents (1,024 bytes) of 1 generation, …}. */
    public static String of(EraseView view) {
        return "%s: %s (%s) of %s, %s, %s, %s, %s"
                .formatted(
                        view.dryRun() ? "would be erased" : "erased",
                        Numbers.count(view.documents(), "document"),
                        Numbers.count(view.documentBytes(), "byte"),
                        Numbers.count(view.generations(), "generation"),
                        Numbers.count(view.sessions(), "session id"),
                        Numbers.count(view.queueMessages(), "message"),
                        Numbers.count(view.events(), "event"),
                        Numbers.count(view.quarantined(), "quarantined document"));
    }

    /** {@code deleted: 2 documents (1,024 bytes), created from … to …}. */
    public static String of(PruneView view) {
        String range =
                view.oldest()
                        .flatMap(oldest ->
                                view.newest()
                                        .map(newest ->
                                                ", created from %s to %s"
                                                        .formatted(
                                                                Times.second(oldest),
                                                                Times.second(newest))))
                        .orElse("");
        return "%s: %s (%s)%s"
                .formatted(
                        view.dryRun() ? "would be deleted" : "deleted",
                        Numbers.count(view.documents(), "document"),
                        Numbers.count(view.bytes(), "byte"),
                        range);
    }

    /** {@code deleted: 7 entries of 5 generations created before …, with 6 documents (…)}. */
    public static String of(EntryPruneView view) {
        return "%s: %s %s of %s created before %s, with %s (%s)"
                .formatted(
                        view.dryRun() ? "would be deleted" : "deleted",
                        Numbers.count(view.entries()),
                        view.entries() == 1 ? "entry" : "entries",
                        Numbers.count(view.generations(), "generation"),
                        Times.second(view.before()),
                        Numbers.count(view.documents(), "document"),
                        Numbers.count(view.bytes(), "byte"));
    }

    /** {@code 1,000 documents decoded, 3 revised}. */
    public static String of(RedecodeView view) {
        String undecodable =
                view.undecodable() == 0
                        ? ""
                        : ", " + Numbers.count(view.undecodable()) + " undecodable";
        String rest = view.finished() ? "" : "; interrupted: genledger redecode goes on";
        return progress(view.read(), view.revised()) + undecodable + rest;
    }

    /** The counts so far. */
    public static String progress(long read, long revised) {
        return Numbers.count(read, "document") + " decoded, " + Numbers.count(revised) + " revised";
    }

    /** A note that a document cannot be decoded any more. */
    public static String undecodable(String line) {
        return "genledger: " + Sanitized.of(line);
    }

    /** A note that a change of the time zone is not finished. */
    public static String unfinished(String next) {
        return "genledger: the change to %s is not finished; genledger config timezone %s goes on"
                .formatted(next, next);
    }

    private static String line(LedgerFault fault) {
        return "%s, %s: %s is %s, expected %s%n"
                .formatted(
                        fault.table(),
                        Sanitized.of(fault.row()),
                        fault.column(),
                        Sanitized.of(fault.found()),
                        fault.expected());
    }
}
