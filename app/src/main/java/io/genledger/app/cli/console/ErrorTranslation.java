package io.genledger.app.cli.console;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.IOException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns failures into one clear line and an exit code; only a fault of ours prints its trace. */
public final class ErrorTranslation
        implements IExecutionExceptionHandler, IParameterExceptionHandler {

    private final Console environment;

    public ErrorTranslation(Console environment) {
        this.environment = environment;
    }

    @Override
    public int handleParseException(ParameterException wrong, String[] arguments) {
        say(String.valueOf(wrong.getMessage()));
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        environment.err().println("Try '" + command + " --help'.");
        return ExitCode.USAGE;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        return switch (failure) {
            case UsageException wrong -> say(wrong, ExitCode.USAGE);
            case SourceRefusedException refused -> say(refused, ExitCode.REFUSED);
            case SourceUnavailableException down -> say(down, ExitCode.UNAVAILABLE);
            case LedgerUnavailableException down -> say(down, ExitCode.UNAVAILABLE);
            case UndecodableDocumentException unread -> say(unread, ExitCode.REJECTED);
            case IOException broken -> say(FileErrors.sentence(broken), ExitCode.UNAVAILABLE);
            default -> fault(failure);
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
        environment.err().println("genledger: " + Sanitized.lines(message));
    }

    /** Says that this program itself failed. */
    public int fault(Throwable fault) {
        say("a fault of genledger itself, please report it with these lines:");
        fault.printStackTrace(environment.err());
        return ExitCode.FAULT;
    }
}
