package io.genledger.app.logtail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailPositions;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.tail.TailedText.Piece;
import io.genledger.ports.testkit.InMemoryTailPositions;
import io.genledger.ports.testkit.TailedTextContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest extends TailedTextContract {

    @TempDir private Path folder;
    private Path log = Path.of("not set yet");
    private final List<LogFile> opened = new ArrayList<>();

    /** The position that the reader saved last. */
    private final TailPositions notes = new InMemoryTailPositions();

    @BeforeEach
    void nameTheLog() {
        log = folder.resolve("app.log");
    }

    @AfterEach
    void closeAll() throws IOException {
        for (LogFile file : opened) {
            file.close();
        }
    }

    @Override
    protected Fixture emptyFixture() throws IOException {
        Files.createFile(log);
        return new Fixture() {
            @Override
            public void append(String more) throws IOException {
                write(log, more);
            }

            @Override
            public TailedText reader(Optional<TailPosition> resumeAt) {
                return open(resumeAt);
            }
        };
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        LogFile reader = open(Optional.empty());
        assertThat(read(reader)).isEmpty();
        write(log, "one\n");

        assertThat(read(reader)).containsExactly("STARTED one\n");
    }

    @Test
    void waitsForAFolderThatIsNotThereYet() throws IOException {
        log = folder.resolve("logs").resolve("app.log");
        LogFile reader = open(Optional.empty());
        assertThat(reader.next()).isEmpty();
        Files.createDirectory(folder.resolve("logs"));
        write(log, "one\n");

        assertThat(read(reader)).containsExactly("STARTED one\n");
    }

    @Test
    void readsARotatedFileToItsEndBeforeTheNextOne() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        write(log, "two\nthr");
        Path rotated = rotate();
        write(log, "four\n");
        assertThat(reader.next()).map(Piece::text).contains("two\n");
        // Its writer has not let go of it yet.
        write(rotated, "ee\n");

        assertThat(read(reader)).containsExactly("CONTINUED three\n", "ROTATED four\n");
    }

    @Test
    void aLastLineWithoutAnEndIsReadWhenTheWriterIsDone() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo");
        assertThat(read(reader)).containsExactly("STARTED one\n");
        rotate();
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("CONTINUED two", "ROTATED three\n");
    }

    @Test
    void staysWithAFileThatIsGoneUntilAnotherComes() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        Path rotated = rotate();
        write(rotated, "two\n");
        assertThat(read(reader)).containsExactly("CONTINUED two\n");
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("ROTATED three\n");
    }

    @Test
    void keepsAnEyeOnTheFileBeforeWhoseWriterNobodyTold() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        Path rotated = rotate();
        write(log, "two\n");
        assertThat(read(reader)).containsExactly("ROTATED two\n");
        write(rotated, "late\n");
        assertThat(read(reader)).containsExactly("CONTINUED late\n");
        Files.move(rotated, folder.resolve("app.log.2"));
        write(folder.resolve("app.log.2"), "later\n");
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("CONTINUED three\n", "CONTINUED later\n");
    }

    @Test
    void keepsAnEyeOnTheFileBeforeThroughARestart() throws IOException {
        write(log, "one\n");
        LogFile reader = open(Optional.empty());
        read(reader);
        Path rotated = rotate();
        write(log, "two\n");
        read(reader);
        write(rotated, "late\n");

        assertThat(read(open(notes::find))).containsExactly("CONTINUED late\n");
        assertThat(read(open(notes::find))).isEmpty();
    }

    @Test
    void readsWhatWasRotatedSinceAFileWithoutALineEnd() throws IOException {
        write(log, "one");
        LogFile reader = open(Optional.empty());
        read(reader);
        rotate();
        Files.createFile(log);
        read(reader);
        rotatedTo("app.log.1", "app.log.2", 0);
        write(log, "two\n");
        rotatedTo("app.log.1", 60);
        write(log, "three\n");

        assertThat(read(open(notes::find)))
                .startsWith("CONTINUED one")
                .endsWith("ROTATED two\n", "ROTATED three\n");
    }

    /** As after a crash that came when the first line was tracked. */
    @Test
    void readsWhatWasRotatedBeforeAPositionInAnyLineWasSaved() throws IOException {
        write(folder.resolve("app.log.9"), "long ago\n");
        rotatedTo("app.log.9", "app.log.9", -60);
        write(log, "one\n");
        LogFile reader = open(Optional.empty());
        Optional<TailPosition> start = reader.next().map(Piece::after);
        assertThat(reader.next()).map(Piece::text).contains("one\n");
        write(log, "two\n");
        rotatedTo("app.log.2", 1);
        write(log, "three\n");
        rotatedTo("app.log.1", 2);
        write(log, "four\n");

        assertThat(read(open(start)))
                .containsExactly("CONTINUED one\ntwo\n", "ROTATED three\n", "ROTATED four\n");
    }

    @Test
    void readsWhatWasRotatedSinceTheLogWasMissing() throws IOException {
        write(folder.resolve("app.log.9"), "long ago\n");
        rotatedTo("app.log.9", "app.log.9", -60);
        LogFile reader = open(Optional.empty());
        assertThat(read(reader)).isEmpty();
        write(log, "one\n");
        rotate();
        write(log, "two\n");

        assertThat(read(reader)).containsExactly("STARTED one\n", "ROTATED two\n");
    }

    @Test
    void readsWhatWasRotatedSinceAnEarlierRunForWhichTheLogWasMissing() throws IOException {
        assertThat(read(open(Optional.empty()))).isEmpty();
        write(log, "one\n");
        rotate();
        write(log, "two\n");

        assertThat(read(open(notes::find))).containsExactly("STARTED one\n", "ROTATED two\n");
    }

    @Test
    void saysWhenALogWasDeletedOfWhichOnlyTheBeginningWasSaved() throws IOException {
        write(log, "one\n");
        Optional<TailPosition> start = open(Optional.empty()).next().map(Piece::after);
        Files.delete(rotate());
        write(log, "two\n");

        assertThat(read(open(start))).containsExactly("LOST two\n");
    }

    @Test
    void lateLinesAreReadThoughTheFileAfterThemIsRotatedEmpty() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        Path rotated = rotate();
        Files.createFile(log);
        read(reader);
        write(rotated, "late\n");
        Files.move(rotated, folder.resolve("app.log.2"));
        rotate();
        write(log, "two\n");

        assertThat(read(reader)).startsWith("CONTINUED late\n").endsWith("ROTATED two\n");
    }

    @Test
    void aLastLineThatIsCompletedLateIsReadAsAWhole() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntw");
        read(reader);
        Path rotated = rotate();
        write(log, "three\n");
        assertThat(read(reader)).containsExactly("CONTINUED tw", "ROTATED three\n");
        write(rotated, "o\n");
        assertThat(read(reader)).containsExactly("CONTINUED two\n");
        write(rotated, "end");

        assertThat(read(reader)).containsExactly("CONTINUED end");
    }

    @Test
    void letsGoOfAFileThatIsRemoved() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        Path rotated = rotate();
        write(log, "two\n");
        read(reader);
        Files.delete(rotated);
        for (int look = 0; look < 100; look++) {
            assertThat(reader.next()).isEmpty();
        }
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("CONTINUED three\n");
    }

    @Test
    void whatIsAwayForAMomentIsNotLost() throws IOException {
        write(log, "one\n");
        read(open(Optional.empty()));
        Path away = Files.move(log, Files.createDirectory(folder.resolve("away")).resolve("log"));
        LogFile reader = open(notes::find);
        assertThat(read(reader)).isEmpty();
        Files.move(away, log);
        write(log, "two\n");

        assertThat(read(reader)).containsExactly("CONTINUED two\n");
    }

    @Test
    void readsOnWhenItCanReadAgain() throws IOException {
        write(log, "one\n");
        read(open(Optional.empty()));
        Path away = Files.move(log, folder.resolve("app.log.1"));
        Files.createDirectory(log);
        Files.delete(away);
        LogFile reader = open(notes::find);
        assertThatIOException().isThrownBy(reader::next);
        Files.delete(log);
        write(log, "two\n");

        assertThat(read(reader)).containsExactly("LOST two\n");
    }

    @Test
    void beginsAgainWhenAFileIsCutOff() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        read(reader);
        Files.writeString(log, "new\n");

        assertThat(read(reader)).containsExactly("TRUNCATED new\n");
    }

    @Test
    void beginsAgainThoughAFileThatWasCutOffHasGrownBeyond() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        read(reader);
        Files.writeString(log, "three\nfour\nfive\n");

        assertThat(read(reader)).containsExactly("TRUNCATED three\nfour\nfive\n");
    }

    @Test
    void findsTheRotatedFileAgainThatItHadNotReadToItsEnd() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(reader);
        write(log, "two\n");
        rotate();
        write(log, "three\n");

        assertThat(read(open(position))).containsExactly("CONTINUED two\n", "ROTATED three\n");
    }

    @Test
    void readsEachFileThatWasRotatedWhileNobodyReadIt() throws IOException {
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(open(Optional.empty()));
        write(log, "two\n");
        rotatedTo("app.log.3", 1);
        write(log, "three\n");
        rotatedTo("app-2026-11-25.log", 2);
        write(log, "four\n");
        rotatedTo("app.log.1", 3);
        write(log, "five\n");
        write(folder.resolve("app.log.1.gz"), "packed\n");
        write(folder.resolve("app.log.json"), "another log\n");
        write(folder.resolve("app-2.log"), "another one\n");

        assertThat(read(open(position)))
                .containsExactly(
                        "CONTINUED two\n", "ROTATED three\n", "ROTATED four\n", "ROTATED five\n");
    }

    @Test
    void readsWhatWasWrittenSinceThoughTheFileThatWasReadLastIsGone() throws IOException {
        write(folder.resolve("app.log.9"), "long ago\n");
        rotatedTo("app.log.9", "app.log.9", -60);
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(open(Optional.empty()));
        Files.delete(log);
        write(log, "two\n");
        rotatedTo("app.log.1", 1);
        write(log, "three\n");

        assertThat(read(open(position))).containsExactly("LOST two\n", "ROTATED three\n");
    }

    @Test
    void readsTheRestOfAFileThatWasCutOffInItsCopy() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(reader);
        write(log, "two\n");
        Files.copy(log, folder.resolve("app.log.1"));
        Files.writeString(log, "new\n");

        assertThat(read(reader)).containsExactly("CONTINUED two\n", "ROTATED new\n");
        assertThat(read(open(position))).containsExactly("CONTINUED two\n", "ROTATED new\n");
    }

    @Test
    void readsTheCopyOfALogThatWasTruncatedBeforeItsFirstLineWasRead() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        read(reader);
        rotate();
        Files.createFile(log);
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().plusSeconds(1)));
        read(reader);
        write(log, "two\n");
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().plusSeconds(2)));
        Files.copy(log, folder.resolve("app.log.2"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.write(log, new byte[0]);
        Files.setLastModifiedTime(log, FileTime.from(Instant.now().plusSeconds(3)));
        assertThat(read(reader)).containsExactly("ROTATED two\n");
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("ROTATED three\n");
    }

    @Test
    void readsEachFileThatWasLastWrittenAtTheSameTime() throws IOException {
        FileTime time = FileTime.from(Instant.now().plusSeconds(1));
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(open(Optional.empty()));
        for (int number = 3; number > 0; number--) {
            write(log, "rotated " + number + "\n");
            Path rotated = Files.move(log, folder.resolve("app.log." + number));
            Files.setLastModifiedTime(rotated, time);
        }
        write(log, "two\n");
        Files.setLastModifiedTime(log, time);

        assertThat(read(open(position)))
                .startsWith("CONTINUED rotated 3\n")
                .contains("ROTATED rotated 2\n", "ROTATED rotated 1\n")
                .endsWith("ROTATED two\n");
    }

    @Test
    void saysWhenTheRestOfAFileIsLost() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        Optional<TailPosition> position = afterNextLine(reader);
        reader.close();
        Files.delete(rotate());
        write(log, "three\n");

        assertThat(read(open(position))).containsExactly("LOST three\n");
    }

    @Test
    void aFileCutOffWhileNobodyReadItIsReadFromItsBeginning() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        Optional<TailPosition> position = afterNextLine(reader);
        Files.writeString(log, "three\nfour\nfive\n");

        assertThat(read(open(position))).containsExactly("LOST three\nfour\nfive\n");
    }

    @Test
    void anotherPathToTheSameFileHasTheSameName() {
        assertThat(LogFile.nameOf(folder.resolve("sub/../app.log"))).isEqualTo(LogFile.nameOf(log));
    }

    @Test
    void refusesTextWhoseBytesAreNoCharacters() throws IOException {
        Files.write(log, new byte[] {(byte) 0xff, (byte) 0xfe, 'g', 0, '\n', 0});

        assertThatIOException()
                .isThrownBy(() -> open(Optional.empty()).next())
                .withMessageContaining("UTF-16");
    }

    private LogFile open(Optional<TailPosition> resumeAt) {
        return open(name -> resumeAt.filter(position -> position.name().equals(name)));
    }

    private LogFile open(Function<String, Optional<TailPosition>> notes) {
        LogFile file = new LogFile(log, notes);
        opened.add(file);
        return file;
    }

    private static Optional<TailPosition> afterNextLine(LogFile reader) throws IOException {
        assertThat(reader.next()).map(Piece::text).contains("");
        return reader.next().map(Piece::after);
    }

    private Path rotate() throws IOException {
        return Files.move(log, folder.resolve("app.log.1"));
    }

    /** As if it had been written to last so many seconds after now. */
    private void rotatedTo(String name, int seconds) throws IOException {
        rotatedTo("app.log", name, seconds);
    }

    private void rotatedTo(String from, String name, int seconds) throws IOException {
        Path rotated = Files.move(folder.resolve(from), folder.resolve(name));
        Files.setLastModifiedTime(rotated, FileTime.from(Instant.now().plusSeconds(seconds)));
    }

    /** All there is, and what comes after a few polls in which nothing comes. */
    private List<String> read(LogFile reader) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (int quiet = 0; quiet < 6; quiet++) {
            Optional<Piece> next = reader.next();
            if (next.isPresent()) {
                notes.save(next.get().after());
                if (!next.get().text().isEmpty()) {
                    pieces.add(next.get().change() + " " + next.get().text());
                }
                quiet = 0;
            }
        }
        return pieces;
    }

    private static void write(Path file, String text) throws IOException {
        Files.write(
                file, text.getBytes(UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
