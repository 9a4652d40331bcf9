package io.genledger.app.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;

/** Where the program begins. */
public final class Main {

    private static final int HELP_WIDTH = 100;

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        Environment environment = Environment.ofThisProcess();
        environment.interruption().install();
        int exitCode = run(environment, arguments);
        environment.interruption().ended();
        System.exit(exitCode);
    }

    /** Runs one command. */
    static int run(Environment environment, String... arguments) {
        CommandLine commandLine = commandLine(environment);
        int exitCode = commandLine.execute(arguments);
        environment.out().flush();
        environment.err().flush();
        return exitCode;
    }

    static CommandLine commandLine(Environment environment) {
        Failures failures = new Failures(environment);
        return new CommandLine(new GenledgerCommand(environment))
                .setOut(new PrintWriter(environment.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(environment.err(), true, StandardCharsets.UTF_8))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpWidth(HELP_WIDTH)
                .setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF))
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
    }
}
