package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.tail.TailedText.Piece;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The file that had a log's name before the last rotation. A writer that has not reopened the log
 * still writes to it. It is not kept open, so that removing it frees its space.
 */
final class Predecessor {

    private final Path log;
    private final InstantSource clock;
    private TailPosition position;
    private Optional<Path> path = Optional.empty();
    private long sizeBefore;
    private long checked;
    private boolean isGone;

    /**
     * @param position how far it was read
     * @param checked size up to which it was checked, the unfinished last line included
     */
    Predecessor(Path log, TailPosition position, long checked, InstantSource clock) {
        this.log = log;
        this.clock = clock;
        this.position = position;
        this.checked = checked;
    }

    /** The name under which its position is stored. */
    static String nameOf(String log) {
        return log + " (before)";
    }

    /** The text that was added since the last call; empty if there is none. */
    Optional<Piece> next() throws IOException {
        long size = size();
        if (size <= checked) {
            return Optional.empty();
        }
        try (Reading reading = Reading.from(position, OpenLog.open(path.orElseThrow()))) {
            return reading.wasTruncated() ? Optional.empty() : read(reading, size);
        } catch (NoSuchFileException | AccessDeniedException gone) {
            // Removed since the size was read, or no longer readable after the rotation.
            return Optional.empty();
        }
    }

    private Optional<Piece> read(Reading reading, long size) throws IOException {
        Optional<String> text = reading.next();
        position = reading.position(position.name(), clock.instant());
        boolean isQuiet = size == sizeBefore;
        sizeBefore = size;
        if (text.isEmpty() && isQuiet) {
            checked = size;
            text = Optional.of(reading.lastLine());
        }
        return text.map(some -> new Piece(Change.CONTINUED, some, position));
    }

    /** Whether it no longer exists. */
    boolean isGone() {
        return isGone;
    }

    private long size() throws IOException {
        Optional<Rotated> seen = path.isPresent() ? Rotated.look(path.get()) : Optional.empty();
        if (seen.isEmpty() || !seen.get().identity().equals(position.identity())) {
            seen = Rotated.holding(log, position.identity());
        }
        path = seen.map(Rotated::path);
        isGone = seen.isEmpty();
        return seen.map(Rotated::size).orElse(0L);
    }
}
