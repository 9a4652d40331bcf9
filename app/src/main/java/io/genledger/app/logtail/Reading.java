package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** An open file and the offset up to which it was read. */
final class Reading implements AutoCloseable {

    private static final int PIECE = 1 << 20;

    private final OpenLog log;
    private OpenLog.Head head;
    private long offset;

    private Reading(OpenLog log, OpenLog.Head head, long offset) {
        this.log = log;
        this.head = head;
        this.offset = offset;
    }

    static Reading fromTheBeginning(OpenLog log) throws IOException {
        return new Reading(log, log.head(), 0);
    }

    static Reading from(TailPosition position, OpenLog log) {
        return new Reading(
                log, new OpenLog.Head(position.head(), position.headBytes()), position.offset());
    }

    Optional<String> identity() {
        return log.identity();
    }

    /** Whether bytes that were read are gone. */
    boolean wasTruncated() throws IOException {
        return log.size() < offset || !log.beginsWith(head);
    }

    /** Goes back to the beginning of the truncated file. */
    void startAgain() throws IOException {
        offset = 0;
        head = log.head();
    }

    /** The complete lines that were added; empty also while the file is being truncated. */
    Optional<String> next() throws IOException {
        OpenLog.Head grown = log.head();
        byte[] bytes = log.read(offset, PIECE);
        refuseUtf16(bytes);
        Cut cut = Cut.of(bytes, bytes.length == PIECE);
        // Checked after the read, so that a truncation during the read is noticed as well.
        if (cut.end() == 0 || wasTruncated() || !log.beginsWith(grown)) {
            return Optional.empty();
        }
        head = grown;
        offset += cut.next();
        return Optional.of(text(bytes, cut.end()));
    }

    /** The unfinished last line, perhaps empty; the offset stays before it. */
    String lastLine() throws IOException {
        byte[] bytes = log.read(offset, PIECE);
        return text(bytes, bytes.length);
    }

    /** In ISO 8859-1 every byte is a character, so no byte is refused; ids are ASCII. */
    private static String text(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
    }

    private void refuseUtf16(byte[] bytes) throws IOException {
        if (bytes.length > 0 && log.isUtf16()) {
            throw new IOException("UTF-16, which cannot be followed; read it with track --from");
        }
    }

    TailPosition position(String name, Instant now) {
        return new TailPosition(name, log.identity(), head.digest(), head.bytes(), offset, now);
    }

    @Override
    public void close() throws IOException {
        log.close();
    }
}
