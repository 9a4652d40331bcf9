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

/** What every {@link TailedText} promises. */
public abstract class TailedTextContract {

    /** A text that grows, and whoever reads it. */
    public interface Room {

        /** Adds to the end of the text. */
        void append(String more) throws IOException;

        /** Reads the text from where somebody stopped, or from its beginning. */
        TailedText reader(Optional<TailPosition> resumeAt);
    }

    /** A text in which nothing is yet. */
    protected abstract Room emptyRoom() throws IOException;

    @Test
    void anEmptyTextHasNothingToRead() throws IOException {
        assertThat(reader(emptyRoom()).next()).isEmpty();
    }

    @Test
    void readsCompleteLinesOnly() throws IOException {
        Room room = emptyRoom();
        TailedText reader = reader(room);
        room.append("one\ntw");
        assertThat(read(reader)).isEqualTo("one\n");
        assertThat(reader.next()).isEmpty();
        room.append("o\n");

        assertThat(read(reader)).isEqualTo("two\n");
    }

    @Test
    void saysWhenItBeginsAndWhenItReadsOn() throws IOException {
        Room room = emptyRoom();
        TailedText reader = reader(room);
        room.append("one\n");
        assertThat(reader.next()).map(Piece::change).contains(Change.STARTED);
        room.append("two\n");

        assertThat(reader.next()).map(Piece::change).contains(Change.CONTINUED);
    }

    @Test
    void eachPositionLeadsToTheNextPiece() throws IOException {
        Room room = emptyRoom();
        TailedText reader = reader(room);
        for (int i = 0; i < 20; i++) {
            room.append("line " + i + "\nbeginning of ");
            Piece piece = reader.next().orElseThrow();
            room.append("line\n");
            TailedText other = room.reader(Optional.of(piece.after()));

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
        Room room = emptyRoom();
        TailedText reader = reader(room);
        String word = "gen-1755676927-7WlHzIQWGoPWoKYj3Arf ";
        room.append(word.repeat(100_000));
        List<Piece> pieces = pieces(reader);

        assertThat(pieces).hasSizeGreaterThan(1);
        assertThat(pieces)
                .allSatisfy(piece -> assertThat(piece.text().length()).isLessThan(1 << 21))
                .allSatisfy(piece ->
                        assertThat(piece.text().strip().split(" ")).containsOnly(word.strip()));
        room.append("the end\n");
        assertThat(read(reader)).endsWith(" the end\n");
    }

    @Test
    void readsManyLinesInPieces() throws IOException {
        Room room = emptyRoom();
        TailedText reader = reader(room);
        String lines = "a line of a log\n".repeat(200_000);
        room.append(lines);

        assertThat(read(reader)).isEqualTo(lines);
    }

    private static TailedText reader(Room room) {
        return room.reader(Optional.empty());
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
