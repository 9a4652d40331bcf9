package io.genledger.adapter.json.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once behind the beginning of a text, and ends then. */
final class CutStream extends InputStream {

    private final InputStream beginning;
    private boolean hasFailed;

    CutStream(String text, int length) {
        beginning = new ByteArrayInputStream(text.getBytes(UTF_8), 0, length);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        int read = beginning.read(into, from, most);
        if (read < 0 && !hasFailed) {
            hasFailed = true;
            throw new EOFException("cut off");
        }
        return read;
    }
}
