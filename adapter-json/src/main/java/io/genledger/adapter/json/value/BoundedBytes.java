package io.genledger.adapter.json.value;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Keeps the bytes written to it unless they are more than a limit; then it keeps none. */
public final class BoundedBytes extends ByteArrayOutputStream {

    private final int most;
    private boolean isExceeded;

    /** Keeps at most {@code most} bytes. */
    public BoundedBytes(int most) {
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int from, int length) {
        isExceeded |= length > most - count;
        if (isExceeded) {
            buf = new byte[0];
            reset();
        } else {
            super.write(bytes, from, length);
        }
    }

    /** Whether more bytes were written than the limit. */
    public boolean isExceeded() {
        return isExceeded;
    }

    /** The bytes as UTF-8. */
    public String text() {
        return toString(StandardCharsets.UTF_8);
    }
}
