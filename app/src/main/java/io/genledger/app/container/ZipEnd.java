package io.genledger.app.container;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Notices the record that ends a zip archive. A reader of its entries one by one does not notice
 * that an archive is cut off between two of them.
 */
final class ZipEnd extends FilterInputStream {

    private static final int END = 0x504b0506;
    private static final int CHUNK = 1 << 13;

    private int last;
    private boolean seen;

    ZipEnd(InputStream stream) {
        super(stream);
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        if (next >= 0) {
            note(next);
        }
        return next;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int length = super.read(bytes, from, most);
        for (int i = from; i < from + length; i++) {
            note(bytes[i]);
        }
        return length;
    }

    private void note(int next) {
        last = (last << 8) | (next & 0xff);
        seen |= last == END;
    }

    /** Reads the rest; returns whether the record was seen. */
    boolean isSeenAtTheEnd() throws IOException {
        byte[] rest = new byte[CHUNK];
        while (read(rest, 0, CHUNK) >= 0) {
            // The central directory is not needed.
        }
        return seen;
    }
}
