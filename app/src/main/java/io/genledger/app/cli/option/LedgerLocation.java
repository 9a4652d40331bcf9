package io.genledger.app.cli.option;

import io.genledger.app.LedgerAddress;
import io.genledger.app.cli.config.Setting;
import io.genledger.app.cli.console.Console;
import io.genledger.app.option.UsageException;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the ledger: {@code --db}, else the setting, else the user's data folder. */
final class LedgerLocation {

    private static final String SQLITE = "jdbc:sqlite:";
    private static final String EXPECTED =
            "a file, jdbc:sqlite:FILE or " + LedgerAddress.SERVER_URL;

    /** A URL, also a mistyped one such as {@code postgresql//…}, or a login before a host. */
    private static final Pattern URL =
            Pattern.compile(
                    "(?i)[\"'\\s]*(?:(?<scheme>jdbc(?=:)|(?:sqlite|file|https?|postgres(?:ql)?)(?=:|//)"
                        + "|[a-z][a-z0-9+.-]+(?=:/))|[^/@\\s]+:[^/]*@).*");

    private LedgerLocation() {}

    static LedgerAddress of(Console console, Optional<Setting> setting) {
        return named(console)
                .or(() -> setting.map(each -> set(each, console)))
                .orElseGet(() -> LedgerAddress.of(dataFolder(console).resolve("ledger.db")));
    }

    static Optional<LedgerAddress> named(Console console) {
        return console.options().db().map(location -> parse("--db", location, console));
    }

    /** A relative file in a config file lies beside it. */
    private static LedgerAddress set(Setting setting, Console console) {
        LedgerAddress address = parse(setting.place(), setting.value(), console);
        if (setting.source() == Setting.Source.PROJECT && LedgerAddress.isServer(setting.value())) {
            throw new UsageException(
                    setting.place()
                            + ": db: a project's file cannot name a server, which would be given"
                            + " $PGPASSWORD: name it in GENLEDGER_DB or in your own config file");
        }
        return address instanceof LedgerAddress.InFile file
                ? LedgerAddress.of(
                        setting.folder().map(at -> at.resolve(file.file())).orElse(file.file()))
                : address;
    }

    /** The folder of what Genledger keeps for the user. */
    static Path dataFolder(Console console) {
        return console.variable("XDG_DATA_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .orElseGet(() -> home(console).resolve(".local").resolve("share"))
                .resolve("genledger");
    }

    /** Java reports the home folder as {@code ?} if the system knows none. */
    private static Path home(Console console) {
        Path home = Path.of(console.variable("HOME").orElse(System.getProperty("user.home")));
        if (!home.isAbsolute()) {
            throw new UsageException(
                    "there is no home folder for the ledger: set HOME, or name a file with --db");
        }
        return home;
    }

    private static LedgerAddress parse(String where, String text, Console console) {
        String location = text.strip();
        return LedgerAddress.isServer(location)
                ? server(where, location, console)
                : LedgerAddress.of(file(where, location, console));
    }

    /** PostgreSQL's own variables name the login where the URL does not. */
    private static LedgerAddress server(String where, String url, Console console) {
        try {
            return LedgerAddress.ofServer(
                    url, console.variable("PGUSER"), console.variable("PGPASSWORD"));
        } catch (IllegalArgumentException wrong) {
            // The URL is not repeated: it may hold a password.
            throw new UsageException(where + ": " + wrong.getMessage());
        }
    }

    private static Path file(String where, String location, Console console) {
        boolean sqlite = location.toLowerCase(Locale.ROOT).startsWith(SQLITE);
        String file = sqlite ? location.substring(SQLITE.length()) : location;
        if (file.isBlank()) {
            throw new UsageException(where + " names no ledger: expected " + EXPECTED);
        }
        Matcher url = URL.matcher(file);
        if (url.matches()) {
            // The rest is not repeated: it may hold a password.
            String start = Optional.ofNullable(url.group("scheme")).orElse("a login");
            throw new UsageException(
                    where
                            + ": cannot keep a ledger in what begins with "
                            + start
                            + ": expected "
                            + EXPECTED);
        }
        if (isGarbled(file) && !new File(file).exists()) {
            throw new UsageException(where + ": the file's name is not UTF-8; rename the file");
        }
        try {
            return file.startsWith("~") ? inHome(where, file, console) : Path.of(file);
        } catch (InvalidPathException invalid) {
            throw new UsageException(where + " is not a file name: " + invalid.getReason());
        }
    }

    /** Whether Java found bytes in the name that are no characters. */
    private static boolean isGarbled(String file) {
        return file.indexOf('\uFFFD') >= 0;
    }

    /** Expands ~/, which shells do not expand inside quotes and variables. */
    private static Path inHome(String where, String file, Console console) {
        if (file.startsWith("~/")) {
            return home(console).resolve(file.substring(2));
        }
        if (file.contains("/")) {
            throw new UsageException(
                    where + ": only ~/ is expanded: write the whole path instead of " + file);
        }
        return Path.of(file);
    }
}
