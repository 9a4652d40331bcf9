package io.genledger.adapter.http;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text from a server safe to show: one short line of printable characters without the key.
 * Messages are for display only, so a pattern extracts them instead of a JSON parser.
 */
final class ServerMessages {

    private static final int SEARCHED_BYTES = 8 * 1024;
    private static final int LONGEST = 200;

    private static final Pattern MESSAGE =
            Pattern.compile("\"message\"\\s*+:\\s*+\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|(.))");
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{C}\\p{Z}\\s]+");

    private final ApiKey key;

    ServerMessages(ApiKey key) {
        this.key = key;
    }

    /** The variable or the file that holds the key. */
    String keyPlace() {
        return key.place();
    }

    /** The message of an error body; without one, the status line. */
    String messageOrStatus(HttpReply reply) {
        return message(reply.body()).orElseGet(() -> statusLine(reply));
    }

    /**
     * The status line, and the message of the error body unless it repeats the reason phrase:
     * {@code 429 Too Many Requests: Rate limit exceeded}, {@code 503 Service Unavailable}.
     */
    String statusAndMessage(HttpReply reply) {
        String status = statusLine(reply);
        return message(reply.body())
                .filter(message -> !message.equalsIgnoreCase(sanitized(reply.reason())))
                .map(message -> status + ": " + message)
                .orElse(status);
    }

    /** The text as one line of at most 200 printable characters, with the key redacted. */
    String sanitized(String text) {
        String line = key.redacted(UNPRINTABLE.matcher(text).replaceAll(" ").strip());
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** Whether showing the text would expose the key. */
    boolean exposesKey(String text) {
        return key.isIn(text);
    }

    /** Whether decoding this JSON document could expose the key, also an escaped one. */
    boolean exposesKey(byte[] json) {
        // Without its zero bytes, a key in UTF-16 or UTF-32 is one in ASCII.
        String text = new String(json, StandardCharsets.ISO_8859_1).replace("\0", "");
        return key.isIn(text) || (text.contains("\\") && key.isIn(unescaped(text)));
    }

    private String statusLine(HttpReply reply) {
        return sanitized(reply.status() + " " + reply.reason());
    }

    private Optional<String> message(byte[] body) {
        int searched = Math.min(body.length, SEARCHED_BYTES);
        Matcher found = MESSAGE.matcher(new String(body, 0, searched, StandardCharsets.UTF_8));
        return found.find()
                ? Optional.of(sanitized(unescaped(found.group(1))))
                        .filter(message -> !message.isEmpty())
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
