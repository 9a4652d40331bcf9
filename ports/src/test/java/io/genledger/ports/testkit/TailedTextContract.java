package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.tail.TailPosition;
import io.genledger.ports.tail.TailedText;
import io.genledger.ports.tail.TailedText.Change;
import io.genledger.ports.tail.TailedText.Piece;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The contract of {@link TailedText}. */
public abstract class TailedTextContract {

    /** A growing text and its readers. */
    public interface Fixture {

        /** Appends to the text. */
        void append(String more) throws IOException;

        /** A reader that starts at {@code resumeAt}, or at the beginning. */
        TailedText reader(Optional<TailPosition> resumeAt);
    }

    /** An empty text. */
    protected abstract Fixture emptyFixture() throws IOException;

    @Test
    void thePositionBeforeTheFirstLineIsToBeSavedBeforeThatLineIsRead() throws IOException {
        Fixture fixture = emptyFixture();
        fixture.append("one\n");
        Piece first = fixture.reader(Optional.empty()).next().orElseThrow();

        assertThat(first.text()).isEmpty();
        assertThat(read(fixture.reader(Optional.of(first.after())))).isEqualTo("one\n");
    }

    @Test
    void anEmptyTextHasNothingToRead() throws IOException {
        assertThat(reader(emptyFixture()).next()).isEmpty();
    }

    @Test
    void readsCompleteLinesOnly() throws IOException {
        Fixture fixture = emptyFixture();
        TailedText reader = reader(fixture);
        fixture.append("one\ntw");
        assertThat(read(reader)).isEqualTo("one\n");
        assertThat(reader.next()).isEmpty();
        fixture.append("o\n");

        assertThat(read(reader)).isEqualTo("two\n");
    }

    @Test
    void statesStartAndContinuation() throws IOException {
        Fixture fixture = emptyFixture();
        TailedText reader = reader(fixture);
        fixture.append("one\n");
        assertThat(reader.next()).map(Piece::change).contains(Change.STARTED);
        fixture.append("two\n");

        assertThat(reader.next()).map(Piece::change).contains(Change.CONTINUED);
    }

    @Test
    void readingResumesAtEachPosition() throws IOException {
        Fixture fixture = emptyFixture();
        TailedText reader = reader(fixture);
        for (int i = 0; i < 20; i++) {
            fixture.append("line " + i + "\nbeginning of ");
            Piece piece = reader.next().orElseThrow();
            fixture.append("line\n");
            TailedText other = fixture.reader(Optional.of(piece.after()));

            assertThat(other.next())
                    .hasValueSatisfying(next -> {
                        assertThat(next.text()).isEqualTo("beginning of line\n");
                        assertThat(next.change()).isEqualTo(Change.CONTINUED);
                        assertThat(next.after().name()).isEqualTo(reader.name());
                    });
            read(reader);
        }
    }

    @Test
    void readsALongLineInPiecesThatBreakNoWord() throws IOException {
        Fixture fixture = emptyFixture();
        TailedText reader = reader(fixture);
        String word = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf ";
        fixture.append(word.repeat(100_000));
        List<Piece> pieces = pieces(reader);

        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.text().length()).isLessThan(1 << 21))
                .allSatisfy(piece ->
                        assertThat(piece.text().strip().split(" ")).containsOnly(word.strip()));
        fixture.append("the end\n");
        assertThat(read(reader)).endsWith(" the end\n");
    }

    @Test
    void readsManyLinesInPieces() throws IOException {
        Fixture fixture = emptyFixture();
        TailedText reader = reader(fixture);
        String lines = "a line of a log\n".repeat(200_000);
        fixture.append(lines);

        assertThat(read(reader)).isEqualTo(lines);
    }

    /** A reader that is to read the first line next. */
    private static TailedText reader(Fixture fixture) throws IOException {
        TailedText reader = fixture.reader(Optional.empty());
        assertThat(reader.next()).map(Piece::text).contains("");
        return reader;
    }

    private static String read(TailedText reader) throws IOException {
        return String.join("", pieces(reader).stream().map(Piece::text).toList());
    }

    private static List<Piece> pieces(TailedText reader) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        for (Optional<Piece> next = reader.next(); next.isPresent(); next = reader.next()) {
            pieces.add(next.get());
        }
        return pieces;
    }
}
