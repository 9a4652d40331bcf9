package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.QueueOptions;
import io.genledger.app.cli.render.PendingText;
import io.genledger.ports.usecase.queue.ListPending.Listing;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Shows the queue. */
@Command(
        name = "pending",
        description = {
            "Counts the ids in the queue by state and reason, and lists the first of them.",
            "An id is pending until its record is there, then recorded; given up when it was not"
                    + " found for too long, refused when OpenRouter will not answer for it."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger pending",
            "  genledger pending --state given-up --reason not-found --limit 100"
        })
public final class PendingCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Mixin private QueueOptions which = new QueueOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many ids to list; 0 only counts. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        if (limit < 0) {
            throw new UsageException("--limit: expected 0 or more, found " + limit);
        }
        try (Application wiring = program.openExistingLedger()) {
            Listing listing = wiring.listPending().list(which.query(), limit);
            if (program.printsJson()) {
                program.print(PendingText.json(listing));
            } else {
                program.print(PendingText.of(listing, program.style()));
            }
        }
        return ExitCode.OK;
    }
}
