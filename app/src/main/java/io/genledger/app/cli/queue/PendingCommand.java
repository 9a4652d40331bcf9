package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.QueueTable;
import io.genledger.app.option.QueueOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.queue.QueueView;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Counts and lists the queue. */
@Command(
        name = "pending",
        description = {
            "Count the ids in the queue by state and reason, and list the oldest.",
            "States: pending until the record is in the ledger, then recorded; claimed while a run"
                + " requests it; given-up when OpenRouter answered 404 for too long; refused when"
                + " it rejected the request."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger pending",
            "  genledger pending --state given-up --reason not-found --limit 100"
        })
public final class PendingCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private QueueOptions which = new QueueOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Number of ids to list; 0 lists none. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    public PendingCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new UsageException("--limit: expected 0 or more, found " + limit);
        }
        try (Application application = ledgers.openExisting()) {
            QueueQuery query = which.query();
            Listing listing = application.listPending().list(query, limit);
            console.print(
                    QueueView.of(query, listing), view -> QueueTable.of(view, console.style()));
        }
        return ExitCode.OK;
    }
}
