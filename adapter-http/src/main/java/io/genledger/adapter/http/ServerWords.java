package io.genledger.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server said, made fit to be shown: one line, short, without the key. Nothing is decided by
 * these words, so the message is picked out of an error body without reading JSON for good.
 */
final class ServerWords {

    private static final int SEARCHED_BYTES = 8 * 1024;
    private static final int LONGEST = 200;

    private static final Pattern MESSAGE =
            Pattern.compile("\"message\"\\s*+:\\s*+\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    private final ApiKey key;

    ServerWords(ApiKey key) {
        this.key = key;
    }

    /** The message of an error body; without one, the status in words. */
    String of(HttpAnswer answer) {
        return message(answer.body()).orElseGet(() -> status(answer));
    }

    /** The status with its own words: {@code 503 Service Unavailable}. */
    String status(HttpAnswer answer) {
        return shown(answer.status() + " " + answer.reason());
    }

    /** Any foreign text, made fit to be shown. */
    String shown(String text) {
        String line = key.redacted(UNPRINTABLE.matcher(text).replaceAll(" ").strip());
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Whether this text would give the key away. */
    boolean showKey(String text) {
        return !key.redacted(text).equals(text);
    }

    private Optional<String> message(byte[] body) {
        int searched = Math.min(body.length, SEARCHED_BYTES);
        Matcher found = MESSAGE.matcher(new String(body, 0, searched, StandardCharsets.UTF_8));
        return found.find()
                ? Optional.of(shown(unescaped(found.group(1)))).filter(words -> !words.isEmpty())
                : Optional.empty();
    }

    private static String unescaped(String json) {
        return ESCAPE.matcher(json)
                .replaceAll(escape -> Matcher.quoteReplacement(character(escape)));
    }

    private static String character(MatchResult escape) {
        String hex = escape.group(1);
        if (hex != null) {
            return String.valueOf((char) Integer.parseInt(hex, 16));
        }
        String plain = escape.group(2);
        return "bfnrt".contains(plain) ? " " : plain;
    }
}
