package io.genledger.app.container;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip, and fails behind its last member if other bytes follow, which {@link
 * GZIPInputStream} ignores: a log that is appended to a compressed file would be lost silently.
 */
final class WholeGzip extends GZIPInputStream {

    private static final int BUFFER = 1 << 16;

    /** The checksum and the size behind a member. */
    private static final int TRAILER = 8;

    /** Whether other bytes follow; a reader that asks again is told again. */
    private boolean isFollowed;

    WholeGzip(InputStream packed) throws IOException {
        super(packed, BUFFER);
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        int length = super.read(bytes, from, most);
        isFollowed |= length < 0 && (inf.getRemaining() > TRAILER || in.read() >= 0);
        if (isFollowed) {
            throw new ZipException("bytes that are not gzip follow behind what was read");
        }
        return length;
    }
}
