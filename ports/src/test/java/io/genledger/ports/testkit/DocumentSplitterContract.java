package io.genledger.ports.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.DocumentSplitter.Pieces;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link DocumentSplitter} promises. */
public abstract class DocumentSplitterContract {

    private static final String DOCUMENT = "{\"id\":\"gen-1\",\"x\":[{\"y\":\"}{\"}]}";

    /** Bytes of a line that no splitter may keep in memory as a whole. */
    private static final int LONG_LINE = 12 << 20;

    private static final int MOST_AT_ONCE = 4 << 20;

    /** The splitter to test. */
    protected abstract DocumentSplitter splitter();

    /**
     * A piece of a stream.
     *
     * @param problem what was said of it; empty for a document
     */
    private record Piece(long line, String problem, String text) {}

    @Test
    void findsOneDocumentALine() throws IOException {
        assertThat(split(DOCUMENT + "\n{}\r\n\n{}"))
                .containsExactly(document(1, DOCUMENT), document(2, "{}"), document(4, "{}"));
    }

    @Test
    void findsADocumentOverManyLines() throws IOException {
        String pretty = "{\n  \"id\": \"gen-1\",\n  \"usage\": {\n  }\n}";

        assertThat(split(pretty + "\n" + pretty))
                .containsExactly(document(1, pretty), document(6, pretty));
    }

    @Test
    void findsTheElementsOfAnArray() throws IOException {
        assertThat(split("[\n  {},\n  " + DOCUMENT + "\n]\n"))
                .containsExactly(document(2, "{}"), document(3, DOCUMENT));
    }

    @Test
    void findsNothingInAnEmptyStream() throws IOException {
        assertThat(split("")).isEmpty();
        assertThat(split(" \n\n")).isEmpty();
    }

    @Test
    void handsOnWhatIsNoDocumentAndGoesOnBehindIt() throws IOException {
        List<Piece> pieces = split("{}\nnot found, é\n{}\n");

        assertThat(pieces).hasSize(3);
        assertThat(pieces.get(1).line()).isEqualTo(2);
        assertThat(pieces.get(1).problem()).startsWith("expected ").contains("not found, é");
        assertThat(pieces.get(1).text().strip()).isEqualTo("not found, é");
        assertThat(pieces.get(2)).isEqualTo(document(3, "{}"));
    }

    @Test
    void aDocumentThatWasCutOffDoesNotTakeTheNextOneWithIt() throws IOException {
        for (int length = 1; length < DOCUMENT.length(); length++) {
            String cutOff = DOCUMENT.substring(0, length);
            List<Piece> pieces = split("{}\n" + cutOff + "\n" + DOCUMENT + "\n");

            assertThat(pieces).as(cutOff).contains(document(1, "{}"), document(3, DOCUMENT));
            assertThat(pieces)
                    .as(cutOff)
                    .noneMatch(piece -> piece.text().startsWith(cutOff + "\n{"));
        }
    }

    @Test
    void findsTheSameHoweverTheStreamComes() throws IOException {
        String text = "[" + DOCUMENT + ",\n{}] é\n{\"a\":\"é";

        assertThat(split(byteByByte(text))).isEqualTo(split(text));
    }

    @Test
    void keepsNoLineInMemory() throws IOException {
        for (String start : List.of("x", "{\"a\":\"")) {
            Longest longest = new Longest();

            splitter().split(longLine(start), longest);

            assertThat(longest.bytes).as(start).isLessThanOrEqualTo(MOST_AT_ONCE);
            assertThat(longest.documents).as(start).isEqualTo(1);
        }
    }

    @Test
    void passesOnThatTheStreamCannotBeRead() throws IOException {
        List<Piece> pieces = new ArrayList<>();
        InputStream unplugged = InputStream.nullInputStream();
        unplugged.close();
        InputStream broken = new SequenceInputStream(stream("{}\n{}\n"), unplugged);

        assertThatIOException().isThrownBy(() -> splitter().split(broken, new Collector(pieces)));
        assertThat(pieces).containsExactly(document(1, "{}"), document(2, "{}"));
    }

    @Test
    void passesOnThatAPieceCannotBeKept() {
        Pieces full =
                new Collector(new ArrayList<>()) {
                    @Override
                    public void document(long line, byte[] bytes) throws IOException {
                        throw new IOException("no space left");
                    }
                };

        assertThatIOException()
                .isThrownBy(() -> splitter().split(stream("{}"), full))
                .withMessage("no space left");
    }

    private List<Piece> split(String text) throws IOException {
        return split(stream(text));
    }

    private List<Piece> split(InputStream stream) throws IOException {
        List<Piece> pieces = new ArrayList<>();
        splitter().split(stream, new Collector(pieces));
        return pieces;
    }

    private static Piece document(long line, String text) {
        return new Piece(line, "", text);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static InputStream byteByByte(String text) {
        List<InputStream> bytes = new ArrayList<>();
        for (byte b : text.getBytes(UTF_8)) {
            bytes.add(new ByteArrayInputStream(new byte[] {b}));
        }
        return new SequenceInputStream(Collections.enumeration(bytes));
    }

    /** A long line that is no document, and a document on the next. */
    private static InputStream longLine(String start) {
        byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
        List<InputStream> parts = new ArrayList<>(List.of(stream(start)));
        for (int i = 0; i < LONG_LINE / part.length; i++) {
            parts.add(new ByteArrayInputStream(part));
        }
        parts.add(stream("\n{}"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    /** Collects pieces as text. */
    private static class Collector implements Pieces {

        private final List<Piece> pieces;
        private final ByteArrayOutputStream unreadable = new ByteArrayOutputStream();

        Collector(List<Piece> pieces) {
            this.pieces = pieces;
        }

        @Override
        public void document(long line, byte[] bytes) throws IOException {
            pieces.add(DocumentSplitterContract.document(line, new String(bytes, UTF_8)));
        }

        @Override
        public void unreadable(long line, String problem) {
            unreadable.reset();
            pieces.add(new Piece(line, problem, ""));
        }

        @Override
        public void unreadableBytes(byte[] bytes) {
            unreadable.writeBytes(bytes);
            Piece last = pieces.remove(pieces.size() - 1);
            pieces.add(new Piece(last.line(), last.problem(), unreadable.toString(UTF_8)));
        }
    }

    /** Measures pieces and keeps none. */
    private static final class Longest implements Pieces {

        private int bytes;
        private int documents;

        @Override
        public void document(long line, byte[] document) {
            documents++;
            bytes = Math.max(bytes, document.length);
        }

        @Override
        public void unreadable(long line, String problem) {}

        @Override
        public void unreadableBytes(byte[] piece) {
            bytes = Math.max(bytes, piece.length);
        }
    }
}
