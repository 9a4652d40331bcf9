package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Kind every {@link RefreshQueue} promises. */
public abstract class RefreshQueueContract extends QueueContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NEXT_DAY = CREATED.plus(DAY).plusSeconds(2);

    @Test
    void readsAKeptGenerationOnceMoreWhenItHasTheAge() {
        QueueFixture room = keeping(1);

        assertThat(room.rereads().enqueue(DAY, 10, CREATED.plus(DAY).minusSeconds(2))).isZero();
        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(room, NEXT_DAY))
                .extracting(Claim::id, Claim::since, Claim::attempts, Claim::refresh)
                .containsExactly(id(1), NEXT_DAY, 0, true);
    }

    @Test
    void readsWhatIsKeptAndWasNeverTracked() {
        QueueFixture room = emptyRoom();
        room.ledger().record(List.of(recording(sample(1, "0.01"))));

        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(room, NEXT_DAY).refresh()).isTrue();
    }

    @Test
    void staysRecordedWhileItIsReadOnceMore() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);

        assertThat(room.ledger().find(id(1))).isPresent();
        assertThat(room.pending().track(Set.of(id(1)), NEXT_DAY))
                .isEqualTo(new Tracked(0, 0, 1, 0));
        assertThat(room.reader().find(id(1), NEXT_DAY))
                .get()
                .extracting(QueueEntry::state, QueueEntry::refresh)
                .containsExactly(QueueState.PENDING, true);
    }

    @Test
    void putsNothingIntoTheQueueTwice() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY)).isZero();
        settle(room, again(claimOne(room, NEXT_DAY), "0.01"));

        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY.plus(DAY))).isZero();
        assertThat(claim(room, NEXT_DAY.plus(DAY))).isEmpty();
    }

    @Test
    void readsAgainAtAGreaterAge() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        settle(room, again(claimOne(room, NEXT_DAY), "0.01"));

        assertThat(room.rereads().enqueue(DAY.multipliedBy(30), 10, NEXT_DAY.plus(DAY))).isZero();
        assertThat(
                        room.rereads()
                                .enqueue(
                                        DAY.multipliedBy(30),
                                        10,
                                        NEXT_DAY.plus(DAY.multipliedBy(30))))
                .isEqualTo(1);
    }

    @Test
    void readsNothingOnceMoreThatWasOldWhenItWasRead() {
        QueueFixture room = emptyRoom();
        room.ledger().record(List.of(recordingAt(sample(1, "0.01"), NEXT_DAY)));

        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY.plus(DAY))).isZero();
    }

    @Test
    void putsNoMoreIntoTheQueueThanAskedFor() {
        QueueFixture room = keeping(1, 2, 3);

        assertThat(room.rereads().enqueue(DAY, 2, NEXT_DAY)).isEqualTo(2);
        assertThat(room.rereads().enqueue(DAY, 2, NEXT_DAY)).isEqualTo(1);
        assertThat(claim(room, NEXT_DAY)).hasSize(3);
    }

    @Test
    void theSameContentChangesNothingButTheFactThatItWasRead() {
        QueueFixture room = keeping(1);
        List<Revision> before = room.ledger().revisions(id(1));
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        Claim claim = claimOne(room, NEXT_DAY);

        assertThat(room.claims().settle(List.of(again(claim, "0.01"))))
                .containsExactly(SettlementResult.UNCHANGED);
        assertThat(room.ledger().revisions(id(1))).isEqualTo(before);
        assertThat(room.reader().find(id(1), NEXT_DAY))
                .get()
                .extracting(QueueEntry::state, QueueEntry::refresh)
                .containsExactly(QueueState.RECORDED, false);
        assertThat(room.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(NEXT_DAY, Kind.REFRESH_DUE, 1, Optional.empty()),
                        new QueueEvent(NEXT_DAY, Kind.REFRESHED, 1, Optional.empty()));
    }

    @Test
    void otherContentStandsBesideTheOld() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);

        assertThat(room.claims().settle(List.of(again(claimOne(room, NEXT_DAY), "0.02"))))
                .containsExactly(SettlementResult.REVISED);
        assertThat(room.ledger().revisions(id(1)))
                .extracting(kept -> kept.document().receivedAt())
                .containsExactly(RECEIVED, NEXT_DAY);
        assertThat(room.pending().nextDue()).isEmpty();
    }

    @Test
    void whatTheSourceTakesBackIsARevisionToo() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        settle(room, again(claimOne(room, NEXT_DAY), "0.02"));
        Duration month = DAY.multipliedBy(30);
        room.rereads().enqueue(month, 10, NEXT_DAY.plus(month));
        Claim claim = claimOne(room, NEXT_DAY.plus(month));

        assertThat(room.claims().settle(List.of(again(claim, "0.01"))))
                .containsExactly(SettlementResult.REVISED);
        assertThat(room.ledger().revisions(id(1))).hasSize(3);
    }

    @Test
    void whatCannotBeReadOnceMoreStaysRecorded() {
        QueueFixture room = keeping(1, 2);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        List<Claim> claims = claim(room, NEXT_DAY);
        settle(room, new Settlement.GivenUp(claims.get(0), answer(Reason.NOT_FOUND)));
        settle(room, new Settlement.Refused(claims.get(1), answer(Reason.REJECTED)));

        assertThat(room.pending().backlog(NEXT_DAY))
                .extracting(all -> all.givenUp() + all.refused())
                .isEqualTo(0L);
        assertThat(room.log().of(claims.get(0).id()))
                .contains(
                        new QueueEvent(
                                NOW, Kind.REFRESHED, 1, Optional.of(answer(Reason.NOT_FOUND))));
        assertThat(room.pending().track(Set.of(id(1), id(2)), NEXT_DAY))
                .isEqualTo(new Tracked(0, 0, 2, 0));
    }

    @Test
    void anImportDoesNotStandInForReadingOnceMore() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);
        room.ledger().record(List.of(recording(sample(1, "0.01"))));

        assertThat(claim(room, NEXT_DAY)).hasSize(1);
    }

    /** Their own record was never read, so nothing can be read once more; it may be tracked. */
    @Test
    void inlineFiguresAreNotReadOnceMore() {
        QueueFixture room = emptyRoom();
        room.ledger().record(List.of(recording(inline(sample(1, "0.01")))));

        assertThat(room.rereads().enqueue(DAY, 10, NEXT_DAY)).isZero();
        assertThat(room.pending().track(Set.of(id(1)), NEXT_DAY))
                .isEqualTo(new Tracked(1, 0, 0, 0));
    }

    @Test
    void whatIsForgottenIsNotReadOnceMore() {
        QueueFixture room = keeping(1);
        room.rereads().enqueue(DAY, 10, NEXT_DAY);

        assertThat(room.editor().forget(Set.of(id(1)), NEXT_DAY)).containsExactly(id(1));
        assertThat(claim(room, NEXT_DAY)).isEmpty();
        assertThat(room.ledger().find(id(1))).isPresent();
        assertThat(room.log().of(id(1)))
                .extracting(QueueEvent::kind)
                .containsExactly(Kind.REFRESH_DUE, Kind.FORGOTTEN);
    }

    private QueueFixture keeping(int... numbers) {
        QueueFixture room = emptyRoom();
        for (int number : numbers) {
            room.pending().track(Set.of(id(number)), CREATED);
            settle(
                    room,
                    new Settlement.Recorded(
                            claimOne(room, CREATED), recording(sample(number, "0.01"))));
        }
        return room;
    }

    private static Settlement again(Claim claim, String usage) {
        Instant at = claim.since();
        return new Settlement.Recorded(claim, recordingAt(sample(claim.id(), usage), at));
    }

    private static Generation sample(int number, String usage) {
        return sample(id(number), usage);
    }

    private static Generation sample(GenerationId id, String usage) {
        return costing(id, credits(usage));
    }

    private static Recording recordingAt(Generation generation, Instant receivedAt) {
        byte[] bytes = {'{', '}'};
        return new Recording(
                LedgerEntry.of(generation),
                new MetadataDocument(Optional.of(generation.id()), bytes, receivedAt));
    }
}
