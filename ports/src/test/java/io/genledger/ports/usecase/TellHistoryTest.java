package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.Difference;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.Claim;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.QueueEntry;
import io.genledger.ports.QueueState;
import io.genledger.ports.Reason;
import io.genledger.ports.Recording;
import io.genledger.ports.Settlement;
import io.genledger.ports.testkit.QueueRoom;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.TellHistory.History;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TellHistoryTest {

    private static final String INLINE = "inline ";
    private static final Duration AGE = Duration.ofDays(1);

    private final QueueRoom room = QueueRoom.inMemory();
    private Instant now = SampleGenerations.RECEIVED;
    private boolean inline;

    @Test
    void knowsNothingOfAnUnheardOfId() {
        assertThat(history()).isEqualTo(new History(Optional.empty(), 0, List.of()));
    }

    @Test
    void tellsWhatHappenedInOrder() {
        track();
        Instant tracked = now;
        settle(claim -> new Settlement.Later(claim, now.plusSeconds(5), said(Reason.NOT_READY)));
        settle(claim -> new Settlement.Later(claim, now.plusSeconds(5), said(Reason.NOT_READY)));
        LastAnswer last = said(Reason.NOT_READY);
        now = now.plusSeconds(60);
        settle(claim -> recorded(claim, "0.01"));
        Instant recorded = now;
        readOnceMore(1, "0.01");
        readOnceMore(30, "0.02");

        assertThat(history().steps())
                .extracting(HistoryStep::at)
                .isSorted()
                .startsWith(tracked, last.at().orElseThrow(), recorded);
        assertThat(told())
                .containsExactly(
                        "tracked",
                        "asked 2 not-ready",
                        "recorded 3",
                        "REREAD_DUE",
                        "REREAD",
                        "REREAD_DUE",
                        "revised 2 [usage 0.01 0.02, total_cost 0.01 0.02]");
        assertThat(history().entry().map(QueueEntry::state)).contains(QueueState.RECORDED);
        assertThat(history().revisions()).isEqualTo(2);
    }

    @Test
    void tellsHowManyAskedForWhatIsPending() {
        track();
        settle(claim -> new Settlement.Later(claim, now.plusSeconds(5), said(Reason.NOT_READY)));
        settle(claim -> new Settlement.Later(claim, now.plusSeconds(5), said(Reason.UNAVAILABLE)));

        assertThat(told()).containsExactly("tracked", "asked 2 unavailable");
    }

    @Test
    void tellsAnEndOnceWithItsAnswer() {
        track();
        settle(claim -> new Settlement.GivenUp(claim, said(Reason.NOT_FOUND)));
        now = now.plusSeconds(60);
        room.editor().revive(Set.of(id(1)), now);
        settle(claim -> new Settlement.Refused(claim, said(Reason.REJECTED)));

        assertThat(told()).containsExactly("tracked", "GIVEN_UP", "REVIVED", "REFUSED");
    }

    @Test
    void tellsWhatWasKeptAside() {
        track();
        settle(claim ->
                new Settlement.SetAside(
                        claim, now.plusSeconds(5), said(Reason.FOREIGN), document("?")));

        assertThat(told()).containsExactly("tracked", "asked 1 foreign", "aside 1 foreign");
    }

    @Test
    void remembersWhatWasForgotten() {
        track();
        settle(claim -> new Settlement.GivenUp(claim, said(Reason.NOT_FOUND)));
        room.editor().forget(Set.of(id(1)), now);

        assertThat(told()).containsExactly("TRACKED", "GIVEN_UP", "FORGOTTEN");
        assertThat(history().entry()).isEmpty();
    }

    @Test
    void anImportedOneWasTrackedByNobody() {
        var unused = room.ledger().record(List.of(recording("0.01")));
        readOnceMore(1, "0.01");

        assertThat(told()).containsExactly("recorded 0", "REREAD_DUE", "REREAD");
    }

    @Test
    void inlineFiguresStandUntilTheOwnRecordComes() {
        inline = true;
        var unused = room.ledger().record(List.of(recording("0.01")));
        now = now.plusSeconds(1);
        inline = false;
        track();
        settle(claim -> recorded(claim, "0.02"));

        assertThat(told()).containsExactly("inline 1", "tracked", "recorded 1");
    }

    private void track() {
        var unused = room.pending().track(Set.of(id(1)), now);
    }

    private void settle(Function<Claim, Settlement> settlement) {
        now = now.plusSeconds(10);
        List<Claim> claims = room.claims().claim(1, now, AGE);
        var unused = room.claims().settle(claims.stream().map(settlement).toList());
    }

    private void readOnceMore(int days, String usage) {
        now = now.plus(Duration.ofDays(days));
        var unused = room.rereads().enqueue(Duration.ofDays(days), 1, now);
        settle(claim -> recorded(claim, usage));
    }

    private LastAnswer said(Reason reason) {
        return LastAnswer.of(now, reason, "so it said");
    }

    private Settlement recorded(Claim claim, String usage) {
        return new Settlement.Recorded(claim, recording(usage));
    }

    private Recording recording(String usage) {
        MetadataDocument document = document(inline ? INLINE + usage : usage);
        return new Recording(LedgerEntry.of(decode(document)), document);
    }

    /** A document that says nothing but what was used. */
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
        return new TellHistory(
                        room.ledger(),
                        room.reader(),
                        room.log(),
                        room.aside(),
                        TellHistoryTest::decode,
                        () -> now)
                .tell(id(1));
    }

    private List<String> told() {
        return history().steps().stream().map(TellHistoryTest::told).toList();
    }

    private static String told(HistoryStep step) {
        if (step instanceof HistoryStep.Asked asked) {
            return "asked " + asked.attempts() + " " + asked.answer().reason().orElseThrow();
        }
        if (step instanceof HistoryStep.KeptAside odd) {
            return "aside "
                    + odd.aside().times()
                    + " "
                    + odd.aside().answer().reason().orElseThrow();
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
                    + revised.differences().stream().map(TellHistoryTest::told).toList();
        }
        return step instanceof HistoryStep.Logged logged ? logged.entry().what().name() : "tracked";
    }

    private static String told(Difference change) {
        return change.field()
                + " "
                + change.before().orElse("-")
                + " "
                + change.after().orElse("-");
    }
}
