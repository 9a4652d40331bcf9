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
 * A log under its name, which outlives the files that have it: one that is renamed away is read to
 * its end, then those that had the name after it, then the one that has it now, while an eye is
 * kept on the one before; one that is cut off is read from its beginning. Our own, because the
 * libraries that tail files forget where they were.
 */
public final class LogFile implements TailedText, AutoCloseable {

    private static final int QUIET_POLLS = 2;

    /** The clock of files goes in steps, and may lag behind by one. */
    private static final Duration CLOCK_STEP = Duration.ofSeconds(1);

    private final Path file;
    private final String name;
    private final InstantSource clock;
    private Optional<TailPosition> resumeAt;

    /** What was written to later has not been read; nothing of the kind before the first file. */
    private Instant readUntil = Instant.MAX;

    private Optional<String> finished = Optional.empty();
    private @Nullable Reading reading;
    private @Nullable Predecessor predecessor;
    private Change turn = Change.CONTINUED;
    private int quietPolls;

    /**
     * Reads on where somebody stopped, or from the beginning.
     *
     * @param file need not be there yet
     * @param notes finds what was noted under a name
     * @param clock which goes with that of the files
     */
    public LogFile(Path file, Function<String, Optional<TailPosition>> notes, InstantSource clock) {
        this.file = file;
        this.clock = clock;
        this.name = nameOf(file);
        this.resumeAt = notes.apply(name);
        this.predecessor =
                notes.apply(Predecessor.nameOf(name))
                        .map(noted -> new Predecessor(file, noted, noted.offset(), clock))
                        .orElse(null);
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
        Optional<Piece> piece = nextOfThisFile();
        return piece.isPresent() ? piece : nextOfTheOneBefore();
    }

    private Optional<Piece> nextOfThisFile() throws IOException {
        Reading now = reading == null ? begin() : unlessCutOff(reading);
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

    /** A writer that nobody told of the rotation still writes there. */
    private Optional<Piece> nextOfTheOneBefore() throws IOException {
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
        Change before = turn;
        turn = Change.CONTINUED;
        return new Piece(before, text, after);
    }

    /** A last line without an end is read, but not passed over: it may get one. */
    private Piece finish(Reading over) throws IOException {
        finished = over.identity();
        Rotated.holding(file, finished).ifPresent(rotated -> readUntil = rotated.written());
        String lastLine = over.lastLine();
        TailPosition after = over.position(Predecessor.nameOf(name), clock.instant());
        predecessor = new Predecessor(file, after, after.offset() + lastLine.length(), clock);
        close();
        Piece last = piece(lastLine, after);
        turn = Change.ROTATED;
        return last;
    }

    /** Whether the file has lost its name, and its writer has had time to let go of it. */
    private boolean isOver(Reading now) throws IOException {
        try {
            return quietPolls > QUIET_POLLS && !OpenLog.identityOf(file).equals(now.identity());
        } catch (NoSuchFileException gone) {
            // Nothing took its place yet: there is nothing to hurry for.
            return false;
        }
    }

    /** The file to read first: the one that was read last, wherever it is, or the next one. */
    private @Nullable Reading begin() throws IOException {
        if (resumeAt.isPresent()) {
            TailPosition position = resumeAt.get();
            Reading known = LastRead.find(file, position);
            if (known == null && Files.notExists(file)) {
                // What is away for a moment is not lost.
                return null;
            }
            resumeAt = Optional.empty();
            if (known != null) {
                return keep(known, Change.CONTINUED);
            }
            readUntil = position.readAt().minus(CLOCK_STEP);
            turn = Change.LOST;
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
            return keep(found, turn == Change.CONTINUED ? Change.STARTED : turn);
        } catch (NoSuchFileException notThereYet) {
            return null;
        }
    }

    private Reading keep(Reading found, Change how) {
        reading = found;
        turn = how;
        quietPolls = 0;
        return found;
    }

    /** Of a file that was cut off the rest may be in a copy; else it is read from its beginning. */
    private Reading unlessCutOff(Reading now) throws IOException {
        if (!now.wasCutOff()) {
            return now;
        }
        Reading copy = LastRead.find(file, now.position(name, clock.instant()));
        if (copy != null) {
            close();
            return keep(copy, Change.CONTINUED);
        }
        now.startAgain();
        turn = Change.TRUNCATED;
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
