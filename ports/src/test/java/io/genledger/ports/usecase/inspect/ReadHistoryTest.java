package io.genledger.ports.usecase.inspect;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.Difference;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.testkit.QueueFixture;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReadHistoryTest {

    private static final String INLINE = "inline ";
    private static final Duration AGE = Duration.ofDays(1);

    private final QueueFixture queue = QueueFixture.inMemory();
    private Instant now = SampleGenerations.RECEIVED;
    private boolean inline;

    @Test
    void anUnknownIdHasNoHistory() {
        assertThat(history()).isEqualTo(new History(Optional.empty(), 0, List.of()));
        assertThat(history().isKnown()).isFalse();
    }

    @Test
    void listsStepsInOrderOfTime() {
        track();
        Instant tracked = now;
        settle(claim ->
                new Settlement.Deferred(claim, now.plusSeconds(5), outcome(Reason.NOT_READY)));
        settle(claim ->
                new Settlement.Deferred(claim, now.plusSeconds(5), outcome(Reason.NOT_READY)));
        AttemptOutcome last = outcome(Reason.NOT_READY);
        now = now.plusSeconds(60);
        settle(claim -> recorded(claim, "0.01"));
        Instant recorded = now;
        refresh(1, "0.01");
        refresh(30, "0.02");

        assertThat(history().steps())
                .extracting(HistoryStep::at)
                .isSorted()
                .startsWith(tracked, last.at().orElseThrow(), recorded);
        assertThat(steps())
                .containsExactly(
                        "tracked",
                        "attempted 2 not-ready",
                        "recorded 3",
                        "REFRESH_DUE",
                        "REFRESHED",
                        "REFRESH_DUE",
                        "revised 2 [usage 0.01 0.02, total_cost 0.01 0.02]");
        assertThat(history().entry().map(QueueEntry::state)).contains(QueueState.RECORDED);
        assertThat(history().revisions()).isEqualTo(2);
    }

    @Test
    void countsTheAttemptsOfAPendingId() {
        track();
        settle(claim ->
                new Settlement.Deferred(claim, now.plusSeconds(5), outcome(Reason.NOT_READY)));
        settle(claim ->
                new Settlement.Deferred(claim, now.plusSeconds(5), outcome(Reason.UNAVAILABLE)));

        assertThat(steps()).containsExactly("tracked", "attempted 2 unavailable");
    }

    @Test
    void listsATerminalOutcomeOnce() {
        track();
        settle(claim -> new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)));
        now = now.plusSeconds(60);
        queue.editor().requeue(Set.of(id(1)), now);
        settle(claim -> new Settlement.Refused(claim, outcome(Reason.REJECTED)));

        assertThat(steps()).containsExactly("tracked", "GIVEN_UP", "REQUEUED", "REFUSED");
    }

    @Test
    void listsQuarantinedDocuments() {
        track();
        settle(claim ->
                new Settlement.Quarantined(
                        claim, now.plusSeconds(5), outcome(Reason.FOREIGN), document("?")));

        assertThat(steps())
                .containsExactly("tracked", "attempted 1 foreign", "quarantined 1 foreign");
    }

    @Test
    void listsTheEventsOfAForgottenId() {
        track();
        settle(claim -> new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND)));
        queue.editor().forget(Set.of(id(1)), now);

        assertThat(steps()).containsExactly("TRACKED", "GIVEN_UP", "FORGOTTEN");
        assertThat(history().entry()).isEmpty();
        assertThat(history().isKnown()).isTrue();
    }

    @Test
    void anImportedGenerationWasNotTracked() {
        var unused = queue.ledger().record(List.of(recording("0.01")));
        refresh(1, "0.01");

        assertThat(steps()).containsExactly("recorded 0", "REFRESH_DUE", "REFRESHED");
    }

    @Test
    void inlineUsageIsReplacedByTheRecord() {
        inline = true;
        var unused = queue.ledger().record(List.of(recording("0.01")));
        now = now.plusSeconds(1);
        inline = false;
        track();
        settle(claim -> recorded(claim, "0.02"));

        assertThat(steps()).containsExactly("inline 1", "tracked", "recorded 1");
    }

    private void track() {
        var unused = queue.pending().track(Set.of(id(1)), now);
    }

    private void settle(Function<Claim, Settlement> settlement) {
        now = now.plusSeconds(10);
        List<Claim> claims = queue.claims().claim(1, now, AGE);
        var unused = queue.claims().settle(claims.stream().map(settlement).toList());
    }

    private void refresh(int days, String usage) {
        now = now.plus(Duration.ofDays(days));
        var unused = queue.refreshes().enqueue(Duration.ofDays(days), 1, now);
        settle(claim -> recorded(claim, usage));
    }

    private AttemptOutcome outcome(Reason reason) {
        return AttemptOutcome.of(now, reason, "a message");
    }

    private Settlement recorded(Claim claim, String usage) {
        return new Settlement.Recorded(claim, recording(usage));
    }

    private Recording recording(String usage) {
        MetadataDocument document = document(inline ? INLINE + usage : usage);
        return new Recording(LedgerEntry.of(decode(document)), document);
    }

    /** A document that states the usage only. */
    private MetadataDocument document(String usage) {
        return new MetadataDocument(
                Optional.of(id(1)), usage.getBytes(StandardCharsets.UTF_8), now);
    }

    private static Generation sample(String usage) {
        return costing(id(1), credits(usage));
    }

    private static Generation decode(MetadataDocument document) {
        String text = new String(document.bytes(), StandardCharsets.UTF_8);
        return text.startsWith(INLINE)
                ? SampleGenerations.inline(sample(text.substring(INLINE.length())))
                : sample(text);
    }

    private History history() {
        return new ReadHistory(
                        queue.ledger(),
                        queue.reader(),
                        queue.log(),
                        queue.quarantine(),
                        ReadHistoryTest::decode,
                        () -> now)
                .read(id(1));
    }

    private List<String> steps() {
        return history().steps().stream().map(ReadHistoryTest::text).toList();
    }

    private static String text(HistoryStep step) {
        if (step instanceof HistoryStep.Attempted attempted) {
            return "attempted "
                    + attempted.attempts()
                    + " "
                    + attempted.outcome().reason().orElseThrow();
        }
        if (step instanceof HistoryStep.Quarantined quarantined) {
            return "quarantined "
                    + quarantined.document().times()
                    + " "
                    + quarantined.document().outcome().reason().orElseThrow();
        }
        if (step instanceof HistoryStep.RecordedInline figures) {
            return "inline " + figures.revision();
        }
        if (step instanceof HistoryStep.Recorded recorded) {
            return "recorded " + recorded.attempts();
        }
        if (step instanceof HistoryStep.Revised revised) {
            return "revised "
                    + revised.revision()
                    + " "
                    + revised.differences().stream().map(ReadHistoryTest::text).toList();
        }
        return step instanceof HistoryStep.Logged logged ? logged.event().kind().name() : "tracked";
    }

    private static String text(Difference change) {
        return change.field()
                + " "
                + change.before().orElse("-")
                + " "
                + change.after().orElse("-");
    }
}
