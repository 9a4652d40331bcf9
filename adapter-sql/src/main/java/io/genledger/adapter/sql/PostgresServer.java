package io.genledger.adapter.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A database on a PostgreSQL server, and how to log in. It never shows its password.
 *
 * @param place host, port and database, as in {@code localhost:5432/ledger}
 * @param settings the driver's, as in {@code sslmode=require}; neither user nor password
 * @param user who logs in; whoever runs the program if empty
 * @param password empty if the server wants none
 */
public record PostgresServer(
        String place, List<String> settings, Optional<String> user, Optional<String> password) {

    /** What a URL must look like. */
    public static final String EXPECTED = "postgresql://[USER@]HOST[:PORT]/DATABASE";

    private static final Pattern URL =
            Pattern.compile(
                    "(?i)(?:jdbc:)?postgres(?:ql)?://(?:(?<login>[^/?#]*)@)?"
                            + "(?<hosts>[^/?#@]*)/(?<database>[^/?#]+)(?:\\?(?<settings>[^#]*))?");

    /** Keeps a copy of the settings. */
    public PostgresServer {
        settings = List.copyOf(settings);
    }

    /** Whether {@code text} means a PostgreSQL server, well spelt or not. */
    public static boolean isMeantBy(String text) {
        return text.regionMatches(true, 0, "postgres:", 0, 9)
                || text.regionMatches(true, 0, "postgresql:", 0, 11)
                || text.regionMatches(true, 0, "jdbc:postgres", 0, 13);
    }

    /**
     * Reads {@code postgresql://…}, {@code postgres://…} or {@code jdbc:postgresql://…}.
     *
     * @throws IllegalArgumentException if it is none; the message shows nothing of it
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

    /** As in a URL's path: a plus is a plus. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            // Its message would show a part of what may be the password.
            throw new IllegalArgumentException(
                    "expected " + EXPECTED + ", with % before two hexadecimal digits only");
        }
    }

    /** The same server, for a login that its URL left open. */
    public PostgresServer orElse(Optional<String> otherUser, Optional<String> otherPassword) {
        return new PostgresServer(
                place, settings, user.or(() -> otherUser), password.or(() -> otherPassword));
    }

    /** As the driver wants it, without the login. */
    String jdbcUrl() {
        return "jdbc:postgresql://"
                + place
                + (settings.isEmpty() ? "" : "?" + String.join("&", settings));
    }

    /** Where it is, and nothing that is secret: a setting may be. */
    @Override
    public String toString() {
        return "postgresql://" + place;
    }
}
