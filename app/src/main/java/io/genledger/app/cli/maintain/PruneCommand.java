package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.view.maintain.EntryPruneView;
import io.genledger.app.view.maintain.PruneView;
import io.genledger.ports.ledger.admin.DocumentPruning;
import io.genledger.ports.ledger.admin.EntryPruning;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Deletes old documents. */
@Command(
        name = "prune",
        description = {
            "Delete the archived documents of old generations for good.",
            "Entries stay with all figures and findings, so that report and audit print the same."
                + " show and why need the document and say that it was pruned; redecode and verify"
                + " skip it. An unchanged document that comes again is not stored.",
            "Other commands can read and write the ledger meanwhile. An interrupted run can be"
                + " repeated. The file of a SQLite ledger becomes smaller; this needs free space of"
                + " its remaining size. A PostgreSQL server reuses the space after VACUUM."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger prune --older-than 400d --dry-run",
            "  genledger prune --older-than 400d",
            "  genledger prune --older-than 1000d --entries"
        })
public final class PruneCommand implements Callable<Integer> {

    private static final Duration LONGEST = Duration.ofDays(36_500);

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            converter = DurationConverter.class,
            description =
                    "Least age of a generation by its time of creation, e.g. 400d; at most 36500d.")
    private Duration age = LONGEST;

    @Option(
            names = "--entries",
            description =
                    "Delete the entries, too, of generations created before the day that is AGE"
                            + " ago, UTC. Sums of days and all ids stay, so that nothing counts"
                            + " twice. For earlier days, show, list and audit are refused; so are"
                            + " reports by user, session or request, with percentiles or --as-of,"
                            + " by two dimensions unless both are among account, model, provider,"
                            + " byok and trust, of hours or parts of days by any other dimension,"
                            + " and of parts of a quarter of an hour. verify does not recompute"
                            + " their sums, and the time zone of the ledger cannot be changed any"
                            + " more.")
    private boolean entries;

    @Option(names = "--dry-run", description = "Count what would be deleted, and change nothing.")
    private boolean dryRun;

    public PruneCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (age.compareTo(LONGEST) > 0) {
            throw new UsageException("--older-than: expected at most 36500d");
        }
        Instant before = console.clock().instant().minus(age);
        try (Application application = ledgers.openExisting()) {
            if (entries) {
                pruneEntries(application.entryPruning(), before);
            } else {
                pruneDocuments(application.pruning(), before);
            }
            return ExitCode.OK;
        }
    }

    private void pruneDocuments(DocumentPruning pruning, Instant before) {
        DocumentPruning.Pruned pruned = dryRun ? pruning.preview(before) : pruning.prune(before);
        console.print(PruneView.of(pruned, before, dryRun), MaintainText::of);
    }

    private void pruneEntries(EntryPruning pruning, Instant before) {
        EntryPruning.Pruned pruned = dryRun ? pruning.preview(before) : pruning.prune(before);
        console.print(EntryPruneView.of(pruned, dryRun), MaintainText::of);
    }
}
