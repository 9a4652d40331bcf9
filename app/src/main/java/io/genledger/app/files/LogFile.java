package io.genledger.app.files;

import io.genledger.ports.GrowingText;
import io.genledger.ports.TextPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log under its name, which outlives the files that have it: one that is renamed away is read to
 * its end, then those that had the name after it, then the one that has it now; one that is cut off
 * is read from its beginning. Our own, because the libraries that tail files forget where they
 * were.
 */
public final class LogFile implements GrowingText, AutoCloseable {

    private static final int PIECE = 1 << 20;
    private static final int QUIET_POLLS = 2;

    /** The clock of files goes in steps, and may lag behind by one. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final Path file;
    private final String name;
    private final InstantSource clock;
    private Optional<TextPosition> resumeAt;

    /** What was written to later has not been read; nothing of the kind before the first file. */
    private Instant readUntil = Instant.MAX;

    private Optional<String> finished = Optional.empty();
    private @Nullable OpenLog open;
    private OpenLog.Head head = new OpenLog.Head("", 0);
    private long offset;
    private Turn turn = Turn.CONTINUED;
    private int quietPolls;

    /**
     * Reads on where somebody stopped, or from the beginning.
     *
     * @param file need not be there yet
     * @param resumeAt what was noted for {@link #nameOf} it
     * @param clock which goes with that of the files
     */
    public LogFile(Path file, Optional<TextPosition> resumeAt, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.name = nameOf(file);
        this.resumeAt = resumeAt;
    }

    /** The name under which positions in a file are noted. */
    public static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Piece> next() throws IOException {
        OpenLog log = open == null ? begin() : unlessCutOff(open);
        if (log == null) {
            return Optional.empty();
        }
        head = log.head();
        refuseUtf16(log);
        boolean over = isOver(log);
        Optional<Piece> piece = read(log, over);
        quietPolls = piece.isPresent() ? 0 : quietPolls + 1;
        if (piece.isEmpty() && over) {
            finish(log);
        }
        return piece;
    }

    private void finish(OpenLog log) throws IOException {
        finished = log.identity();
        for (Rotated rotated : Rotated.of(file)) {
            if (rotated.identity().equals(finished)) {
                readUntil = rotated.written();
            }
        }
        close();
        turn = Turn.REPLACED;
    }

    /** Whether the file has lost its name, and its writer has had time to let go of it. */
    private boolean isOver(OpenLog log) throws IOException {
        return quietPolls >= QUIET_POLLS && isRenamed(log);
    }

    /** The file to read first: the one that was read last, wherever it is, or the next one. */
    private @Nullable OpenLog begin() throws IOException {
        if (resumeAt.isPresent()) {
            TextPosition position = resumeAt.get();
            resumeAt = Optional.empty();
            OpenLog known = LastRead.find(file, position);
            if (known != null) {
                offset = position.offset();
                return keep(known, Turn.CONTINUED);
            }
            readUntil = position.readAt().minus(CLOCK_STEP);
            turn = Turn.LOST;
        }
        return beginNext();
    }

    private @Nullable OpenLog beginNext() throws IOException {
        Path next =
                Rotated.of(file).stream()
                        .filter(rotated -> rotated.written().isAfter(readUntil))
                        .filter(rotated -> !rotated.identity().equals(finished))
                        .findFirst()
                        .map(Rotated::path)
                        .orElse(file);
        try {
            OpenLog found = OpenLog.open(next);
            offset = 0;
            return keep(found, turn == Turn.CONTINUED ? Turn.BEGUN : turn);
        } catch (NoSuchFileException notThereYet) {
            return null;
        }
    }

    private OpenLog keep(OpenLog found, Turn how) throws IOException {
        open = found;
        head = found.head();
        turn = how;
        quietPolls = 0;
        return found;
    }

    /** Of a file that was cut off the rest may be in a copy; else it is read from its beginning. */
    private OpenLog unlessCutOff(OpenLog log) throws IOException {
        if (log.size() >= offset && log.beginsWith(head)) {
            return log;
        }
        OpenLog copy = LastRead.find(file, positionIn(log));
        if (copy != null) {
            close();
            return keep(copy, Turn.CONTINUED);
        }
        offset = 0;
        turn = Turn.CUT_OFF;
        return log;
    }

    private void refuseUtf16(OpenLog log) throws IOException {
        if (log.isUtf16()) {
            throw new IOException(
                    name + " is UTF-16, which cannot be followed; read it with track --from");
        }
    }

    private boolean isRenamed(OpenLog log) throws IOException {
        try {
            return !OpenLog.identityOf(file).equals(log.identity());
        } catch (NoSuchFileException gone) {
            // Nothing took its place yet: there is nothing to hurry for.
            return false;
        }
    }

    private Optional<Piece> read(OpenLog log, boolean toTheEnd) throws IOException {
        byte[] bytes = log.read(offset, PIECE);
        Cut cut = Cut.of(bytes, bytes.length == PIECE, toTheEnd);
        if (cut.end() == 0) {
            return Optional.empty();
        }
        offset += cut.next();
        Turn before = turn;
        turn = Turn.CONTINUED;
        // Every byte is a character of this set, so nothing is refused; ids are ASCII.
        String text = new String(bytes, 0, cut.end(), StandardCharsets.ISO_8859_1);
        return Optional.of(new Piece(before, text, positionIn(log)));
    }

    private TextPosition positionIn(OpenLog log) {
        return new TextPosition(
                name, log.identity(), head.digest(), head.bytes(), offset, clock.instant());
    }

    @Override
    public void close() throws IOException {
        OpenLog log = open;
        open = null;
        if (log != null) {
            log.close();
        }
    }
}
