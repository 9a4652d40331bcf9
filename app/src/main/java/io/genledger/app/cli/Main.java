package io.genledger.app.cli;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ErrorTranslation;
import io.genledger.app.cli.console.ExitCode;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Console environment = Console.ofThisProcess();
        environment.interruption().install();
        int exitCode = run(environment, arguments);
        environment.interruption().ended();
        System.exit(exitCode);
    }

    /** Runs one command. */
    public static int run(Console environment, String... arguments) {
        int exitCode = execute(environment, arguments);
        boolean lostOutput = environment.out().checkError();
        if (lostOutput) {
            environment.err().println("genledger: standard output could not be written in full");
        }
        environment.err().flush();
        return lostOutput && exitCode == ExitCode.OK ? ExitCode.UNAVAILABLE : exitCode;
    }

    /**
     * Picocli handles exceptions but no errors, and the JVM's own exit code means another thing.
     */
    private static int execute(Console environment, String... arguments) {
        ErrorTranslation failures = new ErrorTranslation(environment);
        try {
            return commandLine(environment, failures).execute(arguments);
        } catch (Error fault) {
            return failures.fault(fault);
        }
    }

    private static CommandLine commandLine(Console environment, ErrorTranslation failures) {
        return new CommandLine(new GenledgerCommand(environment))
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
