package io.genledger.app.cli;

import io.genledger.app.cli.console.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Prints a script that teaches a shell our commands and options. */
@Command(
        name = "completion",
        description = "Prints a completion script for a shell.",
        footerHeading = "%nExample:%n",
        footer = {
            "  source <(genledger completion bash)",
            "  genledger completion fish > ~/.config/fish/completions/genledger.fish"
        })
final class CompletionCommand implements Callable<Integer> {

    private enum Shell {
        bash,
        zsh,
        fish
    }

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "SHELL", description = "One of ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        // Picocli's script serves bash, and zsh through its emulation of bash completion.
        program.print(
                shell == Shell.fish
                        ? FishCompletion.of(program.commandLine())
                        : AutoComplete.bash("genledger", program.commandLine()));
        return ExitCode.OK;
    }
}
