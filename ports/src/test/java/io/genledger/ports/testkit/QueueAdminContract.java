package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueEditor.Requeued;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueState;
import io.genledger.ports.queue.admin.QueueTotal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Kind every {@link QueueReader} and {@link QueueEditor} promises, and the {@link EventLog} that
 * keeps their traces.
 */
public abstract class QueueAdminContract extends QueueContract {

    private static final Instant YOUNGER = NOW.plusMillis(1);
    private static final QueueQuery CLAIMED = in(QueueState.CLAIMED);
    private static final QueueQuery PENDING = in(QueueState.PENDING);

    @Test
    void showsNothingOfAnEmptyQueue() {
        QueueFixture room = emptyRoom();

        assertThat(room.reader().list(QueueQuery.OPEN, 10, NOW)).isEmpty();
        assertThat(room.reader().count(QueueQuery.OPEN, NOW)).isEmpty();
        assertThat(room.reader().find(id(1), NOW)).isEmpty();
        assertThat(room.log().of(id(1))).isEmpty();
    }

    @Test
    void showsAllThatIsKnownOfAnEntry() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Deferred(claimOne(room, NOW), SOON, answer(Reason.NOT_READY)));
        Claim claim = claimOne(room, SOON);
        QueueEntry claimed =
                new QueueEntry(
                        id(1),
                        QueueState.CLAIMED,
                        false,
                        NOW,
                        1,
                        Optional.of(SOON),
                        Optional.of(claim.lease().until()),
                        Optional.of(answer(Reason.NOT_READY)));

        assertThat(room.reader().find(id(1), SOON)).contains(claimed);
        assertThat(room.reader().list(QueueQuery.OPEN, 10, SOON)).containsExactly(claimed);
        assertThat(room.reader().find(id(1), claim.lease().until()))
                .get()
                .extracting(QueueEntry::state, QueueEntry::leasedUntil)
                .containsExactly(QueueState.PENDING, Optional.empty());
    }

    @Test
    void remembersARecordedEntryAndListsItOnlyWhenAskedTo() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Deferred(claimOne(room, NOW), SOON, answer(Reason.NOT_READY)));
        settle(room, recorded(claimOne(room, SOON)));
        QueueEntry entry =
                new QueueEntry(
                        id(1),
                        QueueState.RECORDED,
                        false,
                        NOW,
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(answer(Reason.NOT_READY)));

        assertThat(room.reader().find(id(1), SOON)).contains(entry);
        assertThat(room.reader().list(in(QueueState.RECORDED), 10, SOON)).containsExactly(entry);
        assertThat(room.reader().list(QueueQuery.OPEN, 10, SOON)).isEmpty();
        assertThat(room.reader().count(QueueQuery.OPEN, SOON)).isEmpty();
    }

    @Test
    void remembersAnEntryThatWasRecordedByAnImport() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        room.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(room.reader().find(id(1), NOW))
                .get()
                .extracting(QueueEntry::state, QueueEntry::firstSeen, QueueEntry::attempts)
                .containsExactly(QueueState.RECORDED, NOW, 0);
    }

    @Test
    void listsByStateAndReasonAndAgeAndNoMoreThanAskedFor() {
        QueueFixture room = mixedRoom();

        assertThat(room.reader().list(QueueQuery.OPEN, 10, SOON))
                .extracting(QueueEntry::id)
                .containsExactly(id(3), id(5), id(1), id(2), id(4));
        assertThat(room.reader().list(QueueQuery.OPEN, 2, SOON))
                .extracting(QueueEntry::id)
                .containsExactly(id(3), id(5));
    }

    @Test
    void listsOneStateOrReason() {
        QueueFixture room = mixedRoom();

        assertThat(idsOf(room, PENDING)).containsExactly(id(5), id(2));
        assertThat(idsOf(room, CLAIMED)).containsExactly(id(1));
        assertThat(idsOf(room, in(QueueState.GIVEN_UP))).containsExactly(id(3));
        assertThat(idsOf(room, in(QueueState.REFUSED))).containsExactly(id(4));
        assertThat(idsOf(room, because(Reason.NOT_READY))).containsExactly(id(1), id(2));
        assertThat(idsOf(room, because(Reason.FAULT))).isEmpty();
    }

    @Test
    void countsByStateAndReason() {
        QueueFixture room = mixedRoom();

        assertThat(room.reader().count(QueueQuery.OPEN, SOON))
                .containsExactly(
                        total(QueueState.PENDING, Optional.empty(), SOON, Optional.of(SOON)),
                        total(
                                QueueState.PENDING,
                                Optional.of(Reason.NOT_READY),
                                YOUNGER,
                                Optional.of(LATER)),
                        total(
                                QueueState.CLAIMED,
                                Optional.of(Reason.NOT_READY),
                                NOW,
                                Optional.of(SOON.plus(LEASE))),
                        total(
                                QueueState.GIVEN_UP,
                                Optional.of(Reason.NOT_FOUND),
                                NOW,
                                Optional.empty()),
                        total(
                                QueueState.REFUSED,
                                Optional.of(Reason.REJECTED),
                                NOW,
                                Optional.empty()));
        assertThat(room.reader().count(because(Reason.NOT_FOUND), SOON))
                .extracting(QueueTotal::ids)
                .containsExactly(1L);
    }

    @Test
    void countsAndRevivesAClaimWhoseLeaseRanOutAmongThoseThatWait() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Instant ranOut = claimOne(room, NOW).lease().until();
        room.pending().track(Set.of(id(2)), ranOut);

        assertThat(room.reader().count(QueueQuery.OPEN, ranOut))
                .containsExactly(
                        new QueueTotal(
                                QueueState.PENDING, Optional.empty(), 2, NOW, Optional.of(NOW)));
        assertThat(room.reader().list(PENDING, 10, ranOut))
                .extracting(QueueEntry::id)
                .containsExactly(id(1), id(2));
        assertThat(room.reader().list(CLAIMED, 10, ranOut)).isEmpty();
        assertThat(room.editor().requeueAll(PENDING, ranOut)).isEqualTo(2);
    }

    @Test
    void revivesWhatEndedAndLeavesATrace() {
        QueueFixture room = emptyRoom();
        giveUp(room, 1);

        assertThat(room.editor().requeue(Set.of(id(1), id(2)), SOON)).isEqualTo(due(1));
        assertThat(claimOne(room, SOON))
                .extracting(Claim::since, Claim::attempts)
                .containsExactly(SOON, 0);
        assertThat(room.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(
                                NOW, Kind.GIVEN_UP, 1, Optional.of(answer(Reason.NOT_FOUND))),
                        new QueueEvent(
                                SOON, Kind.REQUEUED, 1, Optional.of(answer(Reason.NOT_FOUND))));
    }

    @Test
    void trackingAgainIsNoTrace() {
        QueueFixture room = emptyRoom();
        giveUp(room, 1);
        room.pending().track(Set.of(id(1)), SOON);

        assertThat(room.log().of(id(1)))
                .extracting(QueueEvent::kind)
                .containsExactly(Kind.GIVEN_UP);
        assertThat(room.reader().find(id(1), SOON).map(QueueEntry::state))
                .contains(QueueState.GIVEN_UP);
    }

    @Test
    void makesWhatWaitsDueAtOnce() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Deferred(claimOne(room, NOW), LATER, answer(Reason.NOT_READY)));

        assertThat(room.editor().requeue(Set.of(id(1)), SOON)).isEqualTo(due(1));
        assertThat(claimOne(room, SOON).attempts()).isEqualTo(1);
        assertThat(room.log().of(id(1))).isEmpty();
    }

    @Test
    void leavesAClaimToWhoHoldsIt() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);

        assertThat(room.editor().requeue(Set.of(id(1)), SOON))
                .isEqualTo(new Requeued(Set.of(), Set.of(id(1))));
        assertThat(room.editor().requeueAll(QueueQuery.OPEN, SOON)).isZero();
        assertThat(claim(room, SOON)).isEmpty();
        assertThat(room.claims().extend(List.of(claim), SOON, LEASE)).hasSize(1);
    }

    @Test
    void revivesNothingThatIsRecorded() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, recorded(claimOne(room, NOW)));

        assertThat(room.editor().requeue(Set.of(id(1)), SOON))
                .isEqualTo(new Requeued(Set.of(), Set.of()));
        assertThat(room.editor().requeueAll(in(QueueState.RECORDED), SOON)).isZero();
        assertThat(claim(room, SOON)).isEmpty();
    }

    @Test
    void revivesAllThatIsMeant() {
        QueueFixture room = mixedRoom();

        assertThat(room.editor().requeueAll(in(QueueState.GIVEN_UP), SOON)).isEqualTo(1);
        assertThat(room.editor().requeueAll(because(Reason.REJECTED), SOON)).isEqualTo(1);
        assertThat(room.editor().requeueAll(PENDING, SOON)).isEqualTo(4);
        assertThat(claim(room, SOON)).extracting(Claim::id).doesNotContain(id(1)).hasSize(4);
    }

    @Test
    void forgetsWithATrace() {
        QueueFixture room = emptyRoom();
        giveUp(room, 1);

        assertThat(room.editor().forget(Set.of(id(1), id(2)), SOON)).containsExactly(id(1));
        assertThat(room.reader().find(id(1), SOON)).isEmpty();
        assertThat(room.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(
                                NOW, Kind.GIVEN_UP, 1, Optional.of(answer(Reason.NOT_FOUND))),
                        new QueueEvent(NOW, Kind.TRACKED, 0, Optional.empty()),
                        new QueueEvent(
                                SOON, Kind.FORGOTTEN, 1, Optional.of(answer(Reason.NOT_FOUND))));
    }

    @Test
    void forgetsNothingThatIsRecorded() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, recorded(claimOne(room, NOW)));

        assertThat(room.editor().forget(Set.of(id(1)), SOON)).isEmpty();
        assertThat(room.reader().find(id(1), SOON)).isPresent();
    }

    @Test
    void keepsTheRecordOfWhatWasForgottenMeanwhile() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);
        room.editor().forget(Set.of(id(1)), NOW);
        settle(room, recorded(claim));

        assertThat(room.ledger().find(id(1))).isPresent();
    }

    private static Requeued due(int number) {
        return new Requeued(Set.of(id(number)), Set.of());
    }

    @Test
    void anIdThatTheSourceRefusesIsLoggedAsRefused() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Refused(claimOne(room, NOW), answer(Reason.REJECTED)));

        assertThat(room.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(NOW, Kind.REFUSED, 1, Optional.of(answer(Reason.REJECTED))));
    }

    /** 1 claimed and 2 pending, not ready both; 3 given up; 4 refused; 5 new. */
    private QueueFixture mixedRoom() {
        QueueFixture room = emptyRoom();
        track(room, 1, 3, 4);
        room.pending().track(Set.of(id(2)), YOUNGER);
        for (Claim claim : claim(room, YOUNGER)) {
            settle(room, settlement(claim));
        }
        claim(room, SOON);
        room.pending().track(Set.of(id(5)), SOON);
        return room;
    }

    private static Settlement settlement(Claim claim) {
        if (claim.id().equals(id(1))) {
            return new Settlement.Deferred(claim, SOON, answer(Reason.NOT_READY));
        }
        if (claim.id().equals(id(2))) {
            return new Settlement.Deferred(claim, LATER, answer(Reason.NOT_READY));
        }
        return claim.id().equals(id(3))
                ? new Settlement.GivenUp(claim, answer(Reason.NOT_FOUND))
                : new Settlement.Refused(claim, answer(Reason.REJECTED));
    }

    private static List<GenerationId> idsOf(QueueFixture room, QueueQuery query) {
        return room.reader().list(query, 10, SOON).stream().map(QueueEntry::id).toList();
    }

    private static QueueTotal total(
            QueueState state,
            Optional<Reason> reason,
            Instant firstSeen,
            Optional<Instant> nextDue) {
        return new QueueTotal(state, reason, 1, firstSeen, nextDue);
    }

    private static Settlement recorded(Claim claim) {
        return new Settlement.Recorded(claim, recording(complete(claim.id())));
    }

    private static QueueQuery in(QueueState state) {
        return new QueueQuery(Optional.of(state), Optional.empty());
    }

    private static QueueQuery because(Reason reason) {
        return new QueueQuery(Optional.empty(), Optional.of(reason));
    }
}
