package io.genledger.app.logtail;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailedText.Piece;
import io.genledger.ports.testkit.InMemoryTailPositions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Lines, half lines, rotations, truncations and crashes in random order, also between two steps of
 * one look.
 */
class RandomRotationsTest {

    private static final int STEPS = 60;

    @TempDir private Path folder;
    private final InMemoryTailPositions positions = new InMemoryTailPositions();
    private final List<String> written = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private Path log = Path.of("not set yet");

    /** The file that the writer has open. */
    private Path open = log;

    private String halfLine = "";
    private int lines;
    private int rotations;
    private boolean isWriting;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyLineIsRead(long seed) throws IOException {
        for (int round = 0; round < 40; round++) {
            log = Files.createDirectory(folder.resolve("round-" + round)).resolve("app.log");
            open = log;
            rotations = 0;
            written.clear();
            read.clear();
            run(new Random(1000 * seed + round));

            assertThat(read).as("round %s", round).containsAll(written);
        }
    }

    private void run(Random random) throws IOException {
        LogFile reader = open(random);
        isWriting = true;
        for (int step = 0; step < STEPS; step++) {
            write(random);
            boolean crashes = random.nextInt(10) == 0;
            look(reader, !crashes || random.nextBoolean());
            if (crashes) {
                reader.close();
                reader = open(random);
            }
        }
        isWriting = false;
        endLine();
        reopen();
        endLine();
        for (int looks = 0; looks < 10 * (rotations + 2); looks++) {
            look(reader, true);
        }
        reader.close();
    }

    /** Opens the log; what its writer does may also come while the reader looks at the folder. */
    private LogFile open(Random random) {
        LogFolder folder =
                new LogFolder(log) {
                    @Override
                    Optional<DirectoryEntry> log() throws IOException {
                        write(random);
                        forgetWhatWasRotatedBeforeTheFirstLook();
                        return super.log();
                    }

                    @Override
                    List<DirectoryEntry> family() throws IOException {
                        write(random);
                        List<DirectoryEntry> family = super.family();
                        write(random);
                        return family;
                    }
                };
        return new LogFile(log, folder, positions::find);
    }

    /** Before a line is read or a position saved, only what the log has now is to be read. */
    private void forgetWhatWasRotatedBeforeTheFirstLook() throws IOException {
        if (isBeforeFirstLook()) {
            written.clear();
            if (Files.exists(log)) {
                String text = Files.readString(log);
                text.substring(0, text.lastIndexOf('\n') + 1).lines().forEach(written::add);
            }
        }
    }

    private boolean isBeforeFirstLook() {
        return read.isEmpty() && positions.find(LogFile.nameOf(log)).isEmpty();
    }

    /** Up to two things that a writer and a rotation do. */
    private void write(Random random) throws IOException {
        for (int count = isWriting ? random.nextInt(3) : 0; count > 0; count--) {
            switch (random.nextInt(10)) {
                case 0, 1, 2 -> endLine();
                case 3 -> beginLine();
                case 4 -> {
                    rename(random.nextBoolean());
                    if (isBeforeFirstLook()) {
                        reopen();
                    }
                }
                case 5 -> copyAndTruncate();
                case 6 -> reopen();
                default -> {}
            }
        }
    }

    /** A crash comes before the position of the last piece is saved. */
    private void look(LogFile reader, boolean saves) throws IOException {
        Optional<Piece> next = reader.next();
        next.ifPresent(piece -> piece.text().lines().forEach(read::add));
        if (saves && next.isPresent()) {
            positions.save(next.get().after());
        }
    }

    private void beginLine() throws IOException {
        if (halfLine.isEmpty()) {
            halfLine = "line " + lines++;
            write(halfLine);
        }
    }

    private void endLine() throws IOException {
        beginLine();
        written.add(halfLine + " of " + open.getParent());
        write(" of " + open.getParent() + "\n");
        halfLine = "";
    }

    private void rename(boolean createsLog) throws IOException {
        if (open.equals(log) && Files.exists(log)) {
            open = shifted();
            Files.move(log, open);
            if (createsLog) {
                Files.createFile(log);
                setTime(log);
            }
        }
    }

    private void copyAndTruncate() throws IOException {
        if (open.equals(log) && Files.exists(log) && halfLine.isEmpty()) {
            Path copy = shifted();
            Files.copy(log, copy, StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(log, new byte[0]);
            setTime(log);
        }
    }

    /** Makes {@code app.log.1} free. */
    private Path shifted() throws IOException {
        for (int number = rotations; number > 0; number--) {
            Files.move(rotated(number), rotated(number + 1));
        }
        rotations++;
        return rotated(1);
    }

    private Path rotated(int number) {
        return log.resolveSibling("app.log." + number);
    }

    private void reopen() throws IOException {
        if (!open.equals(log)) {
            if (!halfLine.isEmpty()) {
                endLine();
            }
            open = log;
        }
    }

    private void write(String text) throws IOException {
        Files.writeString(open, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        setTime(open);
    }

    private void setTime(Path file) throws IOException {
        now = now.plusSeconds(1);
        Files.setLastModifiedTime(file, FileTime.from(now));
    }
}
