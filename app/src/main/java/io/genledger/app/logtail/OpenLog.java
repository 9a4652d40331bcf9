package io.genledger.app.logtail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A file that is open for reading, even after it is renamed. */
final class OpenLog implements AutoCloseable {

    /** Enough for the first lines of a log, whose timestamps distinguish it from other logs. */
    private static final int HEAD_BYTES = 1024;

    private final SeekableByteChannel channel;
    private final Optional<String> identity;

    private OpenLog(SeekableByteChannel channel, Optional<String> identity) {
        this.channel = channel;
        this.identity = identity;
    }

    static OpenLog open(Path file) throws IOException {
        SeekableByteChannel channel = Files.newByteChannel(file);
        try {
            return new OpenLog(channel, identityOf(file));
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    /** Device and inode, which survive a rename; empty if the file system has none. */
    static Optional<String> identityOf(Path file) throws IOException {
        Object key = Files.readAttributes(file, BasicFileAttributes.class).fileKey();
        return Optional.ofNullable(key).map(Object::toString);
    }

    Optional<String> identity() {
        return identity;
    }

    long size() throws IOException {
        return channel.size();
    }

    /** Up to {@code most} bytes from {@code offset}; fewer at the end of the file. */
    byte[] read(long offset, int most) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(most, Math.max(0, size() - offset)));
        channel.position(offset);
        while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
            // A channel may read fewer bytes than are left.
        }
        byte[] bytes = new byte[buffer.position()];
        buffer.flip().get(bytes);
        return bytes;
    }

    /** Whether it begins with a byte order mark of UTF-16, in which ids are not ASCII bytes. */
    boolean isUtf16() throws IOException {
        byte[] mark = read(0, 2);
        return Arrays.equals(mark, new byte[] {(byte) 0xff, (byte) 0xfe})
                || Arrays.equals(mark, new byte[] {(byte) 0xfe, (byte) 0xff});
    }

    /** The digest of the first bytes, at most {@value #HEAD_BYTES}. */
    Head head() throws IOException {
        return headOf(HEAD_BYTES);
    }

    /** Whether the file still begins with the bytes of {@code head}. */
    boolean beginsWith(Head head) throws IOException {
        return head.bytes() <= size() && headOf(head.bytes()).equals(head);
    }

    private Head headOf(int bytes) throws IOException {
        byte[] first = read(0, bytes);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(first);
            return new Head(HexFormat.of().formatHex(digest), first.length);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * The digest of a file's first bytes.
     *
     * @param digest their SHA-256 in hexadecimal
     * @param bytes number of bytes, 0 or more
     */
    record Head(String digest, int bytes) {}

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
