package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    private static List<Outcome> recordOne(Ledger ledger, GenerationId id) {
        return ledger.record(List.of(recording(costing(id, credits("0.01")))));
    }
}
