package io.genledger.ports.usecase.intake;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
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
import io.genledger.ports.testkit.SampleReader;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.runtime.Waiter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ImportDocumentsTest {

    private static final RunEnvironment RUNTIME =
            new RunEnvironment(
                    () -> SampleGenerations.RECEIVED,
                    () -> SampleGenerations.RECEIVED,
                    task -> new Thread(task, "reader").start(),
                    Waiter.REAL,
                    new Random(1));

    private static final String START = "{\"data\":{\"id\":\"";

    private final StopSignal stop = new StopSignal();
    private AccountName account = AccountName.DEFAULT;
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
    void recordsWithItsAccount() throws IOException {
        account = new AccountName("acme");
        importLines(lineAbout(1));
        account = AccountName.DEFAULT;

        assertThat(importLines(lineAbout(1)).unchanged()).isEqualTo(1);
        assertThat(ledger.revisions(id(1)))
                .extracting(Revision::account)
                .containsExactly(new AccountName("acme"));
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
    void recordsInBatchesOfTwoThousand() throws IOException {
        importQuickly(lines(4_001));

        assertThat(ledger.batches).containsExactly(2_000, 2_000, 1);
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
        new ImportDocuments(
                        new SampleReader(fiveLargeOnes, any), ledger, AccountName.DEFAULT, RUNTIME)
                .importFrom("a", InputStream.nullInputStream(), rejects, listener, stop);

        assertThat(ledger.batches).containsExactly(2, 2, 1);
    }

    @Test
    void documentsWereReceivedWhenTheirBytesWereRead() throws IOException {
        AtomicInteger seconds = new AtomicInteger();
        RunEnvironment ticking =
                new RunEnvironment(
                        () -> Instant.ofEpochSecond(seconds.incrementAndGet()),
                        RUNTIME.monotonic(),
                        RUNTIME.workers(),
                        Waiter.REAL,
                        RUNTIME.random());
        DocumentSplitter twoOfEachRead =
                (stream, pieces) -> {
                    for (int n = 1; stream.read(new byte[10]) > 0; n += 2) {
                        pieces.document(1, document(id(n)).bytes());
                        pieces.document(1, document(id(n + 1)).bytes());
                    }
                };
        new ImportDocuments(
                        new SampleReader(twoOfEachRead, new SampleDecoder()),
                        ledger,
                        AccountName.DEFAULT,
                        ticking)
                .importFrom("a", new ByteArrayInputStream(new byte[20]), rejects, listener, stop);

        assertThat(IntStream.rangeClosed(1, 4).mapToObj(this::secondOfReceipt))
                .containsExactly(2L, 2L, 3L, 3L);
    }

    private long secondOfReceipt(int n) {
        return ledger.find(id(n)).orElseThrow().document().receivedAt().getEpochSecond();
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
                                .importFrom("a", broken, rejects, listener, stop))
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
        String[] lines = lines(2_002);
        lines[7] = "{";
        importQuickly(lines);

        assertThat(progress)
                .containsExactly(
                        new ImportSummary(1_999, 0, 1, 0, 0, 0),
                        new ImportSummary(2_001, 0, 1, 0, 0, 0));
    }

    @Test
    void decodesTheNextDocumentsWhileABatchIsRecorded() throws IOException {
        CountDownLatch decoded = new CountDownLatch(2_001);
        ledger.meanwhile = batch -> await(decoded);
        MetadataDecoder counting =
                document -> {
                    decoded.countDown();
                    return decodeId(document);
                };

        assertThat(importInto(ledger, counting, rejects, text(lines(4_001))).recorded())
                .isEqualTo(4_001);
    }

    /** One batch is recorded and one being read. */
    @Test
    void keepsAtMostTwoBatchesInMemory() throws IOException {
        AtomicInteger decoded = new AtomicInteger();
        CountDownLatch full = new CountDownLatch(4_000);
        List<Integer> aheadOfTheLedger = new ArrayList<>();
        ledger.meanwhile =
                batch -> {
                    await(full);
                    aheadOfTheLedger.add(decoded.get() - 2_000 * (batch - 1));
                };
        MetadataDecoder counting =
                document -> {
                    decoded.incrementAndGet();
                    full.countDown();
                    return decodeId(document);
                };
        importInto(ledger, counting, rejects, text(lines(8_001)));

        assertThat(aheadOfTheLedger).hasSize(5).allMatch(ahead -> ahead <= 4_000);
    }

    /** A field of five bytes takes some hundred bytes once it is decoded. */
    @Test
    void batchesOfManyUnknownFieldsAreSmaller() throws IOException {
        Map<String, String> fields =
                IntStream.range(0, 50_000)
                        .boxed()
                        .collect(Collectors.toMap(i -> "f" + i, i -> "1"));
        DocumentShape shape = new DocumentShape(DocumentKind.METADATA, Set.of(), fields);
        MetadataDecoder wide =
                document ->
                        SampleGenerations.withShape(new SampleDecoder().decode(document), shape);
        importInto(ledger, wide, rejects, text(lineAbout(1), lineAbout(2), lineAbout(3)));

        assertThat(ledger.batches).containsExactly(2, 1);
    }

    @Test
    void stopsAfterTheBatchThatIsBeingRecorded() throws IOException {
        ledger.meanwhile = batch -> stop.request();

        assertThat(importQuickly(lines(4_001))).isEqualTo(new ImportSummary(2_000, 0, 0, 0, 0, 0));
        assertThat(ledger.batches).containsExactly(2_000);
        assertThat(importQuickly(lines(4_001))).isEqualTo(ImportSummary.NOTHING);
    }

    @Test
    void theNextImportGoesOnWhereOneStopped() throws IOException {
        ledger.meanwhile = batch -> stop.request();
        importQuickly(lines(4_001));
        ledger.meanwhile = batch -> {};
        InputStream stream =
                new ByteArrayInputStream(text(lines(4_001)).getBytes(StandardCharsets.UTF_8));

        assertThat(
                        importer(ledger, ImportDocumentsTest::decodeId)
                                .importFrom("a", stream, rejects, listener, new StopSignal()))
                .isEqualTo(new ImportSummary(2_001, 2_000, 0, 0, 0, 0));
    }

    /** As standard input of a program that writes nothing more. */
    @Test
    void aStopDoesNotWaitForAStreamThatBlocks() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        DocumentSplitter blocked =
                (stream, pieces) -> {
                    stop.request();
                    await(never);
                };
        List<Duration> waits = new ArrayList<>();
        Waiter atOnce =
                (signal, atMost) -> {
                    waits.add(atMost);
                    return signal.tryAcquire();
                };
        ImportSummary summary =
                new ImportDocuments(
                                new SampleReader(blocked, new SampleDecoder()),
                                ledger,
                                AccountName.DEFAULT,
                                new RunEnvironment(
                                        RUNTIME.clock(),
                                        RUNTIME.monotonic(),
                                        RUNTIME.workers(),
                                        atOnce,
                                        RUNTIME.random()))
                        .importFrom("a", InputStream.nullInputStream(), rejects, listener, stop);
        never.countDown();

        assertThat(summary).isEqualTo(ImportSummary.NOTHING);
        assertThat(ledger.batches).isEmpty();
        assertThat(waits).containsExactly(Duration.ofSeconds(1));
    }

    /** The reading thread ends, although it waits for room when the ledger fails. */
    @Test
    void theReadingThreadEndsWithAFailingLedger() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        RunEnvironment observed =
                new RunEnvironment(
                        RUNTIME.clock(),
                        RUNTIME.monotonic(),
                        task -> {
                            threads.add(new Thread(task));
                            threads.get(0).start();
                        },
                        Waiter.REAL,
                        RUNTIME.random());
        CountDownLatch full = new CountDownLatch(4_000);
        MetadataDecoder counting =
                document -> {
                    full.countDown();
                    return decodeId(document);
                };
        ledger.meanwhile = batch -> await(full);
        ledger.batchesMax = 0;
        InputStream stream =
                new ByteArrayInputStream(text(lines(8_001)).getBytes(StandardCharsets.UTF_8));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() ->
                        new ImportDocuments(
                                        new SampleReader(ImportDocumentsTest::splitLines, counting),
                                        ledger,
                                        AccountName.DEFAULT,
                                        observed)
                                .importFrom("a", stream, rejects, listener, stop))
                .withMessage("disk full");
        threads.get(0).join();
        assertThat(ledger.batches).containsExactly(2_000);
    }

    /** A line without end must not fill the memory, nor be kept in parts. */
    @Test
    void aRejectedDocumentOfAnyLengthIsKeptAsOne() throws IOException {
        int parts = 40;
        byte[] part = new byte[1 << 20];
        DocumentSplitter oneLongLine =
                (stream, pieces) -> {
                    pieces.unreadable(1, "expected a document, found a long line");
                    for (int i = 0; i < parts; i++) {
                        pieces.unreadableBytes(part);
                    }
                    pieces.document(2, document(id(1)).bytes());
                };
        List<Long> commits = new ArrayList<>();
        RejectedDocuments counting =
                new FullDisk() {
                    private long bytes;

                    @Override
                    public void append(byte[] more) {
                        bytes += more.length;
                    }

                    @Override
                    public void commit() {
                        commits.add(bytes);
                    }
                };
        new ImportDocuments(
                        new SampleReader(oneLongLine, new SampleDecoder()),
                        ledger,
                        AccountName.DEFAULT,
                        RUNTIME)
                .importFrom("a", InputStream.nullInputStream(), counting, listener, stop);

        assertThat(commits).containsExactly((long) parts << 20);
        assertThat(ledger.find(id(1))).isPresent();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
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
                .isThrownBy(() -> importQuickly(lines(4_001)));
        assertThat(ledger.find(id(1_999))).isPresent();
        assertThat(ledger.find(id(2_000))).isEmpty();
        assertThat(ledger.batches).containsExactly(2_000, 2_000);
        assertThat(progress).containsExactly(new ImportSummary(2_000, 0, 0, 0, 0, 0));
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

        assertThat(one.documents()).isEqualTo(17);
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
        return importer(into, decoder).importFrom("a.ndjson", stream, rejected, listener, stop);
    }

    private ImportDocuments importer(Ledger into, MetadataDecoder decoder) {
        return new ImportDocuments(
                new SampleReader(ImportDocumentsTest::splitLines, decoder), into, account, RUNTIME);
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

    private static String[] lines(int count) {
        return IntStream.range(0, count).mapToObj(i -> lineAbout(i)).toArray(String[]::new);
    }

    /** Decodes the id only. */
    private ImportSummary importQuickly(String... lines) throws IOException {
        return importInto(ledger, ImportDocumentsTest::decodeId, rejects, text(lines));
    }

    private static Generation decodeId(MetadataDocument document) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        if (!text.startsWith(START)) {
            throw new UndecodableDocumentException(Optional.empty(), 1, "no id", null);
        }
        return SampleGenerations.silent(
                new GenerationId(
                        text.substring(START.length(), text.indexOf('"', START.length()))));
    }

    private static String lineAbout(int number) {
        return new String(document(id(number)).bytes(), StandardCharsets.UTF_8);
    }

    private static String text(String... lines) {
        return String.join("\n", lines);
    }

    /** A ledger that stores the sizes of its batches, and can fail after some. */
    private static final class CountingLedger implements Ledger {

        /** Happens while a batch is recorded. */
        private Consumer<Integer> meanwhile = batch -> {};

        private final InMemoryLedger ledger = new InMemoryLedger();
        private final List<Integer> batches = new ArrayList<>();
        private int batchesMax = Integer.MAX_VALUE;

        @Override
        public List<Outcome> record(List<Recording> recordings) {
            batches.add(recordings.size());
            meanwhile.accept(batches.size());
            if (batches.size() > batchesMax) {
                throw new LedgerUnavailableException("disk full", null);
            }
            return ledger.record(recordings);
        }

        @Override
        public List<Outcome> preview(List<Recording> recordings) {
            return ledger.preview(recordings);
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
