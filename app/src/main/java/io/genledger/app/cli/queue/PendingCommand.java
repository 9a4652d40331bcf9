package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.table.QueueTable;
import io.genledger.app.option.QueueListOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

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

    @Mixin private QueueListOptions list = new QueueListOptions();

    public PendingCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        list.check(Integer.MAX_VALUE);
        try (Application application = ledgers.openExisting()) {
            console.print(
                    list.list(application.listPending()),
                    view -> QueueTable.of(view, console.style()));
        }
        return ExitCode.OK;
    }
}
