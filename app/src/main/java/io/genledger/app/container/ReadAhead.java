package io.genledger.app.container;

import io.genledger.ports.usecase.intake.files.UnreadableFileException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

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

    /**
     * The next bytes, {@code most} unless the stream is shorter or damaged behind them; they are
     * read again, and then the damage is met again.
     */
    synchronized byte[] peek(int most) throws IOException {
        byte[] next = new byte[most];
        int length = 0;
        mark(most);
        try {
            // Byte by byte, because a read of several that fails does not say how many it read.
            for (int one; length < most && (one = read()) >= 0; length++) {
                next[length] = (byte) one;
            }
        } catch (UnreadableFileException damage) {
            if (length == 0) {
                throw damage;
            }
        }
        reset();
        return Arrays.copyOf(next, length);
    }

    /**
     * Reads no more than one read of the stream gives: a buffered stream goes on while more is
     * ready, and if that fails, what it has read before is lost.
     */
    @Override
    public synchronized int read(byte[] bytes, int from, int most) throws IOException {
        if (pos == count && most > 0 && peek(1).length == 0) {
            return -1;
        }
        return super.read(bytes, from, Math.min(most, count - pos));
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
