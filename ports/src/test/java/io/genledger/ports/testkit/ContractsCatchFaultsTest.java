package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendOrder;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each faulty adapter breaks a contract and is caught by the named test. */
class ContractsCatchFaultsTest {

    @ParameterizedTest
    @CsvSource({
        "ForgetfulLedger, keepsTheDocumentByteForByte",
        "DoubleCountingLedger, recordingTheSameContentAgainChangesNothing",
        "LedgerThatFailsForAll, aFailingCallTakesNoOtherWithIt",
        "StubbornLedger, otherContentBecomesANewRevision",
        "SpendReaderOfThePresent, readsTheLedgerAsItWasAtAMoment",
        "SpendReaderWithoutUnknowns, countsAnUnknownSpendInsteadOfCallingItZero",
        "SpendReaderWithoutFilters, filtersByEachDimension",
        "SpendReaderWithoutOrder, ordersByEachFigureInBothDirections",
        "SpendReaderWithoutQueue, countsTrackedGenerationsByTheirState",
        "GenerationReaderOfFirstPages, pagesContainEachGenerationOnceInOrder",
        "LedgerThatNeverSupersedes, inlineUsageNeverReplacesTheRecord",
        "LedgerWithoutRanks, anImportedRecordNeverReplacesACollectedOne",
        "LedgerThatRecordsPreviews, aPreviewWritesNothing",
        "LedgerThatRecordsWhenItPrepares, whatWasPreparedIsComparedWithTheLedgerWhenItIsRecorded",
        "LedgerOfTheLastDocument, theSameDocumentCountsInAnyOrder",
        "ArchiveOfFirstRevisions, passesTheNewestRevisionOnly",
        "ArchiveWithoutRange, readsOnlyWhatWasCreatedInTheRange",
        "SourceThatHidesOutages, anOutageIsNeverNotFound",
        "SourceThatHidesRefusals, aRefusalIsNeverNotFound",
        "DecoderOfPrefixes, refusesEveryProperPrefixOfADocument",
        "DecoderThatInventsIds, refusesADocumentWithoutAnyId",
        "ReaderOfTheFirstLine, findsOneRecordALine",
        "ReaderOfTheReadable, rejectsWhatIsNoDocumentAndGoesOnBehindIt",
        "ReaderThatWaitsForTheEnd, aDocumentThatWasCutOffDoesNotTakeTheNextOneWithIt",
        "ReaderThatCollects, keepsNoLineInMemory",
        "ReaderOfWhatItGets, passesOnThatTheStreamCannotBeRead",
        "ReaderOfItsOwnTime, keepsARecordAsItCameWithItsTimeOfReceipt",
        "RejectsOfTheLastCall, appendsPiecesInOrder",
        "RejectsWithoutCopy, keepsTheBytesOfTheCallAlthoughTheArrayChangesLater",
        "RejectsWithoutLineEnds, endsEachDocumentWithOneLineEnd",
        "RejectsCountedEarly, countsWhatIsCommitted",
        "QuarantineOfEachReceipt, countsEqualDocumentsOnceAndKeepsTheLastPlace",
        "QuarantineThatDropsNothing, dropsByNumber",
        "RateLimiterWithoutLimit, grantsPermitsAtTheRateAndNoMore",
        "RateLimiterWithoutLimit, accumulatesPermitsForOneSecondAtMost",
        "RateLimiterWithWrongWaits, grantsAPermitAfterTheStatedWaitAndNotBefore"
    })
    void eachFaultIsCaught(String faulty, String caughtBy) throws ClassNotFoundException {
        FaultyAdapters.assertCaught(getClass(), faulty, caughtBy);
    }

    static class ForgetfulLedger extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new Ledger() {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return recordings.stream().map(recording -> Outcome.RECORDED).toList();
                }

                @Override
                public Optional<Revision> find(GenerationId id) {
                    return Optional.empty();
                }

                @Override
                public List<Revision> revisions(GenerationId id) {
                    return List.of();
                }

                @Override
                public List<Outcome> preview(List<Recording> recordings) {
                    return record(recordings);
                }
            };
        }
    }

    static class DoubleCountingLedger extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    ledger.record(recordings);
                    return recordings.stream().map(recording -> Outcome.RECORDED).toList();
                }
            };
        }
    }

    /** A failed call makes those of all threads fail. */
    static class LedgerThatFailsForAll extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            AtomicReference<Optional<RuntimeException>> failed =
                    new AtomicReference<>(Optional.empty());
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    try {
                        failed.get()
                                .ifPresent(failure -> {
                                    throw failure;
                                });
                        return ledger.record(recordings);
                    } catch (RuntimeException failure) {
                        failed.set(Optional.of(failure));
                        throw failure;
                    }
                }
            };
        }
    }

    static class StubbornLedger extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return recordings.stream().map(this::recordFirst).toList();
                }

                private Outcome recordFirst(Recording recording) {
                    return find(recording.entry().id()).isPresent()
                            ? Outcome.UNCHANGED
                            : ledger.record(List.of(recording)).get(0);
                }
            };
        }
    }

    static class SpendReaderOfThePresent extends SpendReaderContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new SpendReaderContract.Fixture(
                    new SpendReaderAround(ledger) {
                        @Override
                        public Optional<Uncollected> read(
                                SpendQuery query, Consumer<SpendRow> rows) {
                            return reader.read(
                                    new SpendQuery(query.dimensions(), query.range(), query.zone()),
                                    rows);
                        }
                    },
                    ledger);
        }
    }

    static class SpendReaderWithoutUnknowns extends SpendReaderContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new SpendReaderContract.Fixture(
                    new SpendReaderAround(ledger) {
                        @Override
                        public Optional<Uncollected> read(
                                SpendQuery query, Consumer<SpendRow> rows) {
                            return reader.read(
                                    query,
                                    row -> {
                                        if (row.totals().unknownSpend() == 0) {
                                            rows.accept(row);
                                        }
                                    });
                        }
                    },
                    ledger);
        }
    }

    /** Reports inline usage as a revision although the record is recorded. */
    static class SpendReaderWithoutFilters extends SpendReaderContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            return changing(query -> query.where(List.of()));
        }
    }

    static class SpendReaderWithoutOrder extends SpendReaderContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            return changing(query -> query.orderedBy(SpendOrder.GROUP));
        }
    }

    private static SpendReaderContract.Fixture changing(UnaryOperator<SpendQuery> change) {
        InMemoryLedger ledger = new InMemoryLedger();
        return new SpendReaderContract.Fixture(
                new SpendReaderAround(ledger) {
                    @Override
                    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
                        return reader.read(change.apply(query), rows);
                    }
                },
                ledger);
    }

    static class SpendReaderWithoutQueue extends UncollectedContract {

        @Override
        protected UncollectedContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
            return new UncollectedContract.Fixture(ledger, queue, queue, ledger);
        }
    }

    static class GenerationReaderOfFirstPages extends GenerationReaderContract {

        @Override
        protected GenerationReaderContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            InMemoryGenerationReader reader = new InMemoryGenerationReader(ledger);
            return new GenerationReaderContract.Fixture(
                    new GenerationReader() {
                        @Override
                        public Optional<Instant> read(
                                GenerationQuery query, Consumer<GenerationRow> rows) {
                            return query.after().isEmpty()
                                    ? reader.read(query, rows)
                                    : Optional.empty();
                        }

                        @Override
                        public List<GenerationId> idsThatBeginWith(String beginning, int limit) {
                            return reader.idsThatBeginWith(beginning, limit);
                        }
                    },
                    ledger);
        }
    }

    static class LedgerThatNeverSupersedes extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return ledger.record(recordings).stream()
                            .map(outcome ->
                                    outcome == Outcome.SUPERSEDED ? Outcome.REVISED : outcome)
                            .toList();
                }
            };
        }
    }

    /** Takes every document for a requested one. */
    static class LedgerWithoutRanks extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return ledger.record(recordings.stream().map(this::requested).toList());
                }

                private Recording requested(Recording recording) {
                    MetadataDocument document = recording.document();
                    return new Recording(
                            recording.entry(),
                            new MetadataDocument(
                                    Optional.of(recording.entry().id()),
                                    document.bytes(),
                                    document.receivedAt()));
                }
            };
        }
    }

    static class LedgerThatRecordsPreviews extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return ledger.record(recordings);
                }

                @Override
                public List<Outcome> preview(List<Recording> recordings) {
                    return ledger.record(recordings);
                }
            };
        }
    }

    static class LedgerThatRecordsWhenItPrepares extends LedgerContract {

        @Override
        protected Ledger emptyLedger() {
            return new LedgerAround(new InMemoryLedger()) {
                @Override
                public List<Outcome> record(List<Recording> recordings) {
                    return ledger.record(recordings);
                }

                @Override
                public Prepared prepare(List<Recording> recordings) {
                    List<Outcome> outcomes = ledger.record(recordings);
                    return () -> outcomes;
                }
            };
        }
    }

    static class LedgerOfTheLastDocument extends PrecedenceContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new SpendReaderContract.Fixture(
                    ledger,
                    new LedgerAround(ledger) {
                        private final Map<GenerationId, Recording> last = new HashMap<>();

                        @Override
                        public List<Outcome> record(List<Recording> recordings) {
                            recordings.forEach(one -> last.put(one.entry().id(), one));
                            return ledger.record(recordings);
                        }

                        @Override
                        public Optional<Revision> find(GenerationId id) {
                            return Optional.ofNullable(last.get(id))
                                    .map(one -> new Revision(id, 1, one.document()));
                        }
                    });
        }
    }

    static class RejectsOfTheLastCall extends RejectedDocumentsContract {
        @Override
        protected RejectedDocumentsContract.Fixture emptyFixture() {
            return new RejectsAround() {
                @Override
                public void append(byte[] bytes) {
                    pieces.clear();
                    pieces.add(bytes.clone());
                }
            };
        }
    }

    static class RejectsWithoutCopy extends RejectedDocumentsContract {
        @Override
        protected RejectedDocumentsContract.Fixture emptyFixture() {
            return new RejectsAround() {
                @Override
                public void append(byte[] bytes) {
                    pieces.add(bytes);
                }
            };
        }
    }

    static class RejectsWithoutLineEnds extends RejectedDocumentsContract {
        @Override
        protected RejectedDocumentsContract.Fixture emptyFixture() {
            return new RejectsAround();
        }
    }

    static class RejectsCountedEarly extends RejectedDocumentsContract {
        @Override
        protected RejectedDocumentsContract.Fixture emptyFixture() {
            return new RejectsAround() {
                @Override
                public RejectsKept kept() {
                    return new RejectsKept(begun, 0, List.of());
                }
            };
        }
    }

    /** Rejected documents as a list of pieces. */
    private static class RejectsAround
            implements RejectedDocuments, RejectedDocumentsContract.Fixture {

        final List<byte[]> pieces = new ArrayList<>();
        long begun;
        private long committed;

        @Override
        public RejectedDocuments documents() {
            return this;
        }

        @Override
        public void begin(Rejection rejection) {
            begun++;
        }

        @Override
        public void append(byte[] bytes) {
            pieces.add(bytes.clone());
        }

        @Override
        public void commit() {
            committed = begun;
        }

        @Override
        public RejectsKept kept() {
            return new RejectsKept(committed, 0, List.of());
        }

        @Override
        public byte[] keptBytes() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            pieces.forEach(all::writeBytes);
            return all.toByteArray();
        }
    }

    /** Adds a document under another body each time. */
    static class QuarantineOfEachReceipt extends InMemoryQuarantineTest {

        @Override
        protected Fixture emptyQuarantine() {
            Fixture fixture = super.emptyQuarantine();
            QuarantineEditor editor = fixture.editor();
            return new Fixture(
                    fixture.queue(),
                    new QuarantineEditor() {
                        private int receipts;

                        @Override
                        public void add(List<RejectedDocument> documents) {
                            editor.add(documents.stream().map(this::renamed).toList());
                        }

                        private RejectedDocument renamed(RejectedDocument one) {
                            byte[] body =
                                    ("receipt " + receipts++).getBytes(StandardCharsets.UTF_8);
                            return new RejectedDocument(
                                    one.rejection(),
                                    one.times(),
                                    new MetadataDocument(
                                            Optional.empty(), body, one.document().receivedAt()));
                        }

                        @Override
                        public Set<Long> drop(Set<Long> numbers) {
                            return editor.drop(numbers);
                        }

                        @Override
                        public long dropAll() {
                            return editor.dropAll();
                        }
                    });
        }
    }

    static class QuarantineThatDropsNothing extends InMemoryQuarantineTest {

        @Override
        protected Fixture emptyQuarantine() {
            Fixture fixture = super.emptyQuarantine();
            QuarantineEditor editor = fixture.editor();
            return new Fixture(
                    fixture.queue(),
                    new QuarantineEditor() {
                        @Override
                        public void add(List<RejectedDocument> documents) {
                            editor.add(documents);
                        }

                        @Override
                        public Set<Long> drop(Set<Long> numbers) {
                            return numbers;
                        }

                        @Override
                        public long dropAll() {
                            return 0;
                        }
                    });
        }
    }

    static class RateLimiterWithoutLimit extends InMemoryRateLimiterTest {

        @Override
        protected RateLimiter tenPerSecond(InstantSource clock) {
            return RateLimiter.UNLIMITED;
        }
    }

    static class RateLimiterWithWrongWaits extends InMemoryRateLimiterTest {

        @Override
        protected RateLimiter tenPerSecond(InstantSource clock) {
            RateLimiter limiter = super.tenPerSecond(clock);
            return () -> limiter.tryAcquire().dividedBy(2);
        }
    }

    static class ArchiveOfFirstRevisions extends InMemoryLedgerArchiveTest {

        @Override
        protected LedgerArchiveContract.Fixture emptyFixture() {
            LedgerArchiveContract.Fixture fixture = super.emptyFixture();
            return new LedgerArchiveContract.Fixture(
                    (range, reader) ->
                            fixture.archive()
                                    .read(
                                            range,
                                            kept ->
                                                    reader.accept(
                                                            new Revision(
                                                                    kept.id(),
                                                                    1,
                                                                    kept.document()))),
                    fixture.ledger());
        }
    }

    static class ArchiveWithoutRange extends InMemoryLedgerArchiveTest {

        @Override
        protected LedgerArchiveContract.Fixture emptyFixture() {
            LedgerArchiveContract.Fixture fixture = super.emptyFixture();
            return new LedgerArchiveContract.Fixture(
                    (range, reader) -> fixture.archive().read(TimeRange.ALWAYS, reader),
                    fixture.ledger());
        }
    }

    static class SourceThatHidesOutages extends InMemoryGenerationSourceTest {

        @Override
        protected GenerationSource unreachableSource() {
            return id -> {
                try {
                    return super.unreachableSource().fetch(id);
                } catch (SourceUnavailableException outage) {
                    return new FetchOutcome.NotFound(id, "not found");
                }
            };
        }
    }

    static class SourceThatHidesRefusals extends InMemoryGenerationSourceTest {

        @Override
        protected GenerationSource refusingSource() {
            return id -> {
                try {
                    return super.refusingSource().fetch(id);
                } catch (SourceRefusedException refusal) {
                    return new FetchOutcome.NotFound(id, "not found");
                }
            };
        }
    }

    static class DecoderOfPrefixes extends SampleDecoderTest {

        private final Map<String, Generation> written = new HashMap<>();

        @Override
        protected byte[] documentFor(Generation generation) {
            byte[] document = super.documentFor(generation);
            written.put(new String(document, StandardCharsets.UTF_8), generation);
            return document;
        }

        @Override
        protected MetadataDecoder decoder() {
            return document -> {
                String text = new String(document.bytes(), StandardCharsets.UTF_8);
                return written.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(text))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElseGet(() -> super.decoder().decode(document));
            };
        }
    }

    static class DecoderThatInventsIds extends SampleDecoderTest {

        @Override
        protected MetadataDecoder decoder() {
            return document -> {
                try {
                    return super.decoder().decode(document);
                } catch (UndecodableDocumentException undecodable) {
                    return SampleGenerations.complete(new GenerationId("nameless"));
                }
            };
        }
    }

    /** Tells each line its place from the beginning of its own stream. */
    static class ReaderOfTheFirstLine extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) ->
                    super.reader()
                            .read(
                                    stream,
                                    clock,
                                    new ContentsAround(contents) {
                                        @Override
                                        public void generation(
                                                long line,
                                                InputKind kind,
                                                MetadataDocument document,
                                                Generation generation)
                                                throws IOException {
                                            super.generation(1, kind, document, generation);
                                        }
                                    });
        }
    }

    static class ReaderOfTheReadable extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) ->
                    super.reader()
                            .read(
                                    stream,
                                    clock,
                                    new ContentsAround(contents) {
                                        @Override
                                        public void rejected(
                                                long line, Optional<String> field, String reason) {}

                                        @Override
                                        public void rejectedBytes(byte[] bytes) {}
                                    });
        }
    }

    /** Never takes a brace at the beginning of a line for a new document. */
    static class ReaderThatWaitsForTheEnd extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) -> {
                String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
                byte[] indented = text.replace("\n{", "\n {").getBytes(StandardCharsets.UTF_8);
                super.reader().read(new ByteArrayInputStream(indented), clock, contents);
            };
        }
    }

    static class ReaderThatCollects extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) -> {
                ByteArrayOutputStream rejected = new ByteArrayOutputStream();
                super.reader()
                        .read(
                                stream,
                                clock,
                                new ContentsAround(contents) {
                                    @Override
                                    public void rejectedBytes(byte[] bytes) {
                                        rejected.writeBytes(bytes);
                                    }
                                });
                contents.rejectedBytes(rejected.toByteArray());
            };
        }
    }

    static class ReaderOfWhatItGets extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) -> {
                try {
                    super.reader().read(stream, clock, contents);
                } catch (IOException unplugged) {
                    contents.rejected(1, Optional.empty(), "found " + unplugged.getMessage());
                }
            };
        }
    }

    static class ReaderOfItsOwnTime extends SampleReaderTest {

        @Override
        protected DocumentReader reader() {
            return (stream, clock, contents) ->
                    super.reader().read(stream, () -> Instant.EPOCH, contents);
        }
    }

    /** Contents that are handed on as they are. */
    private abstract static class ContentsAround extends RecordedContents {

        private final Contents contents;

        ContentsAround(Contents contents) {
            this.contents = contents;
        }

        @Override
        public void generation(
                long line, InputKind kind, MetadataDocument document, Generation generation)
                throws IOException {
            contents.generation(line, kind, document, generation);
        }

        @Override
        public void rejected(long line, Optional<String> field, String reason) {
            try {
                contents.rejected(line, field, reason);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }

        @Override
        public void rejectedBytes(byte[] bytes) {
            try {
                contents.rejectedBytes(bytes);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    /** A ledger that delegates to another one. */
    private abstract static class LedgerAround implements Ledger {

        final Ledger ledger;

        LedgerAround(Ledger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Optional<Revision> find(GenerationId id) {
            return ledger.find(id);
        }

        @Override
        public List<Revision> revisions(GenerationId id) {
            return ledger.revisions(id);
        }

        @Override
        public List<Outcome> preview(List<Recording> recordings) {
            return ledger.preview(recordings);
        }
    }

    /** A reader of spend that delegates to another one. */
    private abstract static class SpendReaderAround implements SpendReader {

        final SpendReader reader;

        SpendReaderAround(SpendReader reader) {
            this.reader = reader;
        }

        @Override
        public boolean keepsSums(SpendQuery query) {
            return reader.keepsSums(query);
        }
    }
}
