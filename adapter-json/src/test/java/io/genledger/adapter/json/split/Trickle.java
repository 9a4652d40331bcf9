package io.genledger.adapter.json.split;

import java.io.InputStream;

/** A stream that hands out a few bytes at a time. */
final class Trickle extends InputStream {

    private final byte[] bytes;
    private final int mostBytes;
    private int at;

    Trickle(byte[] bytes, int mostBytes) {
        this.bytes = bytes;
        this.mostBytes = mostBytes;
    }

    @Override
    public int read() {
        return at < bytes.length ? bytes[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        int count = Math.min(Math.min(length, mostBytes), bytes.length - at);
        System.arraycopy(bytes, at, into, offset, count);
        at += count;
        return count > 0 ? count : -1;
    }
}
