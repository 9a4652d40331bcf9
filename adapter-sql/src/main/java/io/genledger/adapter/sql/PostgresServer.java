package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.postgres.PostgresAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database on a PostgreSQL server, with the login. Its text and its messages show no password.
 *
 * @param place host, port and database, such as {@code localhost:5432/ledger}
 * @param settings names and values of the driver's parameters, such as {@code sslmode} and {@code
 *     require}, without user and password
 * @param user the role that logs in; empty for the name of the system's user
 * @param password empty if the server requires none
 */
public record PostgresServer(
        String place,
        Map<String, String> settings,
        Optional<String> user,
        Optional<String> password) {

    /** The form of a URL, for messages. */
    public static final String EXPECTED = "postgresql://[USER@]HOST[:PORT]/DATABASE";

    private static final String HOST =
            "(?:[^\\s:,;/?#@&=%\\[\\]]*|\\[[0-9A-Fa-f:.]+])(?::\\d{1,5})?";

    /** Strict about host, port and database, because messages show them. */
    private static final Pattern URL =
            Pattern.compile(
                    "(?i)(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?#]*)@)?"
                            + ("(?<hosts>" + HOST + "(?:," + HOST + ")*)")
                            + "/(?<database>[^\\s/?#@&=;]+)(?:\\?(?<settings>[^#]*))?");

    private static final Pattern PORT = Pattern.compile(":(\\d+)(?=,|$)");
    private static final int MAX_PORT = 65_535;

    private static final String USER = "user";
    private static final String PASSWORD = "password";

    /** Copies the settings. */
    public PostgresServer {
        settings = Map.copyOf(settings);
    }

    /**
     * Whether {@code text} begins like the URL of a PostgreSQL server; it may still be malformed.
     */
    public static boolean isMeantBy(String text) {
        return text.regionMatches(true, 0, "postgres:", 0, 9)
                || text.regionMatches(true, 0, "postgresql:", 0, 11)
                || text.regionMatches(true, 0, "jdbc:postgres", 0, 13);
    }

    /**
     * Reads {@code postgresql://…}, {@code postgres://…} or {@code jdbc:postgresql://…}.
     *
     * @throws IllegalArgumentException if it is malformed; the message shows no part of it, since
     *     any part may be the password
     */
    public static PostgresServer of(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        String login = Optional.ofNullable(matcher.group("login")).orElse("");
        int colon = login.indexOf(':');
        Optional<String> user = Optional.of(colon < 0 ? login : login.substring(0, colon));
        Optional<String> password =
                colon < 0 ? Optional.empty() : Optional.of(login.substring(colon + 1));
        Map<String, String> settings = settings(matcher.group("settings"));
        Optional<String> userSetting = Optional.ofNullable(settings.remove(USER));
        Optional<String> passwordSetting = Optional.ofNullable(settings.remove(PASSWORD));
        String hosts = matcher.group("hosts");
        String database = matcher.group("database");
        var unused = decoded(database);
        PORT.matcher(hosts).results().forEach(port -> requirePort(port.group(1)));
        return new PostgresServer(
                (hosts.isEmpty() ? "localhost" : hosts) + "/" + database,
                settings,
                user.map(PostgresServer::decoded)
                        .filter(name -> !name.isEmpty())
                        .or(() -> userSetting),
                password.map(PostgresServer::decoded).or(() -> passwordSetting));
    }

    private static void requirePort(String port) {
        int number = Integer.parseInt(port);
        if (number < 1 || number > MAX_PORT) {
            throw new IllegalArgumentException("expected " + EXPECTED + ", PORT from 1 to 65535");
        }
    }

    /** The parameters by name; user and password in any spelling have the driver's names. */
    private static Map<String, String> settings(@Nullable String query) {
        Map<String, String> settings = new HashMap<>();
        for (String setting : query == null ? new String[0] : query.split("&")) {
            int equals = setting.indexOf('=');
            String name = decoded(equals < 0 ? setting : setting.substring(0, equals));
            String value = equals < 0 ? "" : decoded(setting.substring(equals + 1));
            boolean login = name.equalsIgnoreCase(USER) || name.equalsIgnoreCase(PASSWORD);
            settings.putIfAbsent(login ? name.toLowerCase(Locale.ROOT) : name, value);
        }
        settings.remove("");
        return settings;
    }

    /** Decodes percent signs only: in a URL's path, a plus is literal. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            // The decoder's message would show a part of the text, which may be the password.
            throw new IllegalArgumentException(
                    "expected " + EXPECTED + ", with % before two hexadecimal digits only");
        }
    }

    /** The same server, with this user and password where its URL has none. */
    public PostgresServer orElse(Optional<String> otherUser, Optional<String> otherPassword) {
        return new PostgresServer(
                place, settings, user.or(() -> otherUser), password.or(() -> otherPassword));
    }

    /** The driver's form; its URL shows up in the driver's own messages and logs. */
    PostgresAddress address() {
        return new PostgresAddress(
                toString(), "jdbc:postgresql://" + place, settings, user, password);
    }

    /** Host, port and database; the settings may hold secrets. */
    @Override
    public String toString() {
        return "postgresql://" + place;
    }
}
