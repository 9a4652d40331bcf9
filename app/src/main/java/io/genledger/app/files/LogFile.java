package io.genledger.app.files;

import io.genledger.ports.GrowingText;
import io.genledger.ports.TextPosition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A log under its name, which outlives the files that have it: one that is renamed away is read to
 * its end before the next one is begun, one that is cut off is read from its beginning. Our own,
 * because the libraries that tail files forget where they were.
 */
public final class LogFile implements GrowingText, AutoCloseable {

    private static final int PIECE = 1 << 20;
    private static final int QUIET_POLLS = 2;

    private final Path file;
    private final String name;
    private Optional<TextPosition> resumeAt;
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
     */
    public LogFile(Path file, Optional<TextPosition> resumeAt) {
        this.file = file;
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
        OpenLog log = open == null ? begin() : open;
        if (log == null) {
            return Optional.empty();
        }
        beginAgainIfCutOff(log);
        boolean over = isOver(log);
        Optional<Piece> piece = read(log, over);
        quietPolls = piece.isPresent() ? 0 : quietPolls + 1;
        if (piece.isEmpty() && over) {
            close();
            turn = Turn.REPLACED;
        }
        return piece;
    }

    /** Whether the file has lost its name, and its writer has had time to let go of it. */
    private boolean isOver(OpenLog log) throws IOException {
        return quietPolls >= QUIET_POLLS && isRenamed(log);
    }

    /** The file to read first: the one that was read last, wherever it is, or the named one. */
    private @Nullable OpenLog begin() throws IOException {
        if (resumeAt.isPresent()) {
            TextPosition position = resumeAt.get();
            resumeAt = Optional.empty();
            OpenLog known = LastRead.find(file, position);
            if (known != null) {
                offset = position.offset();
                return keep(known, Turn.CONTINUED);
            }
            turn = Turn.LOST;
        }
        try {
            OpenLog found = OpenLog.open(file);
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

    private void beginAgainIfCutOff(OpenLog log) throws IOException {
        if (log.size() < offset || !log.beginsWith(head)) {
            offset = 0;
            turn = Turn.CUT_OFF;
        }
        head = log.head();
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
        TextPosition after =
                new TextPosition(name, log.identity(), head.digest(), head.bytes(), offset);
        return Optional.of(new Piece(before, text, after));
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
