package io.genledger.adapter.sql;

import io.genledger.adapter.sql.engine.PostgresAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database on a PostgreSQL server, with the login. Its text and its messages show no password.
 *
 * @param place host, port and database, such as {@code localhost:5432/ledger}
 * @param settings parameters of the driver, such as {@code sslmode=require}, without user and
 *     password
 * @param user the role that logs in; empty for the name of the system's user
 * @param password empty if the server requires none
 */
public record PostgresServer(
        String place, List<String> settings, Optional<String> user, Optional<String> password) {

    /** The form of a URL, for messages. */
    public static final String EXPECTED = "postgresql://[USER@]HOST[:PORT]/DATABASE";

    private static final Pattern URL =
            Pattern.compile(
                    "(?i)(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?#]*)@)?"
                            + "(?<hosts>[^/?#@]*)/(?<database>[^/?#]+)(?:\\?(?<settings>[^#]*))?");

    /** Copies the settings. */
    public PostgresServer {
        settings = List.copyOf(settings);
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
        List<String> all =
                Arrays.stream(Optional.ofNullable(matcher.group("settings")).orElse("").split("&"))
                        .filter(setting -> !setting.isEmpty())
                        .toList();
        String hosts = matcher.group("hosts");
        return new PostgresServer(
                (hosts.isEmpty() ? "localhost" : hosts) + "/" + matcher.group("database"),
                all.stream().filter(one -> !isLogin(one)).toList(),
                user.map(PostgresServer::decoded)
                        .filter(name -> !name.isEmpty())
                        .or(() -> setting("user", all)),
                password.map(PostgresServer::decoded).or(() -> setting("password", all)));
    }

    private static boolean isLogin(String setting) {
        return setting.startsWith("user=") || setting.startsWith("password=");
    }

    private static Optional<String> setting(String name, List<String> settings) {
        return settings.stream()
                .filter(one -> one.startsWith(name + "="))
                .map(one -> decoded(one.substring(name.length() + 1)))
                .findFirst();
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

    /** The driver's URL, without user and password. */
    String jdbcUrl() {
        return "jdbc:postgresql://"
                + place
                + (settings.isEmpty() ? "" : "?" + String.join("&", settings));
    }

    PostgresAddress address() {
        return new PostgresAddress(toString(), jdbcUrl(), user, password);
    }

    /** Host, port and database; the settings may hold secrets. */
    @Override
    public String toString() {
        return "postgresql://" + place;
    }
}
