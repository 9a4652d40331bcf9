package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * An open file and the offset up to which it was read. It can be read to its end even after it is
 * renamed or deleted. Another text is recognised by the bytes before the offset; one in which they
 * are the same, as in a log that repeats one line without times and ids, is not.
 */
final class TailedFile implements AutoCloseable {

    private static final int PIECE = 1 << 20;

    /** Bytes before the offset that are compared. They hold a line with its time or id. */
    private static final int COMPARED = 1 << 10;

    /** Looks without growth after which a writer is expected to have closed a rotated file. */
    private static final int QUIET = 3;

    private static final int LOOKS_PER_CHECK = 60;

    private final FileChannel channel;
    private final String identity;
    private long offset;
    private long checksum;

    /** Bytes at the last look: first those that are compared, then those that are not read yet. */
    private byte[] window = {};

    private int quietLooks;

    private TailedFile(FileChannel channel, String identity, long offset, long checksum) {
        this.channel = channel;
        this.identity = identity;
        this.offset = offset;
        this.checksum = checksum;
    }

    /**
     * Opens the file for reading from an offset on.
     *
     * @param checksum of the bytes before the offset, see {@link TailPosition}; 0 if there are none
     * @return {@code null} if other bytes lie before the offset, never if the offset is 0
     * @throws NoSuchFileException if a rotation has given the name to another file meanwhile
     */
    static @Nullable TailedFile open(DirectoryEntry file, long offset, long checksum)
            throws IOException {
        TailedFile opened =
                new TailedFile(FileChannel.open(file.path()), file.identity(), offset, checksum);
        boolean isIntact = false;
        try {
            if (DirectoryEntry.of(file.path()).filter(opened::is).isEmpty()) {
                throw new NoSuchFileException(file.path().toString());
            }
            isIntact = opened.look();
        } finally {
            if (!isIntact) {
                opened.close();
            }
        }
        return isIntact ? opened : null;
    }

    /** Whether {@code entry} names this file. */
    boolean is(DirectoryEntry entry) {
        return entry.identity().equals(identity);
    }

    TailPosition position(String name, Instant since) {
        return new TailPosition(name, identity, offset, checksum, since);
    }

    /** Reads what the file holds now; returns whether the text before the offset is the same. */
    boolean look() throws IOException {
        int compared = compared();
        byte[] now =
                Channels.newInputStream(channel.position(offset - compared))
                        .readNBytes(compared + PIECE);
        quietLooks = now.length == window.length ? quietLooks + 1 : 0;
        window = now;
        refuseUtf16();
        return now.length >= compared && checksumOf(now, compared) == checksum;
    }

    /** Whether complete lines were not read yet. */
    boolean hasLines() {
        return cut(unread()).end() > 0;
    }

    private byte[] unread() {
        return Arrays.copyOfRange(window, compared(), window.length);
    }

    private static Cut cut(byte[] unread) {
        return Cut.of(unread, unread.length == PIECE);
    }

    /** The complete lines that were not read yet. */
    Optional<String> lines() {
        byte[] unread = unread();
        Cut cut = cut(unread);
        if (cut.end() == 0) {
            return Optional.empty();
        }
        int end = compared() + cut.next();
        offset += cut.next();
        window = Arrays.copyOfRange(window, end - compared(), window.length);
        checksum = checksumOf(window, compared());
        return Optional.of(text(unread, 0, cut.end()));
    }

    /** Whether no complete line was read. */
    boolean isUnread() {
        return offset == 0;
    }

    /** Whether the file has not grown for several looks. */
    boolean isQuiet() {
        return quietLooks >= QUIET;
    }

    /** Whether to check if it was removed: not at every look, because folders may be large. */
    boolean isCheckDue() {
        return quietLooks % LOOKS_PER_CHECK == LOOKS_PER_CHECK - 1;
    }

    /** The unfinished last line, perhaps empty; the offset stays before it, as it may grow. */
    String lastLine() {
        return text(window, compared(), window.length);
    }

    /** The unfinished last line, once after each growth. */
    Optional<String> lastLineWhenQuiet() {
        return quietLooks == QUIET
                ? Optional.of(lastLine()).filter(line -> !line.isEmpty())
                : Optional.empty();
    }

    private int compared() {
        return (int) Math.min(offset, COMPARED);
    }

    private static long checksumOf(byte[] bytes, int length) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, 0, length);
        return checksum.getValue();
    }

    /** In ISO 8859-1 every byte is a character, so no byte is refused; ids are ASCII. */
    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    /** In UTF-16, which a byte order mark shows, ids are not ASCII bytes. */
    private void refuseUtf16() throws IOException {
        String mark = text(window, 0, Math.min(2, window.length));
        if (offset == 0 && (mark.equals("\u00ff\u00fe") || mark.equals("\u00fe\u00ff"))) {
            throw new IOException("UTF-16, which cannot be followed; read it with track --from");
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
