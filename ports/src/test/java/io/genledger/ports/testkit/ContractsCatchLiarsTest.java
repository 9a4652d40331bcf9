package io.genledger.ports.testkit;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.MetadataEncoder;
import io.genledger.ports.document.RejectedDocuments;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each liar breaks a contract and is caught by the named test. */
class ContractsCatchLiarsTest {

    @ParameterizedTest
    @CsvSource({
        "ForgetfulLedger, keepsTheDocumentByteForByte",
        "DoubleCountingLedger, recordingTheSameContentAgainChangesNothing",
        "StubbornLedger, otherContentBecomesANewRevision",
        "SpendReaderWithoutUnknowns, countsAnUnknownSpendInsteadOfCallingItZero",
        "LedgerThatNeverSupersedes, inlineUsageNeverReplacesTheRecord",
        "ArchiveOfFirstRevisions, passesTheNewestRevisionOnly",
        "ArchiveWithoutRange, readsOnlyWhatWasCreatedInTheRange",
        "SourceThatHidesOutages, anOutageIsNeverNotFound",
        "SourceThatHidesRefusals, aRefusalIsNeverNotFound",
        "DecoderOfPrefixes, refusesEveryProperPrefixOfADocument",
        "DecoderThatInventsIds, refusesADocumentWithoutAnyId",
        "EncoderOfTheDocumented, statesEveryFieldOfACompleteGeneration",
        "EncoderOfNulls, tellsAbsentFromNull",
        "EncoderOfCompletions, refusesTheFiguresOfACompletion",
        "ForgetfulSpeller, respellsWithoutChangingWhatIsStated",
        "RejectsOfTheLastCall, appendsInOrder",
        "RejectsWithoutCopy, keepsTheBytesOfTheCallAlthoughTheArrayChangesLater",
        "RateLimiterWithoutLimit, grantsPermitsAtTheRateAndNoMore",
        "RateLimiterWithoutLimit, accumulatesPermitsForOneSecondAtMost",
        "RateLimiterWithWrongWaits, grantsAPermitAfterTheStatedWaitAndNotBefore"
    })
    void eachLiarIsCaught(String liar, String caughtBy) throws ClassNotFoundException {
        Liars.assertCaught(getClass(), liar, caughtBy);
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

    static class SpendReaderWithoutUnknowns extends SpendReaderContract {

        @Override
        protected SpendReaderContract.Fixture emptyFixture() {
            InMemoryLedger ledger = new InMemoryLedger();
            return new SpendReaderContract.Fixture(
                    query -> {
                        SpendReport whole = ledger.summarise(query);
                        List<SpendRow> known =
                                whole.rows().stream()
                                        .filter(row -> row.totals().unknownSpend() == 0)
                                        .toList();
                        return SpendReport.of(query.dimensions(), known);
                    },
                    ledger);
        }
    }

    /** Reports inline usage as a revision although the record is recorded. */
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

    static class RejectsOfTheLastCall extends RejectedDocumentsContract {
        @Override
        protected RejectedDocumentsContract.Fixture emptyFixture() {
            return new RejectsAround() {
                @Override
                public void keep(byte[] bytes) {
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
                public void keep(byte[] bytes) {
                    pieces.add(bytes);
                }
            };
        }
    }

    /** Rejected documents as a list of pieces. */
    private abstract static class RejectsAround
            implements RejectedDocuments, RejectedDocumentsContract.Fixture {

        final List<byte[]> pieces = new ArrayList<>();

        @Override
        public RejectedDocuments documents() {
            return this;
        }

        @Override
        public byte[] kept() {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            pieces.forEach(all::writeBytes);
            return all.toByteArray();
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

    static class EncoderOfTheDocumented extends LyingCodecTest {

        EncoderOfTheDocumented() {
            super(g -> withShape(g, g.shape().absent(), Map.of()));
        }
    }

    static class EncoderOfNulls extends LyingCodecTest {

        EncoderOfNulls() {
            super(g -> withShape(g, Set.of(), g.shape().unknown()));
        }
    }

    static class EncoderOfCompletions extends RememberingCodecTest {

        @Override
        protected MetadataEncoder encoder() {
            return new EncoderAround(super.encoder()) {
                @Override
                public byte[] encode(Generation generation) {
                    DocumentShape shape = generation.shape();
                    return encoder.encode(
                            LyingCodecTest.withShape(generation, shape.absent(), shape.unknown()));
                }
            };
        }
    }

    static class ForgetfulSpeller extends RememberingCodecTest {

        @Override
        protected MetadataEncoder encoder() {
            return new EncoderAround(super.encoder()) {
                @Override
                public byte[] respell(MetadataDocument document) {
                    Generation generation = decoder().decode(document);
                    return encoder.encode(
                            LyingCodecTest.withShape(
                                    generation, generation.shape().absent(), Map.of()));
                }
            };
        }
    }

    /** A codec with a bad memory. */
    abstract static class LyingCodecTest extends MetadataEncoderContract {

        private final RememberingCodec codec;

        LyingCodecTest(UnaryOperator<Generation> memory) {
            this.codec = new RememberingCodec(memory);
        }

        @Override
        protected MetadataEncoder encoder() {
            return codec;
        }

        @Override
        protected MetadataDecoder decoder() {
            return codec;
        }

        static Generation withShape(
                Generation generation, Set<MetadataField> absent, Map<String, String> unknown) {
            return SampleGenerations.withShape(
                    generation, new DocumentShape(DocumentKind.METADATA, absent, unknown));
        }
    }

    /** An encoder around another one. */
    private abstract static class EncoderAround implements MetadataEncoder {

        final MetadataEncoder encoder;

        EncoderAround(MetadataEncoder encoder) {
            this.encoder = encoder;
        }

        @Override
        public byte[] encode(Generation generation) {
            return encoder.encode(generation);
        }

        @Override
        public byte[] respell(MetadataDocument document) {
            return encoder.respell(document);
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
    }
}
