package io.genledger.app.cli.maintain;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.progress.CheckProgress;
import io.genledger.app.cli.render.line.MaintainText;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.maintain.VerifyView;
import io.genledger.ports.ledger.admin.Verification;
import io.genledger.ports.usecase.maintain.VerifyLedger;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks a ledger against its entries. */
@Command(
        name = "verify",
        description = {
            "Recompute all sums of the ledger from its entries, and compare them to the digit.",
            "Checks the chain of revisions of each generation, too. Other commands can read and"
                    + " write the ledger meanwhile. The exit code is 1 if a value is not the"
                    + " expected one."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger verify", "  genledger verify --documents --limit 100"})
public final class VerifyCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--documents",
            description =
                    "Unpack and decode each archived document, too, and compare its content with"
                            + " the recorded digest.")
    private boolean documents;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Number of faults to name; all are counted. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    public VerifyCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new UsageException("--limit: expected 0 or more, found " + limit);
        }
        try (Application application = ledgers.openExisting()) {
            VerifyLedger ledger = application.verifyLedger();
            Verification verification = verify(ledger);
            console.print(
                    VerifyView.of(verification, application.entryPruning().prunedBefore()),
                    MaintainText::of);
            return verification.isFaultless() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private Verification verify(VerifyLedger ledger) {
        try (CheckProgress progress = new CheckProgress(console, "verifying", "document")) {
            return documents
                    ? ledger.verifyWithDocuments(limit, progress)
                    : ledger.verify(limit, progress);
        }
    }
}
