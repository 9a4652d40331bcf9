package io.genledger.app.cli.config;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of each key in TOML that was read: Jackson tells lines of errors only. */
final class TomlLines {

    private static final String NAME = "(?:[A-Za-z0-9_-]+|\"[^\"]*\"|'[^']*')";
    private static final String PATH = NAME + "(?:\\s*\\.\\s*" + NAME + ")*";
    private static final Pattern TABLE = Pattern.compile("\\s*\\[\\[?\\s*(" + PATH + ")\\s*].*");
    private static final Pattern KEY = Pattern.compile("\\s*(" + PATH + ")\\s*=.*");

    private final Map<String, Integer> lines = new HashMap<>();
    private Optional<Integer> repeated = Optional.empty();

    TomlLines(String text) {
        String table = "";
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            Matcher header = TABLE.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                table = plain(header.group(1)) + ".";
                put(plain(header.group(1)), number);
            } else if (key.matches()) {
                String path = table + plain(key.group(1));
                put(path, number);
                int dot = path.indexOf('.');
                lines.putIfAbsent(dot < 0 ? path : path.substring(0, dot), number);
            }
        }
    }

    private void put(String path, int line) {
        if (lines.putIfAbsent(path, line) != null && repeated.isEmpty()) {
            repeated = Optional.of(line);
        }
    }

    /** The first line with a key or table that an earlier line has; Jackson names a later one. */
    Optional<Integer> repeated() {
        return repeated;
    }

    /** The line of {@code key}, or of the inline table that holds it. */
    int of(String key) {
        int dot = key.indexOf('.');
        String table = dot < 0 ? key : key.substring(0, dot);
        return lines.getOrDefault(key, lines.getOrDefault(table, 1));
    }

    private static String plain(String path) {
        return path.replaceAll("[\"'\\s]", "");
    }
}
