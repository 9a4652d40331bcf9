package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/**
 * The beginning of a stream, which shows whether it is one file as a whole, such as a CSV or an
 * HTTP archive.
 */
final class Beginning {

    /** More than the header of an export has. */
    private static final int MOST_BYTES = 4 << 10;

    /** Enough of an object to see its first fields. */
    private static final int FEW_BYTES = 64;

    private final InputStream rest;
    private final byte[] bytes = new byte[MOST_BYTES];
    private int length;

    /** Reads the first line of {@code stream}, and a few bytes at least. */
    Beginning(InputStream stream) throws IOException {
        rest = stream;
        int read = 0;
        while (read >= 0 && length < MOST_BYTES && !isEnough()) {
            read = stream.read(bytes, length, MOST_BYTES - length);
            length += Math.max(0, read);
        }
    }

    private boolean isEnough() {
        return length >= FEW_BYTES && text().indexOf('\n') >= 0;
    }

    /** The beginning as text. */
    String text() {
        return new String(bytes, 0, length, UTF_8);
    }

    /** The first line, without a byte order mark. */
    String firstLine() {
        String line = text().lines().findFirst().orElse("");
        return line.startsWith("\ufeff") ? line.substring(1) : line;
    }

    /** The stream from its beginning. */
    InputStream stream() {
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, length), rest);
    }
}
