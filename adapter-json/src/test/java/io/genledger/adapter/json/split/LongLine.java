package io.genledger.adapter.json.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.InputStream;
import java.util.Arrays;

/** A stream of one endless-looking line and a good document on the next, held nowhere. */
final class LongLine extends InputStream {

    private static final byte[] NEXT_LINE = "\n{\"id\":\"a\"}".getBytes(UTF_8);

    private final byte[] beginning;
    private final long lineBytes;
    private long at;

    LongLine(String beginning, long lineBytes) {
        this.beginning = beginning.getBytes(UTF_8);
        this.lineBytes = lineBytes;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        byte[] source = at < beginning.length ? beginning : NEXT_LINE;
        long sourceAt = at < beginning.length ? at : at - lineBytes;
        if (sourceAt >= source.length) {
            return -1;
        }
        int count;
        if (sourceAt < 0) {
            count = (int) Math.min(length, -sourceAt);
            Arrays.fill(into, offset, offset + count, (byte) 'x');
        } else {
            count = (int) Math.min(length, source.length - sourceAt);
            System.arraycopy(source, (int) sourceAt, into, offset, count);
        }
        at += count;
        return count;
    }
}
