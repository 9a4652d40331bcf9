package io.genledger.app.cli.ingest.rejects;

import io.genledger.ports.document.KeyMask;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Hides keys in what is written, also one that is written in pieces. */
final class KeyHiding extends FilterOutputStream {

    /** Far more than a key has; what is longer without a boundary has none. */
    private static final int MOST_HELD = 1 << 20;

    private final ByteArrayOutputStream held = new ByteArrayOutputStream();

    KeyHiding(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int end = from + length;
        while (end > from && isOfKey(bytes[end - 1])) {
            end--;
        }
        held.write(bytes, from, end - from);
        if (end > from || held.size() > MOST_HELD) {
            writeHeld();
        }
        held.write(bytes, end, from + length - end);
    }

    /** Whether a key, or what announces one, can go on with {@code b}. */
    private static boolean isOfKey(byte b) {
        return Character.isLetterOrDigit(b) || "._~+/=- \t".indexOf(b) >= 0;
    }

    private void writeHeld() throws IOException {
        byte[] bytes = held.toByteArray();
        held.reset();
        out.write(KeyMask.of(bytes));
    }

    @Override
    public void flush() throws IOException {
        writeHeld();
        out.flush();
    }
}
