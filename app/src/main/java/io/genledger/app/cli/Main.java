package io.genledger.app.cli;

import io.genledger.app.Version;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ErrorTranslation;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.LibraryLogs;
import io.genledger.app.cli.console.UsageException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;

/** The entry point of the program. */
public final class Main {

    /** Commands that describe all others. */
    private static final Set<String> WHOLE = Set.of("help", "completion");

    private static final Set<String> VERSION = Set.of("--version", "-V");

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console console = Console.ofThisProcess();
        console.shutdown().install();
        int exitCode = run(console, arguments);
        console.shutdown().ended();
        System.exit(exitCode);
    }

    /** Runs one command. */
    public static int run(Console console, String... arguments) {
        int exitCode = execute(console, arguments);
        boolean lostOutput = console.out().checkError();
        if (console.isOutputUnwanted()) {
            return exitCode == ExitCode.OK ? ExitCode.BROKEN_PIPE : exitCode;
        }
        if (lostOutput) {
            console.err().println("genledger: standard output could not be written in full");
        }
        console.err().flush();
        return lostOutput && exitCode == ExitCode.OK ? ExitCode.UNAVAILABLE : exitCode;
    }

    /**
     * Catches each {@link Error}, too: picocli does not, and the JVM would end with exit code 1.
     */
    private static int execute(Console console, String... arguments) {
        if (arguments.length == 1 && VERSION.contains(arguments[0])) {
            // Printed without the parser, whose start would take most of the time.
            console.print(Version.sentence());
            return ExitCode.OK;
        }
        try {
            return program(console, namesIn(List.of(arguments))).execute(arguments);
        } catch (Error error) {
            return new ErrorTranslation(console).fault(error);
        }
    }

    /** The program with the commands of these names. */
    static CommandLine program(Console console, List<String> names) {
        ErrorTranslation errors = new ErrorTranslation(console);
        Commands commands = new Commands(console);
        CommandLine program = new CommandLine(new GenledgerCommand(console), commands);
        for (String name : names) {
            program.addSubcommand(name, Commands.named(name));
        }
        HelpLayout.apply(program);
        return program.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors)
                .setExecutionStrategy(parsed -> {
                    try {
                        LibraryLogs.configure(console);
                    } catch (UsageException wrong) {
                        throw new ExecutionException(
                                parsed.commandSpec().commandLine(), wrong.getMessage(), wrong);
                    }
                    return new CommandLine.RunLast().execute(parsed);
                });
    }

    /**
     * The commands to describe to the parser: building all takes longer than most commands run. An
     * option's value that equals the name of a command only adds this command.
     */
    private static List<String> namesIn(List<String> arguments) {
        List<String> names = new ArrayList<>(Commands.NAMES);
        names.retainAll(arguments);
        return WHOLE.containsAll(names) ? Commands.NAMES : names;
    }
}
