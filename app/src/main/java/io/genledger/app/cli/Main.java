package io.genledger.app.cli;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ErrorTranslation;
import io.genledger.app.cli.console.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    private static final int HELP_WIDTH = 100;
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
        if (lostOutput) {
            console.err().println("genledger: standard output could not be written in full");
        }
        console.err().flush();
        return lostOutput && exitCode == ExitCode.OK ? ExitCode.UNAVAILABLE : exitCode;
    }

    /**
     * Picocli handles exceptions but no errors, and the JVM's own exit code means another thing.
     */
    private static int execute(Console console, String... arguments) {
        ErrorTranslation failures = new ErrorTranslation(console);
        try {
            return commandLine(console, failures, List.of(arguments)).execute(arguments);
        } catch (Error fault) {
            return failures.fault(fault);
        }
    }

    private static CommandLine commandLine(
            Console console, ErrorTranslation failures, List<String> arguments) {
        Commands commands = new Commands(console);
        CommandLine program = new CommandLine(new GenledgerCommand(console), commands);
        for (String name : namesIn(arguments)) {
            program.addSubcommand(name, Commands.named(name));
        }
        return program.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }

    /**
     * The commands that may be meant, because most of the start-up time would go into describing
     * the others: those whose names stand among the arguments, else all. An argument that is only
     * spelt like a command does no harm.
     */
    private static List<String> namesIn(List<String> arguments) {
        List<String> names = new ArrayList<>(Commands.NAMES);
        names.retainAll(arguments);
        boolean needsAll = names.isEmpty() || names.contains("completion");
        return needsAll && !VERSION.containsAll(arguments) ? Commands.NAMES : names;
    }
}
