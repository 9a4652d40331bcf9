package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.jspecify.annotations.Nullable;

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
    private @Nullable IOException failure;

    /** Reads the first line of {@code stream}, and a few bytes at least. */
    Beginning(InputStream stream) {
        rest = stream;
        int read = 0;
        while (read >= 0 && length < MOST_BYTES && !isEnough()) {
            read = read();
            length += Math.max(0, read);
        }
    }

    /** Reads some bytes; a failure waits until those before it were read. */
    private int read() {
        try {
            return rest.read(bytes, length, MOST_BYTES - length);
        } catch (IOException failed) {
            failure = failed;
            return -1;
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

    /** The stream from its beginning, which fails where it failed. */
    InputStream stream() {
        @Nullable IOException failed = failure;
        InputStream after = failed == null ? rest : failing(failed);
        return new SequenceInputStream(new ByteArrayInputStream(bytes, 0, length), after);
    }

    private static InputStream failing(IOException failure) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                throw failure;
            }

            @Override
            public int read(byte[] target, int from, int length) throws IOException {
                throw failure;
            }
        };
    }
}
