package io.genledger.app.cli.serve.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import io.genledger.app.cli.console.LibraryLogs;

/** The server's log: a JSON object for each event, on standard error. Logback finds this class. */
public final class JsonLogs extends ContextAwareBase implements Configurator {

    @Override
    public ExecutionStatus configure(LoggerContext context) {
        JsonLogEncoder encoder = new JsonLogEncoder();
        encoder.setContext(context);
        encoder.start();

        ConsoleAppender<ILoggingEvent> output = new ConsoleAppender<>();
        output.setContext(context);
        output.setTarget("System.err");
        output.setEncoder(encoder);
        output.start();

        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.addAppender(output);
        root.setLevel(Level.toLevel(LibraryLogs.levelOr("warn")));
        context.getLogger("io.genledger").setLevel(Level.toLevel(LibraryLogs.levelOr("info")));
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }
}
