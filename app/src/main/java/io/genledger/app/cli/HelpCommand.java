package io.genledger.app.cli;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Prints the help of the program or of one command. */
@Command(
        name = "help",
        description = "Print the help of the program, or of one command.",
        footerHeading = "%nExample:%n",
        footer = "  genledger help report")
final class HelpCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "Command to describe. Default: the program.")
    private @Nullable String command;

    @Spec private @Nullable CommandSpec spec;

    HelpCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine program = Objects.requireNonNull(spec).root().commandLine();
        CommandLine described = command == null ? program : program.getSubcommands().get(command);
        if (described == null) {
            throw new UnmatchedArgumentException(program, List.of(String.valueOf(command)));
        }
        described.usage(console.out());
        return ExitCode.OK;
    }
}
