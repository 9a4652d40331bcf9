package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.QueueText;
import io.genledger.app.view.queue.ForgetView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.queue.ForgetGenerations.Forgotten;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes ids from the queue. */
@Command(
        name = "forget",
        description = {
            "Remove ids from the queue, so that collect no longer requests them.",
            "Records in the ledger stay, and show ID --history keeps the removal."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger forget gen-1731289055-7lM7yhtp335znp1qegkj")
public final class ForgetCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Generation ids to remove.")
    private List<String> ids = List.of();

    @Option(
            names = "--literal",
            description = "Remove each argument as it is written, e.g. an id that was cut off.")
    private boolean literal;

    public ForgetCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        try (Application application = ledgers.openExisting()) {
            Set<GenerationId> named = literal ? GenerationIds.literal(ids) : GenerationIds.all(ids);
            Forgotten forgotten = application.forgetGenerations().forget(named);
            forgotten.notInQueue().forEach(id -> console.note(QueueText.notInQueue(id)));
            console.print(ForgetView.of(forgotten), QueueText::of);
            return forgotten.isComplete() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }
}
