package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tails a log through its rotations. A file that was renamed is read to its end, then the files
 * that had the name after it, then the one that has it now; the previous file is checked for late
 * lines until the next rotation. A truncated file is read from its beginning. This is own code,
 * because libraries that tail files do not resume at a stored offset.
 */
public final class LogFile implements TailedText, AutoCloseable {

    private static final int QUIET_POLLS = 2;

    /** Resolution of file times, by which they may lag behind the clock. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final Path file;
    private final String name;
    private final InstantSource clock;
    private Optional<TailPosition> resumeAt;

    /** Files modified later have not been read. */
    private Instant readUntil = Instant.MAX;

    private Optional<String> finished = Optional.empty();
    private @Nullable Reading reading;
    private @Nullable Predecessor predecessor;
    private Change change = Change.CONTINUED;
    private int quietPolls;

    /**
     * Resumes at the stored position, or begins at the start.
     *
     * @param file may be missing
     * @param positions finds the stored position of a name
     * @param clock the clock of the file system
     */
    public LogFile(
            Path file, Function<String, Optional<TailPosition>> positions, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.name = nameOf(file);
        this.resumeAt = positions.apply(name);
        this.predecessor =
                positions
                        .apply(Predecessor.nameOf(name))
                        .map(stored -> new Predecessor(file, stored, stored.offset(), clock))
                        .orElse(null);
    }

    /** The name under which positions in a file are stored. */
    public static String nameOf(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Optional<Piece> next() throws IOException {
        Optional<Piece> piece = nextOfThisFile();
        return piece.isPresent() ? piece : nextOfPredecessor();
    }

    private Optional<Piece> nextOfThisFile() throws IOException {
        Reading now = reading == null ? begin() : unlessTruncated(reading);
        if (now == null) {
            return Optional.empty();
        }
        Optional<String> text = now.next();
        if (text.isPresent()) {
            quietPolls = 0;
            return Optional.of(piece(text.get(), now.position(name, clock.instant())));
        }
        quietPolls++;
        return isOver(now) ? Optional.of(finish(now)) : Optional.empty();
    }

    /** Late lines of a writer that has not reopened the log. */
    private Optional<Piece> nextOfPredecessor() throws IOException {
        if (predecessor == null) {
            return Optional.empty();
        }
        Optional<Piece> late = predecessor.next();
        if (predecessor.isGone()) {
            predecessor = null;
        }
        return late;
    }

    private Piece piece(String text, TailPosition after) {
        Change before = change;
        change = Change.CONTINUED;
        return new Piece(before, text, after);
    }

    /** An unfinished last line is read, but the offset stays before it: it may still grow. */
    private Piece finish(Reading over) throws IOException {
        finished = over.identity();
        Rotated.holding(file, finished).ifPresent(rotated -> readUntil = rotated.written());
        String lastLine = over.lastLine();
        TailPosition after = over.position(Predecessor.nameOf(name), clock.instant());
        predecessor = new Predecessor(file, after, after.offset() + lastLine.length(), clock);
        close();
        Piece last = piece(lastLine, after);
        change = Change.ROTATED;
        return last;
    }

    /** Whether the file was renamed, and its writer has had time to reopen the log. */
    private boolean isOver(Reading now) throws IOException {
        try {
            return quietPolls > QUIET_POLLS && !OpenLog.identityOf(file).equals(now.identity());
        } catch (NoSuchFileException gone) {
            // No new file has appeared yet.
            return false;
        }
    }

    /** The file to read first: the one that was read last, wherever it is, or the next one. */
    private @Nullable Reading begin() throws IOException {
        if (resumeAt.isPresent()) {
            TailPosition position = resumeAt.get();
            Reading known = LastRead.find(file, position);
            if (known == null && Files.notExists(file)) {
                // The file may be missing for a moment during a rotation.
                return null;
            }
            resumeAt = Optional.empty();
            if (known != null) {
                return keep(known, Change.CONTINUED);
            }
            readUntil = position.readAt().minus(CLOCK_STEP);
            change = Change.LOST;
        }
        return beginNext();
    }

    private @Nullable Reading beginNext() throws IOException {
        Path next =
                Rotated.of(file).stream()
                        .filter(rotated -> rotated.written().isAfter(readUntil))
                        .filter(rotated -> !rotated.identity().equals(finished))
                        .findFirst()
                        .map(Rotated::path)
                        .orElse(file);
        try {
            Reading found = Reading.fromTheBeginning(OpenLog.open(next));
            return keep(found, change == Change.CONTINUED ? Change.STARTED : change);
        } catch (NoSuchFileException notThereYet) {
            return null;
        }
    }

    private Reading keep(Reading found, Change reached) {
        reading = found;
        change = reached;
        quietPolls = 0;
        return found;
    }

    /** The unread part of a truncated file may be in a copy (copytruncate). */
    private Reading unlessTruncated(Reading now) throws IOException {
        if (!now.wasTruncated()) {
            return now;
        }
        Reading copy = LastRead.find(file, now.position(name, clock.instant()));
        if (copy != null) {
            close();
            return keep(copy, Change.CONTINUED);
        }
        now.startAgain();
        change = Change.TRUNCATED;
        return now;
    }

    @Override
    public void close() throws IOException {
        Reading open = reading;
        reading = null;
        if (open != null) {
            open.close();
        }
    }
}
