package io.genledger.app.cli;

import io.genledger.app.Version;
import io.genledger.app.cli.config.ConfiguredDefaults;
import io.genledger.app.cli.config.Settings;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ErrorTranslation;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.LibraryLogs;
import io.genledger.app.option.UsageException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.ExecutionException;

/** The entry point of the program. */
public final class Main {

    /** Commands that describe all others. */
    private static final Set<String> WHOLE = Set.of("help", "completion", "config");

    /** Options and commands that print a help text, which no wrong config file is to prevent. */
    private static final Set<String> HELP_OPTIONS = Set.of("--help", "-h");

    private static final Set<String> HELP_COMMANDS = Set.of("help", "completion");

    /** Options that may stand before the command and have their value in the next argument. */
    private static final Set<String> OPTIONS_BEFORE = Set.of("--db", "--color");

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

    /** Runs one command in the working folder of this process. */
    public static int run(Console console, String... arguments) {
        return run(console, Path.of(""), arguments);
    }

    /**
     * Runs one command.
     *
     * @param folder the working folder, in which the project's config file is looked for
     */
    static int run(Console console, Path folder, String... arguments) {
        int exitCode = execute(console, folder, List.of(arguments));
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
    private static int execute(Console console, Path folder, List<String> arguments) {
        if (arguments.size() == 1 && VERSION.contains(arguments.get(0))) {
            // Printed without the parser, whose start would take most of the time.
            console.print(Version.sentence());
            return ExitCode.OK;
        }
        ErrorTranslation errors = new ErrorTranslation(console);
        try {
            Settings settings =
                    asksForHelp(arguments) ? Settings.NONE : Settings.read(console, folder);
            return program(console, settings, namesIn(arguments))
                    .execute(arguments.toArray(String[]::new));
        } catch (UsageException wrong) {
            return errors.usage(wrong);
        } catch (Error error) {
            return errors.fault(error);
        }
    }

    private static boolean asksForHelp(List<String> arguments) {
        return !Collections.disjoint(arguments, HELP_OPTIONS)
                || command(arguments).filter(HELP_COMMANDS::contains).isPresent();
    }

    /** The first word that is no option and no option's value. */
    private static Optional<String> command(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("-")) {
                return Optional.of(argument);
            }
            if (OPTIONS_BEFORE.contains(argument)) {
                i++;
            }
        }
        return Optional.empty();
    }

    private static String commandIn(CommandLine.ParseResult parsed) {
        return parsed.hasSubcommand() ? parsed.subcommand().commandSpec().name() : "";
    }

    /** The program with the commands of these names. */
    static CommandLine program(Console console, Settings settings, List<String> names) {
        ErrorTranslation errors = new ErrorTranslation(console);
        ConfiguredDefaults defaults = new ConfiguredDefaults(settings);
        Commands commands = new Commands(console, settings);
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
                .setDefaultValueProvider(defaults)
                .setParameterExceptionHandler((wrong, arguments) ->
                        errors.handleParseException(defaults.located(wrong), arguments))
                .setExecutionExceptionHandler(errors)
                .setExecutionStrategy(parsed -> {
                    try {
                        LibraryLogs.configure(console, commandIn(parsed));
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
