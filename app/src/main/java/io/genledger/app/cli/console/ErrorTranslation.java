package io.genledger.app.cli.console;

import io.genledger.app.cli.render.CcusageWords;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.container.FileAdvice;
import io.genledger.app.option.UsageException;
import io.genledger.ports.document.KeyMask;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.report.UnknownGenerationException;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Turns each error into one line and an exit code; an internal error also prints its stack trace.
 */
public final class ErrorTranslation
        implements IExecutionExceptionHandler, IParameterExceptionHandler {

    /** A login in a URL, and a password in its settings, as the user may have typed them. */
    private static final Pattern SECRET =
            Pattern.compile(
                    "(?<=//)(?!\\[USER)[^/\\s']*:[^\\s']*(?=@)|(?i)(?<=password=|accessToken=)[^&\\s']+");

    private final Console console;

    public ErrorTranslation(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            say(unmatched(unmatched));
            return ExitCode.USAGE;
        }
        say(
                Optional.ofNullable(wrong.getValue())
                        .flatMap(FileAdvice::of)
                        .orElse(String.valueOf(wrong.getMessage())));
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        console.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    /** One line: the command or option that was probably meant, else where they are listed. */
    private static String unmatched(UnmatchedArgumentException wrong) {
        CommandSpec command = wrong.getCommandLine().getCommandSpec();
        String argument = wrong.getUnmatched().get(0);
        Optional<String> file = FileAdvice.of(argument);
        if (file.isPresent()) {
            return command.name() + " takes no file; " + file.get();
        }
        int value = argument.indexOf('=');
        String typed = value < 0 ? argument : argument.substring(0, value);
        boolean option = typed.startsWith("-");
        boolean subcommand = !option && !command.subcommands().isEmpty();
        String kind = option ? "option" : subcommand ? "command" : "argument";
        Collection<String> known =
                option
                        ? command.optionsMap().keySet()
                        : subcommand ? command.subcommands().keySet() : List.of();
        return "no %s '%s'; ".formatted(kind, typed)
                + (option
                                ? CcusageWords.option(command.name(), typed)
                                : CcusageWords.command(typed))
                        .or(() ->
                                Suggestions.nearest(typed, known)
                                        .map(nearest -> "did you mean %s?".formatted(nearest)))
                        .orElseGet(() -> "see %s --help".formatted(command.qualifiedName()));
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        if (console.options().verbose()) {
            printStackTrace(failure);
        }
        return switch (failure) {
            case ParameterException wrong -> handleParseException(wrong, new String[0]);
            case UsageException wrong -> say(wrong, ExitCode.USAGE);
            case SourceRefusedException refused -> say(refused, ExitCode.REFUSED);
            case SourceUnavailableException down -> say(down, ExitCode.UNAVAILABLE);
            case LedgerUnavailableException down -> say(down, ExitCode.UNAVAILABLE);
            case LakeUnavailableException down -> say(down, ExitCode.UNAVAILABLE);
            case UnknownGenerationException unknown -> say(unknown, ExitCode.USAGE);
            case EntriesPrunedException pruned -> say(pruned, ExitCode.USAGE);
            case UndecodableDocumentException unread -> say(unread, ExitCode.REJECTED);
            case IOException broken -> say(FileErrors.sentence(broken), ExitCode.UNAVAILABLE);
            default ->
                    console.options().verbose()
                            ? say(
                                    "an internal error; please report it with the lines above",
                                    ExitCode.FAULT)
                            : fault(failure);
        };
    }

    private int say(Exception failure, int exitCode) {
        return say(String.valueOf(failure.getMessage()), exitCode);
    }

    private int say(String message, int exitCode) {
        say(message);
        return exitCode;
    }

    private void say(String message) {
        console.err().println("genledger: " + Sanitized.lines(withoutSecrets(message)));
    }

    private void printStackTrace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        console.err().print(withoutSecrets(trace.toString()));
    }

    /** The text without the secrets of URLs in it. */
    public static String withoutSecrets(String text) {
        return KeyMask.of(SECRET.matcher(text).replaceAll("…"));
    }

    /** Reports wrong usage or configuration that was found before a command was run. */
    public int usage(UsageException wrong) {
        return say(wrong, ExitCode.USAGE);
    }

    /** Reports an internal error. */
    public int fault(Throwable fault) {
        say("an internal error; please report it with these lines:");
        printStackTrace(fault);
        return ExitCode.FAULT;
    }
}
