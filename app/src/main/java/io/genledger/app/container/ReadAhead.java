package io.genledger.app.container;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream whose first bytes can be looked at. It is not closed with its reader, and {@link
 * #available} is zero at its end only: a reader of gzip takes it for the question whether another
 * member follows, and would end at the first one when a pipe is slow.
 */
final class ReadAhead extends BufferedInputStream {

    private static final int SIZE = 1 << 16;

    ReadAhead(InputStream stream) {
        super(stream, SIZE);
    }

    /** The next bytes, {@code most} unless the stream is shorter; they are read again. */
    synchronized byte[] peek(int most) throws IOException {
        mark(most);
        byte[] next = readNBytes(most);
        reset();
        return next;
    }

    @Override
    public synchronized int available() throws IOException {
        int ready = super.available();
        return ready > 0 ? ready : peek(1).length;
    }

    @Override
    public void close() {
        // Closed by the one who opened the file.
    }
}
