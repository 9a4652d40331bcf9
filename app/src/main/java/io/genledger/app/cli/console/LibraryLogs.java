package io.genledger.app.cli.console;

import io.genledger.app.option.UsageException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The logs of libraries on standard error: by slf4j-simple, the server's by Logback; the JDK's. */
public final class LibraryLogs {

    private static final String VARIABLE = "GENLEDGER_LOG";
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String PROVIDER = "slf4j.provider";
    private static final String TEXT = "org.slf4j.simple.SimpleServiceProvider";
    private static final String JSON = "ch.qos.logback.classic.spi.LogbackServiceProvider";
    private static final String OFF = "off";
    private static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

    private LibraryLogs() {}

    /** Configures the JDK's own loggers, which PostgreSQL's driver uses: none has a handler. */
    public static final class NoHandlers {}

    /**
     * Chooses the logs and sets the level before the first logger reads it.
     *
     * @param command the first word of the command
     * @throws UsageException if GENLEDGER_LOG is not a level
     */
    public static void configure(Console console, String command) {
        Optional<String> level = level(console);
        System.setProperty(PROVIDER, command.equals("serve") ? JSON : TEXT);
        // Not the line that names the provider.
        System.setProperty("slf4j.internal.verbosity", "WARN");
        System.setProperty(LEVEL, level.orElse(OFF));
        if (level.isEmpty()) {
            System.setProperty("java.util.logging.config.class", NoHandlers.class.getName());
        }
    }

    /** The level that was set; {@code otherwise} if the user asks for none. */
    public static String levelOr(String otherwise) {
        String level = System.getProperty(LEVEL, OFF);
        return level.equals(OFF) ? otherwise : level;
    }

    /** The level that the user asks for; empty for silence. */
    static Optional<String> level(Console console) {
        Optional<String> level =
                console.variable(VARIABLE).map(text -> text.strip().toLowerCase(Locale.ROOT));
        if (level.isPresent() && !LEVELS.contains(level.get())) {
            throw new UsageException(
                    VARIABLE + ": expected " + String.join(", ", LEVELS) + ", not " + level.get());
        }
        return console.options().verbose() ? level.or(() -> Optional.of("info")) : level;
    }
}
