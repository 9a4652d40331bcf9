package io.genledger.ports.usecase.intake;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryQuarantine;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImportDocumentsTest {

    private final CountingLedger ledger = new CountingLedger();
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final RejectedDocuments rejects =
            new QuarantineRejects(quarantine, () -> SampleGenerations.RECEIVED);
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<ImportSummary> progress = new ArrayList<>();
    private final ImportListener listener =
            new ImportListener() {
                @Override
                public void rejected(Rejection rejection) {
                    rejections.add(rejection);
                }

                @Override
                public void recorded(ImportSummary soFar) {
                    progress.add(soFar);
                }
            };

    @Test
    void recordsEveryDocument() throws IOException {
        assertThat(importLines(lineAbout(1), lineAbout(2), lineAbout(1)))
                .isEqualTo(new ImportSummary(2, 1, 0, 0, 0, 0));
        assertThat(ledger.find(id(1)))
                .contains(
                        new Revision(
                                id(1),
                                1,
                                new MetadataDocument(
                                        Optional.empty(),
                                        document(id(1)).bytes(),
                                        SampleGenerations.RECEIVED)));
        assertThat(rejections).isEmpty();
        assertThat(rejects.kept()).isEqualTo(RejectsKept.NONE);
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        importLines(lineAbout(1), lineAbout(2));

        assertThat(importLines(lineAbout(2), lineAbout(1)))
                .isEqualTo(new ImportSummary(0, 2, 0, 0, 0, 0));
    }

    @Test
    void aRejectionStatesFileLineAndField() throws IOException {
        assertThat(importLines(lineAbout(1), SampleDecoder.WITHOUT_ID, lineAbout(2), "{nonsense"))
                .isEqualTo(new ImportSummary(2, 0, 2, 0, 0, 0));
        assertThat(rejections)
                .containsExactly(
                        new Rejection(
                                "a.ndjson", 2, Optional.of("id"), "the document states no id"),
                        new Rejection("a.ndjson", 4, Optional.empty(), "not a sample document"));
    }

    @Test
    void aRejectionStatesTheLineInTheFile() throws IOException {
        MetadataDecoder failing =
                document -> {
                    throw new UndecodableDocumentException(Optional.of("usage"), 5, "no", null);
                };
        importInto(ledger, failing, rejects, text(lineAbout(1), lineAbout(2)));

        assertThat(rejections).extracting(Rejection::line).containsExactly(5L, 6L);
    }

    @Test
    void keepsRejectedDocumentsByteForByte() throws IOException {
        importLines(lineAbout(1), "{\"ü\u0000\"", "#no document\t", lineAbout(2), "{");

        assertThat(quarantine.bodies().values())
                .extracting(body -> new String(body, StandardCharsets.UTF_8))
                .containsExactly("{\"ü\u0000\"", "#no document\t", "{");
        assertThat(rejections)
                .extracting(Rejection::reason)
                .containsExactly(
                        "not a sample document",
                        "expected a document, found a comment",
                        "not a sample document");
    }

    @Test
    void recordsInBatchesOfAThousand() throws IOException {
        importLines(IntStream.range(0, 2_500).mapToObj(i -> lineAbout(i)).toArray(String[]::new));

        assertThat(ledger.batches).containsExactly(1_000, 1_000, 500);
    }

    @Test
    void recordsLargeDocumentsInSmallerBatches() throws IOException {
        byte[] large = new byte[9 << 20];
        DocumentSplitter fiveLargeOnes =
                (stream, pieces) -> {
                    for (int i = 0; i < 5; i++) {
                        pieces.document(i + 1, large);
                    }
                };
        MetadataDecoder any = document -> SampleGenerations.complete(id(1));
        new ImportDocuments(fiveLargeOnes, any, ledger, () -> SampleGenerations.RECEIVED)
                .importFrom("a", InputStream.nullInputStream(), rejects, listener);

        assertThat(ledger.batches).containsExactly(2, 2, 1);
    }

    @Test
    void doesNotUseTheLedgerWithoutDocuments() throws IOException {
        assertThat(importLines()).isEqualTo(ImportSummary.NOTHING);
        assertThat(ledger.batches).isEmpty();
    }

    @Test
    void recordsTheDocumentsBeforeAFailureOfTheStream() throws IOException {
        InputStream unplugged = InputStream.nullInputStream();
        unplugged.close();
        byte[] start = text(lineAbout(1), lineAbout(2), "").getBytes(StandardCharsets.UTF_8);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(start), unplugged);

        assertThatIOException()
                .isThrownBy(() ->
                        importer(ledger, new SampleDecoder())
                                .importFrom("a", broken, rejects, listener))
                .withMessage("Stream closed");
        assertThat(ledger.find(id(1))).isPresent();
        assertThat(ledger.find(id(2))).isPresent();
    }

    @Test
    void stopsWhenARejectedDocumentCannotBeKept() {
        assertThatIOException()
                .isThrownBy(() ->
                        importInto(
                                ledger,
                                new SampleDecoder(),
                                new FullDisk(),
                                text(lineAbout(1), "{", lineAbout(2))))
                .withMessage("disk full")
                .satisfies(failure -> assertThat(failure.getSuppressed()).hasSize(1));
        assertThat(rejections).extracting(Rejection::line).containsExactly(2L);
        assertThat(progress).containsExactly(new ImportSummary(1, 0, 1, 0, 0, 0));
        assertThat(ledger.find(id(1))).isPresent();
        assertThat(ledger.find(id(2))).isEmpty();
    }

    /** As if the process died between the two commits of a batch. */
    @Test
    void importingAgainAfterACrashKeepsTheRejectedDocuments() throws IOException {
        String text = text(lineAbout(1), "{", lineAbout(2));
        RejectedDocuments crashing =
                new FullDisk() {
                    @Override
                    public void append(byte[] bytes) {}
                };
        assertThatIOException()
                .isThrownBy(() -> importInto(ledger, new SampleDecoder(), crashing, text));
        assertThat(ledger.find(id(2))).isPresent();
        assertThat(quarantine.total().documents()).isZero();

        assertThat(importInto(ledger, new SampleDecoder(), rejects, text))
                .isEqualTo(new ImportSummary(0, 2, 1, 0, 0, 0));
        assertThat(quarantine.total()).isEqualTo(new QuarantineTotal(1, 0));
    }

    @Test
    void importingAgainKeepsEqualDocumentsOnce() throws IOException {
        importLines("{", "#garbage", "{");
        importLines("{", "#garbage", "{");

        assertThat(quarantine.after(0, 10))
                .extracting(QuarantinedDocument::times)
                .containsExactly(4L, 2L);
        assertThat(rejects.kept()).isEqualTo(new RejectsKept(6, 0, List.of()));
    }

    @Test
    void reportsTheCountsOfEachBatch() throws IOException {
        importLines(
                IntStream.range(0, 1_500)
                        .mapToObj(i -> i == 7 ? "{" : lineAbout(i))
                        .toArray(String[]::new));

        assertThat(progress)
                .containsExactly(
                        new ImportSummary(1_000, 0, 1, 0, 0, 0),
                        new ImportSummary(1_499, 0, 1, 0, 0, 0));
    }

    /** A disk on which no rejected document can be kept. */
    private static class FullDisk implements RejectedDocuments {

        @Override
        public void begin(Rejection rejection) {}

        @Override
        public void append(byte[] bytes) throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public void commit() throws IOException {
            throw new IOException("disk full");
        }

        @Override
        public RejectsKept kept() {
            return RejectsKept.NONE;
        }
    }

    @Test
    void aFailingLedgerKeepsTheBatchesBefore() {
        ledger.batchesMax = 1;

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() ->
                        importLines(
                                IntStream.range(0, 2_500)
                                        .mapToObj(i -> lineAbout(i))
                                        .toArray(String[]::new)));
        assertThat(ledger.find(id(999))).isPresent();
        assertThat(ledger.find(id(1_000))).isEmpty();
        assertThat(ledger.batches).containsExactly(1_000, 1_000);
    }

    @Test
    void aFaultOfTheDecoderIsNotARejection() {
        MetadataDecoder broken =
                document -> {
                    throw new IllegalStateException("a bug");
                };

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> importInto(ledger, broken, rejects, lineAbout(1)))
                .withMessage("a bug");
        assertThat(rejections).isEmpty();
    }

    /** Inline usage is provisional until the record is recorded, and is ignored afterwards. */
    @Test
    void countsInlineUsageApart() throws IOException {
        MetadataDecoder completions = document -> inline(new SampleDecoder().decode(document));

        assertThat(importInto(ledger, completions, rejects, lineAbout(1)))
                .isEqualTo(new ImportSummary(1, 0, 0, 1, 0, 0));
        assertThat(importLines(lineAbout(1))).isEqualTo(new ImportSummary(1, 0, 0, 0, 0, 0));
        assertThat(importInto(ledger, completions, rejects, lineAbout(1)))
                .isEqualTo(new ImportSummary(0, 0, 0, 0, 1, 0));
    }

    @Test
    void countsCopiesThatACollectedRecordOutranks() throws IOException {
        ledger.record(List.of(SampleGenerations.recording(costing(id(1), credits("0.000000001")))));

        assertThat(importLines(lineAbout(1), lineAbout(2)))
                .isEqualTo(new ImportSummary(1, 0, 0, 0, 0, 1));
        assertThat(ledger.find(id(1)).map(Revision::number)).contains(1);
    }

    @Test
    void aSummaryIsCompleteWithoutRejections() {
        assertThat(new ImportSummary(1, 1, 0, 1, 1, 0).isComplete()).isTrue();
        assertThat(new ImportSummary(1, 1, 1, 1, 1, 0).isComplete()).isFalse();
        assertThat(new ImportSummary(0, 0, 1, 0, 0, 0).isEmpty()).isFalse();
        assertThat(ImportSummary.NOTHING.isEmpty()).isTrue();
    }

    @Test
    void sumsSummaries() {
        ImportSummary one = new ImportSummary(1, 2, 3, 4, 5, 6);

        assertThat(one.plus(new ImportSummary(10, 20, 30, 40, 50, 60)))
                .isEqualTo(new ImportSummary(11, 22, 33, 44, 55, 66));
        assertThat(ImportSummary.NOTHING.plus(one)).isEqualTo(one);
    }

    private ImportSummary importLines(String... lines) throws IOException {
        return importInto(ledger, new SampleDecoder(), rejects, text(lines));
    }

    private ImportSummary importInto(
            Ledger into, MetadataDecoder decoder, RejectedDocuments rejected, String text)
            throws IOException {
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return importer(into, decoder).importFrom("a.ndjson", stream, rejected, listener);
    }

    private static ImportDocuments importer(Ledger into, MetadataDecoder decoder) {
        return new ImportDocuments(
                ImportDocumentsTest::splitLines, decoder, into, () -> SampleGenerations.RECEIVED);
    }

    /** One document per line; a line that begins with # is no document. */
    private static void splitLines(InputStream stream, DocumentSplitter.Pieces pieces)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        long number = 1;
        for (int next = stream.read(); next >= 0; next = stream.read()) {
            if (next == '\n') {
                pass(number++, line.toByteArray(), pieces);
                line.reset();
            } else {
                line.write(next);
            }
        }
        pass(number, line.toByteArray(), pieces);
    }

    private static void pass(long number, byte[] line, DocumentSplitter.Pieces pieces)
            throws IOException {
        if (line.length > 0 && line[0] == '#') {
            pieces.unreadable(number, "expected a document, found a comment");
            pieces.unreadableBytes(new byte[] {line[0]});
            pieces.unreadableBytes(Arrays.copyOfRange(line, 1, line.length));
        } else if (line.length > 0) {
            pieces.document(number, line);
        }
    }

    private static String lineAbout(int number) {
        return new String(document(id(number)).bytes(), StandardCharsets.UTF_8);
    }

    private static String text(String... lines) {
        return String.join("\n", lines);
    }

    /** A ledger that stores the sizes of its batches, and can fail after some. */
    private static final class CountingLedger implements Ledger {

        private final InMemoryLedger ledger = new InMemoryLedger();
        private final List<Integer> batches = new ArrayList<>();
        private int batchesMax = Integer.MAX_VALUE;

        @Override
        public List<Outcome> record(List<Recording> recordings) {
            batches.add(recordings.size());
            if (batches.size() > batchesMax) {
                throw new LedgerUnavailableException("disk full", null);
            }
            return ledger.record(recordings);
        }

        @Override
        public Optional<Revision> find(GenerationId id) {
            return ledger.find(id);
        }

        @Override
        public List<Revision> revisions(GenerationId id) {
            return ledger.revisions(id);
        }
    }
}
