package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.QueueText;
import io.genledger.app.option.QueueOptions;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.queue.RetryView;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.usecase.queue.RetryGenerations;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Requeues ids. */
@Command(
        name = "retry",
        description = "Make ids due at once, including given-up and refused ones.",
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger retry gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger retry --all --reason not-found"
        })
public final class RetryCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Generation ids to retry.")
    private List<String> ids = List.of();

    @Option(
            names = "--all",
            description = "Retry every given-up or refused id; --state and --reason narrow it.")
    private boolean all;

    @Mixin private QueueOptions which = new QueueOptions();

    public RetryCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        QueueQuery query = query();
        try (Application application = ledgers.openExisting()) {
            RetryGenerations retry = application.retryGenerations();
            if (all) {
                return say(new Retried(retry.retryAll(query), Set.of(), Set.of()));
            }
            Retried retried = retry.retry(GenerationIds.all(ids));
            retried.claimed().forEach(id -> console.note(QueueText.claimed(id)));
            retried.notInQueue().forEach(id -> console.note(QueueText.notInQueue(id)));
            return say(retried);
        }
    }

    private QueueQuery query() {
        QueueQuery query = which.query();
        if (ids.isEmpty() != all) {
            throw new UsageException("expected either ids or --all");
        }
        if (!all && !query.equals(QueueQuery.OPEN)) {
            throw new UsageException("--state and --reason go with --all, not with ids");
        }
        if (query.state().filter(RetryCommand::hasNothingToRetry).isPresent()) {
            throw new UsageException(
                    "--state: expected pending, given-up or refused; claimed ids are being"
                            + " requested, recorded ids are done");
        }
        return query;
    }

    private static boolean hasNothingToRetry(QueueState state) {
        return state == QueueState.CLAIMED || state == QueueState.RECORDED;
    }

    private int say(Retried retried) {
        console.print(RetryView.of(retried), QueueText::of);
        return retried.isComplete() ? ExitCode.OK : ExitCode.REJECTED;
    }
}
