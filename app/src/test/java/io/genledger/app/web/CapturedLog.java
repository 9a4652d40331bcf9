package io.genledger.app.web;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.AppenderBase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** What all loggers write from warnings on, by whichever provider of SLF4J comes first. */
public final class CapturedLog implements AutoCloseable {

    private final PrintStream err = System.err;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Queue<String> events = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    if (event.getLevel().toInt() >= Level.WARN.toInt()) {
                        events.add(
                                event.getLoggerName()
                                        + ": "
                                        + event.getFormattedMessage()
                                        + "\n"
                                        + ThrowableProxyUtil.asString(event.getThrowableProxy()));
                    }
                }
            };

    public CapturedLog() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            appender.setContext(context);
            appender.start();
            root(context).addAppender(appender);
        } else {
            System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        }
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** The warnings and errors with their stack traces. */
    public String text() {
        return Stream.concat(events.stream(), printed.toString(StandardCharsets.UTF_8).lines())
                .filter(line -> !line.contains(" INFO "))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            root(context).detachAppender(appender);
        } else {
            System.setErr(err);
        }
    }
}
