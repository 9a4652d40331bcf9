package io.genledger.app.cli.quarantine;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.QuarantineTable;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.quarantine.QuarantineView;
import io.genledger.ports.quarantine.Quarantine;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists quarantined documents. */
@Command(
        name = "list",
        description = "List the quarantined documents, the newest first.",
        footerHeading = "%nExample:%n",
        footer = "  genledger quarantine list --limit 100")
public final class QuarantineListCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Number of documents to list; 0 lists none. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    public QuarantineListCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new UsageException("--limit: expected 0 or more, found " + limit);
        }
        try (Application application = ledgers.openExisting()) {
            Quarantine quarantine = application.quarantine();
            console.print(
                    QuarantineView.of(
                            quarantine.total().documents(),
                            limit == 0 ? List.of() : quarantine.newest(limit)),
                    view -> QuarantineTable.of(view, console.style()));
        }
        return ExitCode.OK;
    }
}
