package io.genledger.app.cli.option;

import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.UsageException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the ledger: {@code --db}, else {@code $GENLEDGER_DB}, else the user's data folder. */
public final class LedgerLocation {

    private static final String VARIABLE = "GENLEDGER_DB";
    private static final String SQLITE = "jdbc:sqlite:";
    private static final String EXPECTED = "a file, jdbc:sqlite:FILE or " + PostgresServer.EXPECTED;
    private static final Pattern URL = Pattern.compile("(?i)(jdbc:|[a-z][a-z0-9+.-]+://).*");

    private LedgerLocation() {}

    public static LedgerOpener of(Optional<String> option, Console environment) {
        return option.map(location -> parse("--db", location, environment))
                .or(() ->
                        environment
                                .variable(VARIABLE)
                                .map(text -> parse(VARIABLE, text, environment)))
                .orElseGet(() ->
                        new LedgerOpener.InFile(
                                dataFolder(environment).resolve("genledger").resolve("ledger.db")));
    }

    private static Path dataFolder(Console environment) {
        return environment
                .variable("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(environment).resolve(".local").resolve("share"));
    }

    private static Path home(Console environment) {
        return Path.of(environment.variable("HOME").orElse(System.getProperty("user.home")));
    }

    private static LedgerOpener parse(String where, String location, Console environment) {
        return PostgresServer.isMeantBy(location)
                ? new LedgerOpener.OnServer(server(where, location, environment))
                : new LedgerOpener.InFile(file(where, location));
    }

    /** The variables are those of PostgreSQL's own programs; a URL may leave the login to them. */
    private static PostgresServer server(String where, String url, Console environment) {
        try {
            return PostgresServer.of(url)
                    .orElse(environment.variable("PGUSER"), environment.variable("PGPASSWORD"));
        } catch (IllegalArgumentException wrong) {
            // The URL is not repeated: it may hold a password.
            throw new UsageException(where + ": " + wrong.getMessage());
        }
    }

    private static Path file(String where, String location) {
        boolean sqlite = location.toLowerCase(Locale.ROOT).startsWith(SQLITE);
        String file = sqlite ? location.substring(SQLITE.length()) : location;
        if (file.isBlank()) {
            throw new UsageException(where + " names no ledger: expected " + EXPECTED);
        }
        if (URL.matcher(file).matches()) {
            String scheme = file.substring(0, file.indexOf(':', file.startsWith("jdbc:") ? 5 : 0));
            throw new UsageException(
                    where + ": cannot keep a ledger in '" + scheme + ":…': expected " + EXPECTED);
        }
        try {
            return Path.of(file);
        } catch (InvalidPathException invalid) {
            throw new UsageException(where + " is not a file name: " + invalid.getReason());
        }
    }
}
