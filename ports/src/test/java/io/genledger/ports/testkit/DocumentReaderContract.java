package io.genledger.ports.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What every {@link DocumentReader} promises, also one that reads no other documents than records.
 */
public abstract class DocumentReaderContract {

    private static final GenerationId ID = new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf");
    private static final GenerationId OTHER =
            new GenerationId("gen-1755676929-zWlBADzytxNkRMyql7Zt");
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final InstantSource CLOCK = () -> NOW;

    /** Bytes of a line that no reader may keep in memory as a whole. */
    private static final int LONG_LINE = 12 << 20;

    private static final int MOST_AT_ONCE = 4 << 20;

    /** The reader to test. */
    protected abstract DocumentReader reader();

    /** The record of {@code id}, in one line. */
    protected abstract String record(GenerationId id);

    @Test
    void findsOneRecordALine() throws IOException {
        String text = record(ID) + "\n" + record(OTHER) + "\r\n\n" + record(ID);

        assertThat(read(text))
                .containsExactly(
                        RecordedContents.generation(1, InputKind.RECORD, ID),
                        RecordedContents.generation(2, InputKind.RECORD, OTHER),
                        RecordedContents.generation(4, InputKind.RECORD, ID));
    }

    @Test
    void findsTheElementsOfAnArray() throws IOException {
        assertThat(read("[\n  " + record(ID) + ",\n  " + record(OTHER) + "\n]\n"))
                .containsExactly(
                        RecordedContents.generation(2, InputKind.RECORD, ID),
                        RecordedContents.generation(3, InputKind.RECORD, OTHER));
    }

    @Test
    void findsNothingInAnEmptyStream() throws IOException {
        assertThat(read("")).isEmpty();
        assertThat(read(" \n\n")).isEmpty();
    }

    @Test
    void keepsARecordAsItCameWithItsTimeOfReceipt() throws IOException {
        RecordedContents contents = new RecordedContents();
        reader().read(stream(record(ID)), CLOCK, contents);

        assertThat(contents.documents())
                .singleElement()
                .satisfies(document -> {
                    assertThat(document.bytes()).isEqualTo(record(ID).getBytes(UTF_8));
                    assertThat(document.receivedAt()).isEqualTo(NOW);
                });
    }

    @Test
    void rejectsWhatIsNoDocumentAndGoesOnBehindIt() throws IOException {
        RecordedContents contents = new RecordedContents();
        String text = record(ID) + "\nnot found, é\n" + record(OTHER) + "\n";
        reader().read(stream(text), CLOCK, contents);

        assertThat(contents.all())
                .hasSize(3)
                .contains(
                        RecordedContents.generation(1, InputKind.RECORD, ID),
                        RecordedContents.generation(3, InputKind.RECORD, OTHER));
        assertThat(contents.all().get(1)).startsWith("2 rejected expected ").contains("not found");
        assertThat(contents.rejectedText()).isEqualTo("not found, é\n");
    }

    @Test
    void aDocumentThatWasCutOffDoesNotTakeTheNextOneWithIt() throws IOException {
        String document = record(ID);
        for (int length = 1; length < document.length(); length++) {
            String cutOff = document.substring(0, length);
            List<String> found = read(cutOff + "\n" + record(OTHER) + "\n");

            assertThat(found)
                    .as(cutOff)
                    .contains(RecordedContents.generation(2, InputKind.RECORD, OTHER))
                    .doesNotContain(RecordedContents.generation(1, InputKind.RECORD, ID));
        }
    }

    @Test
    void findsTheSameHoweverTheStreamComes() throws IOException {
        String text = "[" + record(ID) + ",\n{}] é\n" + record(OTHER) + "{\"a\":\"é";

        assertThat(read(byteByByte(text))).isEqualTo(read(stream(text)));
    }

    @Test
    void keepsNoLineInMemory() throws IOException {
        for (String start : List.of("x", "{\"a\":\"")) {
            RecordedContents contents = new RecordedContents();

            reader().read(longLine(start), CLOCK, contents);

            assertThat(contents.longestPiece()).as(start).isLessThanOrEqualTo(MOST_AT_ONCE);
            assertThat(contents.documents()).as(start).hasSize(1);
        }
    }

    @Test
    void passesOnThatTheStreamCannotBeRead() throws IOException {
        InputStream unplugged = InputStream.nullInputStream();
        unplugged.close();
        InputStream broken = new SequenceInputStream(stream(record(ID) + "\n"), unplugged);
        RecordedContents contents = new RecordedContents();

        assertThatIOException().isThrownBy(() -> reader().read(broken, CLOCK, contents));
        assertThat(contents.all())
                .containsExactly(RecordedContents.generation(1, InputKind.RECORD, ID));
    }

    @Test
    void passesOnThatADocumentCannotBeKept() {
        Contents full =
                new RecordedContents() {
                    @Override
                    public void generation(
                            long line,
                            InputKind kind,
                            MetadataDocument document,
                            Generation generation)
                            throws IOException {
                        throw new IOException("no space left");
                    }
                };

        assertThatIOException()
                .isThrownBy(() -> reader().read(stream(record(ID)), CLOCK, full))
                .withMessage("no space left");
    }

    private List<String> read(String text) throws IOException {
        return read(stream(text));
    }

    private List<String> read(InputStream stream) throws IOException {
        RecordedContents contents = new RecordedContents();
        reader().read(stream, CLOCK, contents);
        return contents.all();
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

    /** A long line that is no document, and a record on the next. */
    private InputStream longLine(String start) {
        byte[] part = "x".repeat(1 << 20).getBytes(UTF_8);
        List<InputStream> parts = new ArrayList<>(List.of(stream(start)));
        for (int i = 0; i < LONG_LINE / part.length; i++) {
            parts.add(new ByteArrayInputStream(part));
        }
        parts.add(stream("\n" + record(ID)));
        return new SequenceInputStream(Collections.enumeration(parts));
    }
}
