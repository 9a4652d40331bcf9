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
import io.genledger.domain.money.Charges;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
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
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryQuarantine;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.intake.files.FileContents;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.intake.files.UnreadableFileException;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.runtime.Waiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
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
    private final CountingQueue queue = new CountingQueue(ledger.ledger);
    private final InMemoryQuarantine quarantine = new InMemoryQuarantine();
    private final RejectedDocuments rejects =
            new QuarantineRejects(quarantine, () -> SampleGenerations.RECEIVED);
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<ImportSummary> progress = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final List<FileContents> ended = new ArrayList<>();

    /** Happens when the import begins to wait. */
    private Runnable whenUnavailable = () -> {};

    private final ImportListener listener =
            new ImportListener() {
                @Override
                public void begun(String file) {
                    events.add("begun " + file);
                }

                @Override
                public void rejected(Rejection rejection) {
                    rejections.add(rejection);
                }

                @Override
                public void noted(String file, long line, String sentence) {
                    events.add(file + ":" + line + ": " + sentence);
                }

                @Override
                public void ended(FileContents contents) {
                    events.add("ended " + contents.file());
                    ended.add(contents);
                }

                @Override
                public void unreadable(String file, String reason) {
                    events.add(file + ": " + reason);
                }

                @Override
                public void recorded(ImportSummary soFar) {
                    progress.add(soFar);
                }

                @Override
                public void ledgerUnavailable(String reason) {
                    events.add("unavailable: " + reason);
                    whenUnavailable.run();
                }
            };

    @Test
    void recordsEveryDocument() throws IOException {
        assertThat(importLines(lineAbout(1), lineAbout(2), lineAbout(1)))
                .isEqualTo(summary(2, 1, 0, 0, 0, 0));
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

        assertThat(importLines(lineAbout(1)).count(ImportCount.UNCHANGED)).isEqualTo(1);
        assertThat(ledger.revisions(id(1)))
                .extracting(Revision::account)
                .containsExactly(new AccountName("acme"));
    }

    @Test
    void importingAgainChangesNothing() throws IOException {
        importLines(lineAbout(1), lineAbout(2));

        assertThat(importLines(lineAbout(2), lineAbout(1))).isEqualTo(summary(0, 2, 0, 0, 0, 0));
    }

    @Test
    void aRejectionStatesFileLineAndField() throws IOException {
        assertThat(importLines(lineAbout(1), SampleDecoder.WITHOUT_ID, lineAbout(2), "{nonsense"))
                .isEqualTo(summary(2, 0, 2, 0, 0, 0));
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
        LineReader lines =
                new LineReader(InputKind.RECORD, document -> SampleGenerations.complete(id(1)));
        DocumentReader fiveLargeOnes =
                (stream, clock, contents) -> {
                    for (int i = 0; i < 5; i++) {
                        lines.pass(i + 1, large, clock, contents);
                    }
                };
        new ImportDocuments(fiveLargeOnes, ledger, queue, account, RUNTIME)
                .importFrom(
                        ImportFiles.of("a", InputStream.nullInputStream()),
                        ImportOptions.STANDARD,
                        rejects,
                        listener,
                        stop);

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
        LineReader lines = new LineReader(InputKind.RECORD, new SampleDecoder());
        DocumentReader twoOfEachRead =
                (stream, clock, contents) -> {
                    for (int n = 1; stream.read(new byte[10]) > 0; n += 2) {
                        lines.pass(1, document(id(n)).bytes(), clock, contents);
                        lines.pass(1, document(id(n + 1)).bytes(), clock, contents);
                    }
                };
        new ImportDocuments(twoOfEachRead, ledger, queue, account, ticking)
                .importFrom(
                        ImportFiles.of("a", new ByteArrayInputStream(new byte[20])),
                        ImportOptions.STANDARD,
                        rejects,
                        listener,
                        stop);

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
                                .importFrom(
                                        ImportFiles.of("a", broken),
                                        ImportOptions.STANDARD,
                                        rejects,
                                        listener,
                                        stop))
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
        assertThat(progress).containsExactly(summary(1, 0, 1, 0, 0, 0));
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
                .isEqualTo(summary(0, 2, 1, 0, 0, 0));
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
                .containsExactly(summary(1_999, 0, 1, 0, 0, 0), summary(2_001, 0, 1, 0, 0, 0));
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

        assertThat(
                        importInto(ledger, counting, rejects, text(lines(4_001)))
                                .count(ImportCount.RECORDED))
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

        assertThat(importQuickly(lines(4_001))).isEqualTo(summary(2_000, 0, 0, 0, 0, 0));
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
                                .importFrom(
                                        ImportFiles.of("a", stream),
                                        ImportOptions.STANDARD,
                                        rejects,
                                        listener,
                                        new StopSignal()))
                .isEqualTo(summary(2_001, 2_000, 0, 0, 0, 0));
    }

    /** As standard input of a program that writes nothing more. */
    @Test
    void aStopDoesNotWaitForAStreamThatBlocks() throws IOException {
        CountDownLatch never = new CountDownLatch(1);
        DocumentReader blocked =
                (stream, clock, contents) -> {
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
                                blocked,
                                ledger,
                                queue,
                                account,
                                new RunEnvironment(
                                        RUNTIME.clock(),
                                        RUNTIME.monotonic(),
                                        RUNTIME.workers(),
                                        atOnce,
                                        RUNTIME.random()))
                        .importFrom(
                                ImportFiles.of("a", InputStream.nullInputStream()),
                                ImportOptions.STANDARD,
                                rejects,
                                listener,
                                stop);
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
                                        new LineReader(InputKind.RECORD, counting),
                                        ledger,
                                        queue,
                                        account,
                                        observed)
                                .importFrom(
                                        ImportFiles.of("a", stream),
                                        ImportOptions.STANDARD,
                                        rejects,
                                        listener,
                                        stop))
                .withMessage("disk full");
        threads.get(0).join();
        assertThat(ledger.batches).containsExactly(2_000);
    }

    /** A line without end must not fill the memory, nor be kept in parts. */
    @Test
    void aRejectedDocumentOfAnyLengthIsKeptAsOne() throws IOException {
        int parts = 40;
        byte[] part = new byte[1 << 20];
        LineReader lines = new LineReader(InputKind.RECORD, new SampleDecoder());
        DocumentReader oneLongLine =
                (stream, clock, contents) -> {
                    contents.rejected(
                            1, Optional.empty(), "expected a document, found a long line");
                    for (int i = 0; i < parts; i++) {
                        contents.rejectedBytes(part);
                    }
                    lines.pass(2, document(id(1)).bytes(), clock, contents);
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
        new ImportDocuments(oneLongLine, ledger, queue, account, RUNTIME)
                .importFrom(
                        ImportFiles.of("a", InputStream.nullInputStream()),
                        ImportOptions.STANDARD,
                        counting,
                        listener,
                        stop);

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

    /** As another import holds the lock of the ledger. */
    @Test
    void waitsForALockAndRecordsEachDocumentOnce() throws IOException {
        ledger.meanwhile = batch -> busyIf(batch <= 3);

        assertThat(importWaiting(Duration.ofSeconds(10), lineAbout(1), "no record"))
                .isEqualTo(summary(1, 0, 1, 0, 0, 0));
        assertThat(ledger.batches).hasSize(4);
        assertThat(events)
                .filteredOn(event -> event.startsWith("unavailable"))
                .containsExactly("unavailable: busy");
        assertThat(rejects.kept().documents()).isEqualTo(1);
    }

    @Test
    void stopsWaitingForALockAfterFiveMinutes() {
        ledger.meanwhile = batch -> busyIf(true);

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> importWaiting(Duration.ofMinutes(1), lineAbout(1)))
                .withMessage("busy");
        assertThat(ledger.batches).hasSize(6);
    }

    @Test
    void stopsWaitingForALockAtAStop() {
        ledger.meanwhile = batch -> busyIf(true);
        whenUnavailable = stop::request;

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> importWaiting(Duration.ZERO, lineAbout(1)))
                .withMessage("busy");
        assertThat(ledger.batches).hasSize(2);
    }

    private static void busyIf(boolean isBusy) {
        if (isBusy) {
            throw LedgerUnavailableException.transientFailure("busy", null);
        }
    }

    /** Each wait for the ledger takes {@code step}. */
    private ImportSummary importWaiting(Duration step, String... lines) throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(SampleGenerations.RECEIVED);
        Waiter stepping =
                (signal, atMost) -> {
                    now.updateAndGet(before -> before.plus(step));
                    return atMost.toMillis() == 500
                            ? signal.tryAcquire()
                            : Waiter.REAL.await(signal, atMost);
                };
        return new ImportDocuments(
                        new LineReader(InputKind.RECORD, new SampleDecoder()),
                        ledger,
                        queue,
                        account,
                        new RunEnvironment(
                                RUNTIME.clock(),
                                now::get,
                                RUNTIME.workers(),
                                stepping,
                                RUNTIME.random()))
                .importFrom(
                        ImportFiles.of("a", bytes(text(lines))),
                        ImportOptions.STANDARD,
                        rejects,
                        listener,
                        stop);
    }

    @Test
    void aFailingLedgerKeepsTheBatchesBefore() {
        ledger.batchesMax = 1;

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> importQuickly(lines(4_001)));
        assertThat(ledger.find(id(1_999))).isPresent();
        assertThat(ledger.find(id(2_000))).isEmpty();
        assertThat(ledger.batches).containsExactly(2_000, 2_000);
        assertThat(progress).containsOnly(summary(2_000, 0, 0, 0, 0, 0));
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
        LineReader completions = completions();

        assertThat(importWith(completions, ImportOptions.STANDARD, lineAbout(1)).kinds())
                .isEqualTo(
                        Map.of(
                                InputKind.COMPLETION,
                                Map.of(ImportCount.RECORDED, 1L, ImportCount.PROVISIONAL, 1L)));
        assertThat(importLines(lineAbout(1))).isEqualTo(summary(1, 0, 0, 0, 0, 0));
        assertThat(importWith(completions, ImportOptions.STANDARD, lineAbout(1)).kinds())
                .isEqualTo(Map.of(InputKind.COMPLETION, Map.of(ImportCount.SUPERSEDED, 1L)));
    }

    @Test
    void countsCopiesThatACollectedRecordOutranks() throws IOException {
        ledger.record(List.of(SampleGenerations.recording(costing(id(1), credits("0.000000001")))));

        assertThat(importLines(lineAbout(1), lineAbout(2))).isEqualTo(summary(1, 0, 0, 0, 0, 1));
        assertThat(ledger.find(id(1)).map(Revision::number)).contains(1);
    }

    @Test
    void countsByKindAndFileWhatIsNoGeneration() throws IOException {
        DocumentReader reader =
                (stream, clock, contents) -> {
                    contents.skipped(1, InputKind.VIDEO_JOB);
                    contents.note(2, "a batch of 2 results cost $1.5");
                    for (int line = 3; line < 5_003; line++) {
                        contents.foreign(line, ForeignKind.CODING_AGENT);
                    }
                    contents.foreign(5_003, ForeignKind.LOG);
                };
        ImportSummary summary = importWith(reader, ImportOptions.STANDARD);

        assertThat(summary.kinds())
                .isEqualTo(Map.of(InputKind.VIDEO_JOB, Map.of(ImportCount.SKIPPED, 1L)));
        assertThat(summary.foreign())
                .isEqualTo(Map.of(ForeignKind.CODING_AGENT, 5_000L, ForeignKind.LOG, 1L));
        assertThat(summary.documents()).isEqualTo(5_002);
        assertThat(ended)
                .containsExactly(new FileContents("a.ndjson", 5_002, summary.foreign(), true));
        assertThat(events)
                .containsExactly(
                        "begun a.ndjson",
                        "a.ndjson:2: a batch of 2 results cost $1.5",
                        "ended a.ndjson");
        assertThat(ledger.batches).isEmpty();
        assertThat(quarantine.total().documents()).isZero();
        assertThat(progress).hasSizeGreaterThan(2);
    }

    @Test
    void tracksIdsOfDocumentsWithoutSpendAfterTheirBatch() throws IOException {
        DocumentReader reader =
                (stream, clock, contents) -> {
                    contents.toCollect(1, InputKind.STREAM, id(1));
                    contents.toCollect(2, InputKind.STREAM, id(1));
                    contents.toCollect(3, InputKind.BATCH, id(2));
                    contents.generation(
                            4,
                            InputKind.RECORD,
                            document(id(2)),
                            SampleGenerations.complete(id(2)));
                };

        ImportSummary summary = importWith(reader, ImportOptions.STANDARD);

        assertThat(summary.tracked()).isEqualTo(new PendingGenerations.Tracked(1, 0, 1, 0));
        assertThat(summary.count(InputKind.STREAM, ImportCount.TO_COLLECT)).isEqualTo(2);
        assertThat(summary.count(ImportCount.TO_COLLECT)).isEqualTo(3);
        assertThat(importWith(reader, ImportOptions.STANDARD).tracked())
                .isEqualTo(new PendingGenerations.Tracked(0, 1, 1, 0));
        assertThat(queue.backlog(SampleGenerations.RECEIVED).due()).isEqualTo(1);
    }

    @Test
    void tracksProvisionalGenerationsOfUnknownSpendOnce() throws IOException {
        DocumentReader reader =
                (stream, clock, contents) -> {
                    contents.generation(1, InputKind.ACTIVITY, document(id(1)), unknown(id(1)));
                    contents.generation(
                            2,
                            InputKind.RECORD,
                            document(id(2)),
                            SampleGenerations.complete(id(2)));
                };

        ImportSummary summary = importWith(reader, new ImportOptions(false, true));

        assertThat(summary.count(InputKind.ACTIVITY, ImportCount.TO_COLLECT)).isEqualTo(1);
        assertThat(summary.count(ImportCount.TO_COLLECT)).isEqualTo(1);
        assertThat(summary.tracked()).isEqualTo(new PendingGenerations.Tracked(1, 0, 0, 0));
        assertThat(queue.ids).containsExactly(id(1));
    }

    private static Generation unknown(GenerationId id) {
        return SampleGenerations.complete(id).toBuilder()
                .with(Charges.UNREPORTED)
                .with(new DocumentShape(DocumentKind.ACTIVITY, Set.of(), Map.of()))
                .build();
    }

    @Test
    void tracksProvisionalGenerationsIfAsked() throws IOException {
        assertThat(importWith(completions(), ImportOptions.STANDARD, lineAbout(1)).tracked())
                .isEqualTo(PendingGenerations.Tracked.NOTHING);
        importLines(lineAbout(2));
        ImportSummary summary =
                importWith(
                        completions(),
                        new ImportOptions(false, true),
                        lineAbout(1),
                        lineAbout(2),
                        lineAbout(3));

        assertThat(summary.tracked()).isEqualTo(new PendingGenerations.Tracked(2, 0, 1, 0));
        assertThat(queue.ids).containsExactlyInAnyOrder(id(1), id(2), id(3));
    }

    /** As if the process died between the records of a batch and its ids. */
    @Test
    void importingAgainAfterACrashTracksTheIds() throws IOException {
        DocumentReader reader =
                (stream, clock, contents) -> {
                    contents.toCollect(1, InputKind.STREAM, id(1));
                    contents.generation(
                            2,
                            InputKind.RECORD,
                            document(id(2)),
                            SampleGenerations.complete(id(2)));
                };
        queue.isFailing = true;
        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> importWith(reader, ImportOptions.STANDARD));
        assertThat(ledger.find(id(2))).isPresent();
        queue.isFailing = false;

        ImportSummary again = importWith(reader, ImportOptions.STANDARD);

        assertThat(again.tracked().added()).isEqualTo(1);
        assertThat(again.count(ImportCount.UNCHANGED)).isEqualTo(1);
    }

    @Test
    void aBatchThatIsNotRecordedTracksNothing() {
        ledger.batchesMax = 0;

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() ->
                        importWith(completions(), new ImportOptions(false, true), lineAbout(1)));
        assertThat(queue.ids).isEmpty();
    }

    @Test
    void aDryRunCountsTheSameAndWritesNothing() throws IOException {
        importLines(lineAbout(1), lineAbout(2));
        ledger.batches.clear();
        DocumentReader reader =
                (stream, clock, contents) -> {
                    new LineReader(InputKind.RECORD, new SampleDecoder())
                            .read(stream, clock, contents);
                    contents.toCollect(9, InputKind.STREAM, id(9));
                };
        ImportSummary summary =
                importWith(
                        reader,
                        new ImportOptions(true, true),
                        lineAbout(2),
                        lineAbout(3),
                        lineAbout(3),
                        lineAbout(2));

        assertThat(summary.kinds().get(InputKind.RECORD))
                .isEqualTo(
                        Map.of(
                                ImportCount.RECORDED,
                                1L,
                                ImportCount.UNCHANGED,
                                1L,
                                ImportCount.REPEATED,
                                2L));
        assertThat(summary.tracked()).isEqualTo(PendingGenerations.Tracked.NOTHING);
        assertThat(ledger.find(id(3))).isEmpty();
        assertThat(ledger.batches).isEmpty();
        assertThat(queue.ids).isEmpty();
    }

    @Test
    void remembersTheFirstIdsOnly() {
        SeenIds seen = new SeenIds(2);

        assertThat(IntStream.of(1, 2, 3, 1, 3, 2).mapToObj(n -> seen.contains(id(n))))
                .containsExactly(false, false, false, true, false, true);
    }

    @Test
    void batchesHoldTheDocumentsOfManyFiles() throws IOException {
        ImportFiles files =
                visitor -> {
                    for (int i = 1; i <= 5; i++) {
                        visitor.file("f" + i, bytes(i == 3 ? "{" : lineAbout(i)));
                    }
                };
        ImportSummary summary =
                importer(ledger, new SampleDecoder())
                        .importFrom(files, ImportOptions.STANDARD, rejects, listener, stop);

        assertThat(summary).isEqualTo(summary(4, 0, 1, 0, 0, 0));
        assertThat(ledger.batches).containsExactly(4);
        assertThat(rejections).extracting(Rejection::file).containsExactly("f3");
        assertThat(ended).extracting(FileContents::documents).containsOnly(1L);
    }

    @Test
    void aFileThatCannotBeReadToItsEndDoesNotEndTheImport() throws IOException {
        ImportFiles files =
                visitor -> {
                    visitor.file("whole", bytes(lineAbout(1)));
                    try {
                        visitor.file("cut", new CutStream(lineAbout(2) + "\n"));
                    } catch (UnreadableFileException cut) {
                        visitor.unreadable(cut.file(), cut.reason());
                    }
                    visitor.file("last", bytes(lineAbout(3)));
                };
        ImportSummary summary =
                importer(ledger, new SampleDecoder())
                        .importFrom(files, ImportOptions.STANDARD, rejects, listener, stop);

        assertThat(summary).isEqualTo(summary(3, 0, 0, 0, 0, 0));
        assertThat(ended).extracting(FileContents::isWhole).containsExactly(true, false, true);
        assertThat(events)
                .containsExactly(
                        "begun whole",
                        "ended whole",
                        "begun cut",
                        "ended cut",
                        "cut: it is cut off",
                        "begun last",
                        "ended last");
    }

    /** A stream that fails where it was cut off. */
    private static final class CutStream extends InputStream {

        private final InputStream start;

        CutStream(String start) {
            this.start = bytes(start);
        }

        @Override
        public int read() throws IOException {
            return atMostToTheCut(start.read());
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            return atMostToTheCut(start.read(target, from, length));
        }

        private static int atMostToTheCut(int result) throws IOException {
            if (result < 0) {
                throw new UnreadableFileException("cut", "it is cut off", null);
            }
            return result;
        }
    }

    /** The counts of an import of records; no zeros. */
    private static ImportSummary summary(
            long recorded,
            long unchanged,
            long rejected,
            long provisional,
            long superseded,
            long outranked) {
        Map<ImportCount, Long> counts =
                new EnumMap<>(
                        Map.of(
                                ImportCount.RECORDED,
                                recorded,
                                ImportCount.UNCHANGED,
                                unchanged,
                                ImportCount.PROVISIONAL,
                                provisional,
                                ImportCount.SUPERSEDED,
                                superseded,
                                ImportCount.OUTRANKED,
                                outranked));
        counts.values().removeIf(count -> count == 0);
        return new ImportSummary(
                counts.isEmpty() ? Map.of() : Map.of(InputKind.RECORD, counts),
                Map.of(),
                rejected,
                PendingGenerations.Tracked.NOTHING);
    }

    private static LineReader completions() {
        return new LineReader(
                InputKind.COMPLETION, document -> inline(new SampleDecoder().decode(document)));
    }

    private ImportSummary importWith(DocumentReader reader, ImportOptions options, String... lines)
            throws IOException {
        return new ImportDocuments(reader, ledger, queue, account, RUNTIME)
                .importFrom(
                        ImportFiles.of("a.ndjson", bytes(text(lines))),
                        options,
                        rejects,
                        listener,
                        stop);
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportSummary importLines(String... lines) throws IOException {
        return importInto(ledger, new SampleDecoder(), rejects, text(lines));
    }

    private ImportSummary importInto(
            Ledger into, MetadataDecoder decoder, RejectedDocuments rejected, String text)
            throws IOException {
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return importer(into, decoder)
                .importFrom(
                        ImportFiles.of("a.ndjson", stream),
                        ImportOptions.STANDARD,
                        rejected,
                        listener,
                        stop);
    }

    private ImportDocuments importer(Ledger into, MetadataDecoder decoder) {
        return new ImportDocuments(
                new LineReader(InputKind.RECORD, decoder), into, queue, account, RUNTIME);
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

    /** A queue that stores the ids it is given, and can fail. */
    private static final class CountingQueue implements PendingGenerations {

        private final Set<GenerationId> ids = new HashSet<>();
        private final InMemoryPendingGenerations queue;
        private boolean isFailing;

        CountingQueue(InMemoryLedger ledger) {
            queue = new InMemoryPendingGenerations(ledger);
        }

        @Override
        public Tracked track(Set<GenerationId> more, AccountName account, Instant now) {
            if (isFailing) {
                throw new LedgerUnavailableException("disk full", null);
            }
            ids.addAll(more);
            return queue.track(more, account, now);
        }

        @Override
        public Backlog backlog(Instant now) {
            return queue.backlog(now);
        }
    }
}
