package io.genledger.app.logtail;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tails a log through its rotations. A file that was renamed is read to its end, then the files
 * that had the name after it, then the one that has it now; the previous file is checked for late
 * lines until the next rotation. In doubt a file is read again from its beginning, because tracking
 * is idempotent. This is own code, because libraries that tail files do not resume at a stored
 * offset.
 */
public final class LogFile implements TailedText, AutoCloseable {

    private final Path file;
    private final LogFolder folder;
    private final String name;
    private final String predecessorName;

    /** Positions at which no file is open yet. */
    private Optional<TailPosition> resumeAt;

    private Optional<TailPosition> resumePredecessorAt;
    private @Nullable TailedFile current;
    private @Nullable TailedFile predecessor;

    /** What to report with the next piece. */
    private Change change;

    /**
     * Rotated files that were last written before this time have been read, or were rotated before
     * the first look; empty before that look.
     */
    private Optional<Instant> since;

    /** Identities of files that were last written at that time and have been read, too. */
    private final Set<String> readSince = new HashSet<>();

    /**
     * Resumes at the stored position, or begins at the start. A stored position without an identity
     * says that the log was missing at the first look.
     *
     * @param file may be missing
     * @param positions finds the stored position of a name
     */
    public LogFile(Path file, Function<String, Optional<TailPosition>> positions) {
        this(file, new LogFolder(file), positions);
    }

    LogFile(Path file, LogFolder folder, Function<String, Optional<TailPosition>> positions) {
        this.file = file;
        this.folder = folder;
        this.name = nameOf(file);
        this.predecessorName = name + " (before)";
        Optional<TailPosition> stored = positions.apply(name);
        this.resumeAt = stored.filter(position -> !position.identity().isEmpty());
        this.resumePredecessorAt = positions.apply(predecessorName);
        this.since = stored.map(TailPosition::since);
        this.change = resumeAt.isPresent() ? Change.LOST : Change.STARTED;
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
        try {
            if (resumePredecessorAt.isPresent()) {
                predecessor = find(resumePredecessorAt.get());
                resumePredecessorAt = Optional.empty();
            }
            if (since.isEmpty()) {
                return Optional.of(beginning());
            }
            Optional<DirectoryEntry> log = folder.log();
            Optional<Piece> piece = nextOfCurrent(log);
            if (piece.isEmpty()) {
                piece = nextOfPredecessor();
            }
            return piece.isPresent() ? piece : finishIfOver(log);
        } catch (NoSuchFileException renamed) {
            // A rotation happened during this look; the next look sees its result.
            return Optional.empty();
        }
    }

    /**
     * The empty piece before the first line. Its position tells the next run from when on rotated
     * files are to be read, even if a crash comes before the position after a line is saved. Files
     * that were rotated earlier are not read. They are listed before the log is examined; so a file
     * that is rotated in between is none of them.
     */
    private Piece beginning() throws IOException {
        List<DirectoryEntry> family = folder.family();
        Optional<DirectoryEntry> log = folder.log();
        if (log.isPresent()) {
            current = TailedFile.open(log.get(), 0, 0);
            since = log.map(DirectoryEntry::written);
        } else {
            since = Optional.of(Instant.EPOCH);
            family.stream().filter(entry -> entry.isRotationOf(file)).forEach(this::advance);
        }
        String identity = log.map(DirectoryEntry::identity).orElse("");
        TailPosition start = new TailPosition(name, identity, 0, 0, since.orElseThrow());
        return new Piece(Change.CONTINUED, "", start);
    }

    private Optional<Piece> nextOfCurrent(Optional<DirectoryEntry> log) throws IOException {
        TailedFile now = current == null ? begin(log) : current;
        if (now == null) {
            return Optional.empty();
        }
        if (!now.look()) {
            resumeAt = Optional.of(position(now, name));
            change = Change.TRUNCATED;
            current = null;
            now.close();
            return Optional.empty();
        }
        if (now.isUnread() && log.filter(now::is).isPresent()) {
            return firstOfLog(now, log.get());
        }
        log.filter(now::is).ifPresent(this::advance);
        return now.lines().map(lines -> piece(lines, position(now, name)));
    }

    /**
     * The first lines of the log, unless a rotated file is to be read before. It may be a copy of
     * what the log had before it was truncated, which no bytes before the offset show; so the files
     * are listed after the log was read.
     */
    private Optional<Piece> firstOfLog(TailedFile now, DirectoryEntry log) throws IOException {
        if (!now.hasLines() && since.equals(Optional.of(log.written()))) {
            return Optional.empty();
        }
        if (firstUnread().isPresent()) {
            readSince.remove(log.identity());
            current = null;
            now.close();
            return Optional.empty();
        }
        advance(log);
        return now.lines().map(lines -> piece(lines, position(now, name)));
    }

    /** The file to read first: the one that was read last, wherever it is, or the next one. */
    private @Nullable TailedFile begin(Optional<DirectoryEntry> log) throws IOException {
        if (resumeAt.isPresent()) {
            TailPosition position = resumeAt.get();
            current = find(position);
            if (current == null && log.isEmpty()) {
                // The file may be missing for a moment during a rotation.
                return null;
            }
            resumeAt = Optional.empty();
            if (current != null) {
                change = Change.CONTINUED;
                return current;
            }
        }
        Optional<DirectoryEntry> rotated = firstUnread();
        Optional<DirectoryEntry> next = rotated.or(() -> log);
        if (next.isPresent()) {
            current = TailedFile.open(next.get(), 0, 0);
            rotated.ifPresent(this::advance);
        }
        return current;
    }

    /** Notes that {@code read} is read, and all files before it. */
    private void advance(DirectoryEntry read) {
        if (!since.equals(Optional.of(read.written()))) {
            since = Optional.of(read.written());
            readSince.clear();
        }
        readSince.add(read.identity());
    }

    private Optional<DirectoryEntry> firstUnread() throws IOException {
        TailedFile finished = predecessor;
        return folder.family().stream()
                .filter(entry -> entry.isRotationOf(file))
                .filter(this::isUnread)
                .filter(entry -> finished == null || !finished.is(entry))
                .findFirst();
    }

    /** Files may be last written at the same time, as far as their times are exact. */
    private boolean isUnread(DirectoryEntry entry) {
        return since.filter(time -> !entry.written().isBefore(time)).isPresent()
                && !(since.equals(Optional.of(entry.written()))
                        && readSince.contains(entry.identity()));
    }

    /** The file with the identity of {@code position}, else a copy made before a truncation. */
    private @Nullable TailedFile find(TailPosition position) throws IOException {
        List<DirectoryEntry> family = folder.family();
        Predicate<DirectoryEntry> isSame = entry -> entry.identity().equals(position.identity());
        family.sort(Comparator.comparing(isSame::test).reversed());
        for (DirectoryEntry entry : family) {
            boolean mayBeCopy = position.offset() > 0 && entry.isRotationOf(file);
            if ((isSame.test(entry) || mayBeCopy) && Files.isReadable(entry.path())) {
                TailedFile found = TailedFile.open(entry, position.offset(), position.checksum());
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private TailPosition position(TailedFile read, String as) {
        return read.position(as, since.orElseThrow());
    }

    private Piece piece(String text, TailPosition after) {
        Change before = change;
        change = Change.CONTINUED;
        return new Piece(before, text, after);
    }

    /** Leaves a file that was renamed once its writer has had time to reopen the log. */
    private Optional<Piece> finishIfOver(Optional<DirectoryEntry> log) throws IOException {
        TailedFile over = current;
        if (over == null || !over.isQuiet() || log.isEmpty() || over.is(log.get())) {
            return Optional.empty();
        }
        Piece last = piece(over.lastLine(), position(over, predecessorName));
        if (predecessor != null) {
            predecessor.close();
        }
        predecessor = over;
        current = null;
        change = Change.ROTATED;
        return Optional.of(last);
    }

    /** Late lines of a writer that has not reopened the log. */
    private Optional<Piece> nextOfPredecessor() throws IOException {
        TailedFile late = predecessor;
        if (late == null) {
            return Optional.empty();
        }
        Optional<String> text =
                late.look() ? late.lines().or(late::lastLineWhenQuiet) : Optional.empty();
        if (text.isEmpty() && late.isCheckDue() && folder.family().stream().noneMatch(late::is)) {
            // It was removed. Closing it frees its space.
            predecessor = null;
            late.close();
        }
        return text.map(some -> new Piece(Change.CONTINUED, some, position(late, predecessorName)));
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
        }
        if (predecessor != null) {
            predecessor.close();
        }
    }
}
