package io.genledger.app.cli.queue;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.render.PendingText;
import io.genledger.ports.usecase.queue.ForgetGenerations.Forgotten;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Drops ids from the queue. */
@Command(
        name = "forget",
        description = {
            "Drops ids from the queue, so that nobody asks for them any more.",
            "show ID --history remembers that it was. Records that are kept stay."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger forget gen-1731289055-7lM7yhtp335znp1qegkj")
public final class ForgetCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", arity = "1..*", description = "Generation ids.")
    private List<String> ids = List.of();

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        try (Application wiring = program.openExistingLedger()) {
            Forgotten forgotten = wiring.forgetGenerations().forget(GenerationIds.all(ids));
            forgotten.notInQueue().forEach(id -> program.note(PendingText.notInQueue(id)));
            if (program.printsJson()) {
                program.print(
                        PendingText.json("forgotten", forgotten.ids(), forgotten.notInQueue()));
            } else {
                program.print("%,d forgotten".formatted(forgotten.ids()));
            }
            return forgotten.notInQueue().isEmpty() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }
}
