package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link Ledger}. */
public abstract class LedgerContract {

    /** An empty ledger. */
    protected abstract Ledger emptyLedger();

    @Test
    void anEmptyLedgerFindsNothing() {
        assertThat(emptyLedger().find(id(1))).isEmpty();
    }

    @Test
    void recordsAnEmptyList() {
        assertThat(emptyLedger().record(List.of())).isEmpty();
    }

    @Test
    void keepsTheDocumentByteForByte() {
        byte[] bytes = {'{', '}', 0, (byte) 0xff, '\r', '\n'};
        MetadataDocument document =
                new MetadataDocument(Optional.of(id(1)), bytes, SampleGenerations.RECEIVED);
        Ledger ledger = emptyLedger();
        ledger.record(List.of(new Recording(recording(complete(id(1))).entry(), document)));

        assertThat(ledger.find(id(1))).contains(new Revision(id(1), 1, document));
    }

    @Test
    void keepsADocumentThatWasNotRequested() {
        MetadataDocument document =
                new MetadataDocument(
                        Optional.empty(), new byte[] {'{', '}'}, SampleGenerations.RECEIVED);
        Ledger ledger = emptyLedger();
        ledger.record(List.of(new Recording(recording(complete(id(1))).entry(), document)));

        assertThat(ledger.find(id(1)).map(Revision::document)).contains(document);
    }

    @Test
    void keepsTheTimeOfReceiptToTheMicrosecond() {
        MetadataDocument document =
                new MetadataDocument(
                        Optional.empty(),
                        new byte[] {1},
                        Instant.parse("2026-01-01T00:00:00.123456789Z"));
        Ledger ledger = emptyLedger();
        ledger.record(List.of(new Recording(recording(complete(id(1))).entry(), document)));

        assertThat(ledger.find(id(1)).map(kept -> kept.document().receivedAt()))
                .contains(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Test
    void recordingTheSameContentAgainChangesNothing() {
        Ledger ledger = emptyLedger();
        Recording first = recording(complete(id(1)));
        MetadataDocument later =
                new MetadataDocument(
                        Optional.empty(),
                        first.document().bytes(),
                        SampleGenerations.RECEIVED.plus(Duration.ofDays(1)));

        assertThat(ledger.record(List.of(first))).containsExactly(Outcome.RECORDED);
        assertThat(ledger.record(List.of(new Recording(first.entry(), later))))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.find(id(1))).contains(new Revision(id(1), 1, first.document()));
    }

    /** JSON may have half of a pair of surrogates; UTF-8 may not. */
    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\udc00b", "\ud83d\ude00"})
    @Timeout(60)
    void recordsATextThatIsNotWellFormed(String model) {
        Ledger ledger = emptyLedger();
        Recording recording = recording(servedBy(complete(id(1)), model, model));

        assertThat(ledger.record(List.of(recording))).containsExactly(Outcome.RECORDED);
        assertThat(ledger.record(List.of(recording))).containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.find(id(1)).map(Revision::document)).contains(recording.document());
    }

    @Test
    void keepsTheAccountOfEachRevision() {
        Ledger ledger = emptyLedger();
        ledger.record(List.of(of("acme", recording(costing(id(1), credits("0.01"))))));
        ledger.record(List.of(of("umbrella", recording(costing(id(1), credits("0.02"))))));

        assertThat(ledger.revisions(id(1)))
                .extracting(revision -> revision.account().value())
                .containsExactly("acme", "umbrella");
        assertThat(ledger.find(id(1)).map(revision -> revision.account().value()))
                .contains("umbrella");
    }

    @Test
    void anotherAccountAloneChangesNothing() {
        Ledger ledger = emptyLedger();
        Recording collected = recording(complete(id(1)));
        ledger.record(List.of(of("acme", collected)));
        MetadataDocument copy =
                new MetadataDocument(
                        Optional.empty(),
                        collected.document().bytes(),
                        SampleGenerations.RECEIVED.plus(Duration.ofDays(1)));

        assertThat(ledger.record(List.of(new Recording(collected.entry(), copy))))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.revisions(id(1)))
                .extracting(revision -> revision.account().value())
                .containsExactly("acme");
    }

    private static Recording of(String account, Recording recording) {
        return new Recording(recording.entry(), recording.document(), new AccountName(account));
    }

    @Test
    void otherContentBecomesANewRevision() {
        Ledger ledger = emptyLedger();
        ledger.record(List.of(recording(costing(id(1), credits("0.01")))));

        assertThat(ledger.record(List.of(recording(costing(id(1), credits("0.02"))))))
                .containsExactly(Outcome.REVISED);
        assertThat(ledger.find(id(1)).map(Revision::number)).contains(2);
    }

    @Test
    void anOldCopyDoesNotReplaceItsCorrection() {
        Ledger ledger = emptyLedger();
        Recording first = recording(costing(id(1), credits("0.01")));
        Recording corrected = recording(costing(id(1), credits("0.02")));
        ledger.record(List.of(first, corrected));

        assertThat(ledger.record(List.of(first, corrected)))
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(ledger.find(id(1)).map(Revision::number)).contains(2);
    }

    @Test
    void listsAllRevisionsOldestFirst() {
        Ledger ledger = emptyLedger();
        Recording first = recording(costing(id(1), credits("0.01")));
        Recording corrected = recording(costing(id(1), credits("0.02")));
        ledger.record(List.of(first, recording(complete(id(2))), corrected));

        assertThat(ledger.revisions(id(1)))
                .containsExactly(
                        new Revision(id(1), 1, first.document()),
                        new Revision(id(1), 2, corrected.document()));
        assertThat(ledger.revisions(id(3))).isEmpty();
    }

    @Test
    void returnsAnOutcomeForEachRecordingInOrder() {
        Ledger ledger = emptyLedger();
        Recording first = recording(costing(id(1), credits("0.01")));
        Recording second = recording(costing(id(2), credits("0.02")));
        Recording corrected = recording(costing(id(1), credits("0.03")));

        assertThat(ledger.record(List.of(first, second, first, corrected)))
                .containsExactly(
                        Outcome.RECORDED, Outcome.RECORDED, Outcome.UNCHANGED, Outcome.REVISED);
    }

    @Test
    void concurrentThreadsRecordAGenerationOnce() throws Exception {
        Ledger ledger = emptyLedger();
        List<GenerationId> ids = IntStream.range(0, 50).mapToObj(SampleGenerations::id).toList();
        Callable<List<Outcome>> recordAll =
                () -> ids.stream().flatMap(id -> recordOne(ledger, id).stream()).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Outcome>>> all =
                    threads.invokeAll(List.of(recordAll, recordAll, recordAll, recordAll));
            long recorded = 0;
            for (Future<List<Outcome>> one : all) {
                recorded += one.get().stream().filter(Outcome.RECORDED::equals).count();
            }
            assertThat(recorded).isEqualTo(ids.size());
        } finally {
            threads.shutdownNow();
        }
    }

    /** An acknowledged recording is in the ledger, although calls of other threads fail. */
    @Test
    void aFailingCallTakesNoOtherWithIt() throws Exception {
        Ledger ledger = emptyLedger();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Boolean>> all = new ArrayList<>();
            for (int number = 0; number < 100; number++) {
                GenerationId id = id(number);
                all.add(threads.submit(() -> isAcknowledged(ledger, id)));
                all.add(threads.submit(() -> fails(ledger)));
            }
            for (Future<Boolean> one : all) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static boolean isAcknowledged(Ledger ledger, GenerationId id) {
        return recordOne(ledger, id).equals(List.of(Outcome.RECORDED))
                && ledger.find(id).isPresent();
    }

    private static boolean fails(Ledger ledger) {
        assertThatExceptionOfType(UnreadableListException.class)
                .isThrownBy(() -> ledger.record(new UnreadableList()));
        return true;
    }

    private static final class UnreadableList extends AbstractList<Recording> {

        @Override
        public Recording get(int index) {
            throw new UnreadableListException();
        }

        @Override
        public int size() {
            return 1;
        }
    }

    private static final class UnreadableListException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void inlineUsageIsReplacedByTheRecord() {
        Ledger ledger = emptyLedger();
        Recording inline = recording(inline(costing(id(1), credits("0.01"))));
        Recording own = recording(costing(id(1), credits("0.03")));

        assertThat(ledger.record(List.of(inline))).containsExactly(Outcome.RECORDED);
        assertThat(ledger.record(List.of(inline))).containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.record(List.of(own))).containsExactly(Outcome.REPLACED);
        assertThat(ledger.find(id(1))).map(Revision::number).contains(2);
    }

    @Test
    void aRecordThatReplacedInlineUsageIsRevisedByTheNext() {
        Ledger ledger = emptyLedger();

        assertThat(
                        ledger.record(
                                List.of(
                                        recording(inline(costing(id(1), credits("0.01")))),
                                        recording(inline(costing(id(1), credits("0.02")))),
                                        recording(costing(id(1), credits("0.03"))),
                                        recording(costing(id(1), credits("0.04"))))))
                .containsExactly(
                        Outcome.RECORDED, Outcome.REVISED, Outcome.REPLACED, Outcome.REVISED);
    }

    @Test
    void inlineUsageNeverReplacesTheRecord() {
        Ledger ledger = emptyLedger();
        Recording own = recording(costing(id(1), credits("0.03")));
        Recording inline = recording(inline(costing(id(1), credits("0.01"))));

        assertThat(ledger.record(List.of(own, inline)))
                .containsExactly(Outcome.RECORDED, Outcome.SUPERSEDED);
        assertThat(ledger.record(List.of(inline))).containsExactly(Outcome.SUPERSEDED);
        assertThat(ledger.find(id(1))).map(Revision::number).contains(1);
    }

    @Test
    void inlineUsageThatDiffersIsRevised() {
        Ledger ledger = emptyLedger();

        assertThat(
                        ledger.record(
                                List.of(
                                        recording(inline(costing(id(1), credits("0.01")))),
                                        recording(inline(costing(id(1), credits("0.02")))))))
                .containsExactly(Outcome.RECORDED, Outcome.REVISED);
    }

    @Test
    void anImportedRecordNeverReplacesACollectedOne() {
        Ledger ledger = emptyLedger();
        Recording collected = recording(costing(id(1), credits("0.9")));
        Recording copy = imported(costing(id(1), credits("1")));

        assertThat(ledger.record(List.of(collected, copy)))
                .containsExactly(Outcome.RECORDED, Outcome.OUTRANKED);
        assertThat(ledger.record(List.of(copy))).containsExactly(Outcome.OUTRANKED);
        assertThat(ledger.record(List.of(imported(costing(id(1), credits("0.9"))))))
                .containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.revisions(id(1)))
                .containsExactly(new Revision(id(1), 1, collected.document()));
    }

    @Test
    void aCollectedRecordRevisesAnImportedOne() {
        Ledger ledger = emptyLedger();
        Recording copy = imported(costing(id(1), credits("1")));
        Recording collected = recording(costing(id(1), credits("0.9")));

        assertThat(ledger.record(List.of(copy, collected)))
                .containsExactly(Outcome.RECORDED, Outcome.REVISED);
        assertThat(ledger.record(List.of(copy))).containsExactly(Outcome.UNCHANGED);
        assertThat(ledger.record(List.of(imported(costing(id(1), credits("2"))))))
                .containsExactly(Outcome.OUTRANKED);
        assertThat(ledger.find(id(1))).contains(new Revision(id(1), 2, collected.document()));
    }

    @Test
    void anImportedRecordThatWasFetchedWithTheSameContentIsCollected() {
        for (boolean isOneBatch : new boolean[] {true, false}) {
            Ledger ledger = emptyLedger();
            Recording copy = imported(costing(id(1), credits("1")));
            Recording same = recording(costing(id(1), credits("1")));
            Recording older = imported(costing(id(1), credits("2")));
            List<Outcome> outcomes =
                    isOneBatch
                            ? ledger.record(List.of(copy, same, older))
                            : Stream.of(copy, same, older)
                                    .flatMap(one -> ledger.record(List.of(one)).stream())
                                    .toList();

            assertThat(outcomes)
                    .containsExactly(Outcome.RECORDED, Outcome.UNCHANGED, Outcome.OUTRANKED);
            assertThat(ledger.find(id(1)).map(Revision::number)).contains(1);
        }
    }

    @Test
    void anImportedRecordRevisesAnotherAndInlineUsage() {
        Ledger ledger = emptyLedger();

        assertThat(
                        ledger.record(
                                List.of(
                                        recording(inline(costing(id(1), credits("0.01")))),
                                        imported(costing(id(1), credits("0.02"))),
                                        imported(costing(id(1), credits("0.03"))))))
                .containsExactly(Outcome.RECORDED, Outcome.REPLACED, Outcome.REVISED);
    }

    @Test
    void theFirstRequestedRecordCountsAlthoughItsContentWasImportedBefore() {
        Ledger ledger = emptyLedger();
        Recording collected = recording(costing(id(1), credits("1")));

        assertThat(
                        ledger.record(
                                List.of(
                                        imported(costing(id(1), credits("1"))),
                                        imported(costing(id(1), credits("2"))),
                                        collected)))
                .containsExactly(Outcome.RECORDED, Outcome.REVISED, Outcome.REVISED);
        assertThat(ledger.find(id(1))).contains(new Revision(id(1), 3, collected.document()));
    }

    @Test
    void whatWasPreparedIsComparedWithTheLedgerWhenItIsRecorded() {
        Ledger ledger = emptyLedger();
        Recording first = recording(costing(id(1), credits("0.01")));
        Recording second = recording(costing(id(1), credits("0.02")));
        Recording third = recording(costing(id(1), credits("0.03")));
        Recording withNewTexts = recording(servedBy(complete(id(2)), "a/model", "A Provider"));

        Ledger.Prepared later = ledger.prepare(List.of(second, withNewTexts, third));
        Ledger.Prepared sooner = ledger.prepare(List.of(first, withNewTexts));
        assertThat(ledger.find(id(1))).isEmpty();

        assertThat(ledger.prepare(List.of()).record()).isEmpty();
        assertThat(sooner.record()).containsExactly(Outcome.RECORDED, Outcome.RECORDED);
        assertThat(later.record())
                .containsExactly(Outcome.REVISED, Outcome.UNCHANGED, Outcome.REVISED);
        assertThat(later.record())
                .containsExactly(Outcome.UNCHANGED, Outcome.UNCHANGED, Outcome.UNCHANGED);
        assertThat(ledger.revisions(id(1)))
                .containsExactly(
                        new Revision(id(1), 1, first.document()),
                        new Revision(id(1), 2, second.document()),
                        new Revision(id(1), 3, third.document()));
    }

    @Test
    void aPreviewWritesNothing() {
        Ledger ledger = emptyLedger();
        Recording inline = recording(inline(costing(id(1), credits("0.01"))));
        Recording own = recording(costing(id(1), credits("0.03")));
        ledger.record(List.of(inline));

        for (int again = 0; again < 2; again++) {
            assertThat(ledger.preview(List.of(inline, own, own, inline)))
                    .containsExactly(
                            Outcome.UNCHANGED,
                            Outcome.REPLACED,
                            Outcome.UNCHANGED,
                            Outcome.SUPERSEDED);
            assertThat(ledger.preview(List.of(recording(complete(id(2))))))
                    .containsExactly(Outcome.RECORDED);
        }
        assertThat(ledger.revisions(id(1)))
                .containsExactly(new Revision(id(1), 1, inline.document()));
        assertThat(ledger.find(id(2))).isEmpty();
    }

    @Test
    void previewsAnImportOfACollectedRecord() {
        Ledger ledger = emptyLedger();
        ledger.record(List.of(recording(costing(id(1), credits("1")))));

        assertThat(
                        ledger.preview(
                                List.of(
                                        imported(costing(id(1), credits("2"))),
                                        imported(costing(id(2), credits("1"))),
                                        recording(costing(id(2), credits("1"))),
                                        imported(costing(id(2), credits("2"))))))
                .containsExactly(
                        Outcome.OUTRANKED, Outcome.RECORDED, Outcome.UNCHANGED, Outcome.OUTRANKED);
        assertThat(ledger.preview(List.of())).isEmpty();
    }

    /** A recording of a document that was not requested. */
    private static Recording imported(Generation generation) {
        MetadataDocument document =
                new MetadataDocument(
                        Optional.empty(), new byte[] {'{', '}'}, SampleGenerations.RECEIVED);
        return new Recording(recording(generation).entry(), document);
    }

    private static List<Outcome> recordOne(Ledger ledger, GenerationId id) {
        return ledger.record(List.of(recording(costing(id, credits("0.01")))));
    }
}
