package io.genledger.adapter.sql;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The schema of a lake on a Trino server, with the login. Its text and its messages show no
 * password.
 *
 * @param host host and port, such as {@code localhost:8080}
 * @param catalog the name of the server's Iceberg catalog
 * @param schema the schema of the lake's table in this catalog
 * @param settings names and values of the driver's parameters, such as {@code SSL} and {@code
 *     true}, without user and password
 * @param user the name that the server is told; empty for {@code genledger}
 * @param password empty if the server requires none
 */
public record TrinoServer(
        String host,
        String catalog,
        String schema,
        Map<String, String> settings,
        Optional<String> user,
        Optional<String> password) {

    /** The form of a URL, for messages. */
    public static final String EXPECTED = "jdbc:trino://HOST:PORT/CATALOG/SCHEMA[?PARAMETERS]";

    private static final Pattern URL =
            Pattern.compile(
                    "(?:jdbc:)?trino://(?<host>[A-Za-z0-9._-]+(?::\\d{1,5})?|\\[[0-9A-Fa-f:.]+](?::\\d{1,5})?)"
                        + "/(?<catalog>[A-Za-z0-9_]+)/(?<schema>[A-Za-z0-9_]+)(?:\\?(?<settings>[^#]*))?");

    /** Copies the settings. */
    public TrinoServer {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads {@code jdbc:trino://…} or {@code trino://…}.
     *
     * @throws IllegalArgumentException if it is malformed; the message shows no part of it, since
     *     any part may be the password
     */
    public static TrinoServer of(String url) {
        Matcher matcher = URL.matcher(url);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected " + EXPECTED);
        }
        Map<String, String> settings = new HashMap<>();
        String query = Optional.ofNullable(matcher.group("settings")).orElse("");
        for (String setting : query.split("&", -1)) {
            int equals = setting.indexOf('=');
            if (equals > 0) {
                settings.putIfAbsent(
                        setting.substring(0, equals), decoded(setting.substring(equals + 1)));
            }
        }
        Optional<String> user = Optional.ofNullable(settings.remove("user"));
        Optional<String> password = Optional.ofNullable(settings.remove("password"));
        return new TrinoServer(
                matcher.group("host"),
                matcher.group("catalog").toLowerCase(Locale.ROOT),
                matcher.group("schema").toLowerCase(Locale.ROOT),
                settings,
                user,
                password);
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException wrong) {
            // The decoder's message would show a part of the text, which may be the password.
            throw new IllegalArgumentException(
                    "expected " + EXPECTED + ", with % before two hexadecimal digits only");
        }
    }

    /** The same server, with this user and password where its URL has none. */
    public TrinoServer orElse(Optional<String> otherUser, Optional<String> otherPassword) {
        return new TrinoServer(
                host,
                catalog,
                schema,
                settings,
                user.or(() -> otherUser),
                password.or(() -> otherPassword));
    }

    /** Host, catalog and schema; the settings may hold secrets. */
    @Override
    public String toString() {
        return "trino://" + host + "/" + catalog + "/" + schema;
    }
}
