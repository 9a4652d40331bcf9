package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.QueueOptions;
import io.genledger.app.cli.render.PendingText;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.usecase.queue.RetryGenerations;
import io.genledger.ports.usecase.queue.RetryGenerations.Retried;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Revives what was given up or refused. */
@Command(
        name = "retry",
        description = {
            "Makes ids due at once, also those that were given up or refused.",
            "--all means all that were given up or refused; with --state or --reason, all those."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger retry gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger retry --all --reason not-found"
        })
public final class RetryCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Generation ids.")
    private List<String> ids = List.of();

    @Option(names = "--all", description = "All that --state and --reason mean.")
    private boolean all;

    @Mixin private QueueOptions which = new QueueOptions();

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        QueueQuery query = query();
        try (Application wiring = program.openExistingLedger()) {
            RetryGenerations retry = wiring.retryGenerations();
            if (all) {
                return say(program, new Retried(retry.retryAll(query), Set.of(), Set.of()));
            }
            Retried retried = retry.retry(GenerationIds.all(ids));
            retried.claimed().forEach(id -> program.note(PendingText.claimed(id)));
            retried.notInQueue().forEach(id -> program.note(PendingText.notInQueue(id)));
            return say(program, retried);
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
                    "--state: expected pending, given-up or refused; what is claimed is being"
                            + " asked for, what is recorded is there");
        }
        return query;
    }

    private static boolean hasNothingToRetry(QueueState state) {
        return state == QueueState.CLAIMED || state == QueueState.RECORDED;
    }

    private static int say(GenledgerCommand program, Retried retried) {
        if (program.printsJson()) {
            program.print(PendingText.json(retried));
        } else {
            program.print("%,d due now".formatted(retried.due()));
        }
        return retried.claimed().isEmpty() && retried.notInQueue().isEmpty()
                ? ExitCode.OK
                : ExitCode.REJECTED;
    }
}
