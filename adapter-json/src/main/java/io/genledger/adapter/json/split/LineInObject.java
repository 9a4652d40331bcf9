package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.regex.Pattern;

/**
 * A line in an object that begins with no JSON. The object was cut off before it if it is a line of
 * a saved HTTP exchange or of an event stream.
 */
final class LineInObject {

    private static final Pattern OF_NO_OBJECT =
            Pattern.compile(
                    "HTTP/[0-9.]+ [0-9]{3}\\b.*|< .*|> [A-Z]+ .*|\\* [A-Z].*"
                            + "|[A-Z]+ \\S+ HTTP/[0-9.]+|(?i:x-generation-id): .*"
                            + "|event: .*|data: .*|: OPENROUTER .*");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Whether a line in an object hardly begins with {@code b}: no value, name or bracket does. */
    static boolean beginsWith(byte b) {
        return b > ' ' && "\"{}[],-0123456789tfn".indexOf(b) < 0;
    }

    /** Adds bytes up to the end of the line; returns where the rest begins. */
    int add(byte[] chunk, int from, int to) {
        int end = Math.min(to, from + Framing.LINE_BYTES - bytes.size());
        int at = from;
        while (at < end && chunk[at] != '\n') {
            at++;
        }
        bytes.write(chunk, from, at - from);
        return at;
    }

    /** Whether the line is longer than one with a meaning. */
    boolean isLong() {
        return bytes.size() == Framing.LINE_BYTES;
    }

    /** Whether the line, which was read to its end, is of no object. */
    boolean isOfNoObject() {
        return !isLong() && OF_NO_OBJECT.matcher(bytes.toString(UTF_8).strip()).matches();
    }

    /** The line without its end; it is empty then. */
    byte[] take() {
        byte[] line = bytes.toByteArray();
        bytes.reset();
        return line;
    }
}
