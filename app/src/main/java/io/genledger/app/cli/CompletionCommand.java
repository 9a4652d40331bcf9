package io.genledger.app.cli;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a shell's completion script. */
@Command(
        name = "completion",
        description = {
            "Print a completion script for bash, zsh or fish.",
            "It completes commands, options and their words, and the models, providers, users and"
                    + " other values of the ledger (see genledger values)."
        },
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

    private final Console console;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
            paramLabel = "SHELL",
            description = "Shell to complete in: ${COMPLETION-CANDIDATES}.")
    private Shell shell = Shell.bash;

    CompletionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine program = Objects.requireNonNull(spec).root().commandLine();
        // The script of bash serves zsh through its emulation of bash completion, too.
        console.print(
                shell == Shell.fish ? FishCompletion.of(program) : BashCompletion.of(program));
        return ExitCode.OK;
    }
}
