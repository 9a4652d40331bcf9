package io.genledger.app.cli.inspect;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.domain.generation.GenerationId;
import java.util.List;
import java.util.function.ToIntFunction;

/** Shows generations one after another; text has an empty line between two. */
final class EachGeneration {

    private final Console console;

    EachGeneration(Console console) {
        this.console = console;
    }

    /**
     * Shows all of {@code ids}.
     *
     * @param ids the ids; none if the ledger holds no generation
     * @param show shows one generation, and returns its exit code
     * @return the greatest of the exit codes
     */
    int show(List<GenerationId> ids, ToIntFunction<GenerationId> show) {
        if (ids.isEmpty()) {
            console.note("genledger: the ledger holds no generation");
            return ExitCode.REJECTED;
        }
        int exitCode = ExitCode.OK;
        for (GenerationId id : ids) {
            if (!id.equals(ids.get(0)) && !console.printsJson()) {
                console.print("");
            }
            exitCode = Math.max(exitCode, show.applyAsInt(id));
        }
        return exitCode;
    }
}
