package io.genledger.app.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.ports.GrowingText;
import io.genledger.ports.GrowingText.Piece;
import io.genledger.ports.TextPosition;
import io.genledger.ports.testkit.GrowingTextContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest extends GrowingTextContract {

    @TempDir private Path folder;
    private Path log = Path.of("not set yet");
    private final List<LogFile> opened = new ArrayList<>();

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
    protected Room emptyRoom() throws IOException {
        Files.createFile(log);
        return new Room() {
            @Override
            public void append(String more) throws IOException {
                write(log, more);
            }

            @Override
            public GrowingText reader(Optional<TextPosition> resumeAt) {
                return open(resumeAt);
            }
        };
    }

    @Test
    void waitsForAFileThatIsNotThereYet() throws IOException {
        LogFile reader = open(Optional.empty());
        assertThat(reader.next()).isEmpty();
        write(log, "one\n");

        assertThat(read(reader)).containsExactly("BEGUN one\n");
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

        assertThat(read(reader)).containsExactly("CONTINUED three\n", "REPLACED four\n");
    }

    @Test
    void aLastLineWithoutAnEndIsReadWhenTheWriterIsDone() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo");
        assertThat(read(reader)).containsExactly("BEGUN one\n");
        rotate();
        write(log, "three\n");

        assertThat(read(reader)).containsExactly("CONTINUED two", "REPLACED three\n");
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

        assertThat(read(reader)).containsExactly("REPLACED three\n");
    }

    @Test
    void beginsAgainWhenAFileIsCutOff() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        read(reader);
        Files.writeString(log, "new\n");

        assertThat(read(reader)).containsExactly("CUT_OFF new\n");
    }

    @Test
    void beginsAgainThoughAFileThatWasCutOffHasGrownBeyond() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        read(reader);
        Files.writeString(log, "three\nfour\nfive\n");

        assertThat(read(reader)).containsExactly("CUT_OFF three\nfour\nfive\n");
    }

    @Test
    void findsTheRotatedFileAgainThatItHadNotReadToItsEnd() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        Optional<TextPosition> position = reader.next().map(Piece::after);
        write(log, "two\n");
        rotate();
        write(log, "three\n");

        assertThat(read(open(position))).containsExactly("CONTINUED two\n", "REPLACED three\n");
    }

    @Test
    void saysWhenTheRestOfAFileIsLost() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\n");
        Optional<TextPosition> position = reader.next().map(Piece::after);
        reader.close();
        Files.delete(rotate());
        write(log, "three\n");

        assertThat(read(open(position))).containsExactly("LOST three\n");
    }

    @Test
    void aFileCutOffWhileNobodyReadItIsReadFromItsBeginning() throws IOException {
        LogFile reader = open(Optional.empty());
        write(log, "one\ntwo\n");
        Optional<TextPosition> position = reader.next().map(Piece::after);
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

    private LogFile open(Optional<TextPosition> resumeAt) {
        LogFile file = new LogFile(log, resumeAt);
        opened.add(file);
        return file;
    }

    private Path rotate() throws IOException {
        return Files.move(log, folder.resolve("app.log.1"));
    }

    /** All there is, and what comes after a few polls in which nothing comes. */
    private static List<String> read(LogFile reader) throws IOException {
        List<String> pieces = new ArrayList<>();
        for (int quiet = 0; quiet < 5; quiet++) {
            Optional<Piece> next = reader.next();
            if (next.isPresent()) {
                pieces.add(next.get().turn() + " " + next.get().text());
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
