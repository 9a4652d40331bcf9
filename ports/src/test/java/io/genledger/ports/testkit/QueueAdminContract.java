package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
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

/** The contract of {@link QueueReader}, {@link QueueEditor} and their {@link EventLog}. */
public abstract class QueueAdminContract extends QueueContract {

    private static final Instant YOUNGER = NOW.plusMillis(1);
    private static final QueueQuery CLAIMED = in(QueueState.CLAIMED);
    private static final QueueQuery PENDING = in(QueueState.PENDING);

    @Test
    void anEmptyQueueHasNoEntries() {
        QueueFixture queue = emptyFixture();

        assertThat(queue.reader().list(QueueQuery.OPEN, 10, NOW)).isEmpty();
        assertThat(queue.reader().count(QueueQuery.OPEN, NOW)).isEmpty();
        assertThat(queue.reader().find(id(1), NOW)).isEmpty();
        assertThat(queue.log().of(id(1))).isEmpty();
    }

    @Test
    void showsEveryFieldOfAnEntry() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), SOON, outcome(Reason.NOT_READY)));
        Claim claim = claimOne(queue, SOON);
        QueueEntry claimed =
                new QueueEntry(
                        id(1),
                        AccountName.DEFAULT,
                        QueueState.CLAIMED,
                        false,
                        NOW,
                        1,
                        Optional.of(SOON),
                        Optional.of(claim.lease().until()),
                        Optional.of(outcome(Reason.NOT_READY)));

        assertThat(queue.reader().find(id(1), SOON)).contains(claimed);
        assertThat(queue.reader().list(QueueQuery.OPEN, 10, SOON)).containsExactly(claimed);
        assertThat(queue.reader().find(id(1), claim.lease().until()))
                .get()
                .extracting(QueueEntry::state, QueueEntry::leasedUntil)
                .containsExactly(QueueState.PENDING, Optional.empty());
    }

    @Test
    void listsRecordedEntriesOnlyOnRequest() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), SOON, outcome(Reason.NOT_READY)));
        settle(queue, recorded(claimOne(queue, SOON)));
        QueueEntry entry =
                new QueueEntry(
                        id(1),
                        AccountName.DEFAULT,
                        QueueState.RECORDED,
                        false,
                        NOW,
                        2,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(outcome(Reason.NOT_READY)));

        assertThat(queue.reader().find(id(1), SOON)).contains(entry);
        assertThat(queue.reader().list(in(QueueState.RECORDED), 10, SOON)).containsExactly(entry);
        assertThat(queue.reader().list(QueueQuery.OPEN, 10, SOON)).isEmpty();
        assertThat(queue.reader().count(QueueQuery.OPEN, SOON)).isEmpty();
    }

    @Test
    void keepsAnEntryThatWasRecordedByAnImport() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        queue.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(queue.reader().find(id(1), NOW))
                .get()
                .extracting(QueueEntry::state, QueueEntry::firstSeen, QueueEntry::attempts)
                .containsExactly(QueueState.RECORDED, NOW, 0);
    }

    @Test
    void listsByStateReasonAndAgeUpToTheLimit() {
        QueueFixture queue = mixedQueue();

        assertThat(queue.reader().list(QueueQuery.OPEN, 10, SOON))
                .extracting(QueueEntry::id)
                .containsExactly(id(3), id(5), id(1), id(2), id(4));
        assertThat(queue.reader().list(QueueQuery.OPEN, 2, SOON))
                .extracting(QueueEntry::id)
                .containsExactly(id(3), id(5));
    }

    @Test
    void listsOneStateOrReason() {
        QueueFixture queue = mixedQueue();

        assertThat(idsOf(queue, PENDING)).containsExactly(id(5), id(2));
        assertThat(idsOf(queue, CLAIMED)).containsExactly(id(1));
        assertThat(idsOf(queue, in(QueueState.GIVEN_UP))).containsExactly(id(3));
        assertThat(idsOf(queue, in(QueueState.REFUSED))).containsExactly(id(4));
        assertThat(idsOf(queue, because(Reason.NOT_READY))).containsExactly(id(1), id(2));
        assertThat(idsOf(queue, because(Reason.FAULT))).isEmpty();
    }

    @Test
    void countsByStateAndReason() {
        QueueFixture queue = mixedQueue();

        assertThat(queue.reader().count(QueueQuery.OPEN, SOON))
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
        assertThat(queue.reader().count(because(Reason.NOT_FOUND), SOON))
                .extracting(QueueTotal::ids)
                .containsExactly(1L);
    }

    @Test
    void anExpiredLeaseCountsAsPendingAndIsRequeued() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Instant expiry = claimOne(queue, NOW).lease().until();
        queue.pending().track(Set.of(id(2)), expiry);

        assertThat(queue.reader().count(QueueQuery.OPEN, expiry))
                .containsExactly(
                        new QueueTotal(
                                QueueState.PENDING, Optional.empty(), 2, NOW, Optional.of(NOW)));
        assertThat(queue.reader().list(PENDING, 10, expiry))
                .extracting(QueueEntry::id)
                .containsExactly(id(1), id(2));
        assertThat(queue.reader().list(CLAIMED, 10, expiry)).isEmpty();
        assertThat(queue.editor().requeueAll(PENDING, expiry)).isEqualTo(2);
    }

    @Test
    void requeuesAGivenUpIdAndLogsIt() {
        QueueFixture queue = emptyFixture();
        giveUp(queue, 1);

        assertThat(queue.editor().requeue(Set.of(id(1), id(2)), SOON)).isEqualTo(due(1));
        assertThat(claimOne(queue, SOON))
                .extracting(Claim::since, Claim::attempts)
                .containsExactly(SOON, 0);
        assertThat(queue.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(
                                NOW, Kind.GIVEN_UP, 1, Optional.of(outcome(Reason.NOT_FOUND))),
                        new QueueEvent(
                                SOON, Kind.REQUEUED, 1, Optional.of(outcome(Reason.NOT_FOUND))));
    }

    @Test
    void trackingAgainIsNotLogged() {
        QueueFixture queue = emptyFixture();
        giveUp(queue, 1);
        queue.pending().track(Set.of(id(1)), SOON);

        assertThat(queue.log().of(id(1)))
                .extracting(QueueEvent::kind)
                .containsExactly(Kind.GIVEN_UP);
        assertThat(queue.reader().find(id(1), SOON).map(QueueEntry::state))
                .contains(QueueState.GIVEN_UP);
    }

    @Test
    void requeueMakesAPendingIdDueAtOnce() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(
                queue,
                new Settlement.Deferred(claimOne(queue, NOW), LATER, outcome(Reason.NOT_READY)));

        assertThat(queue.editor().requeue(Set.of(id(1)), SOON)).isEqualTo(due(1));
        assertThat(claimOne(queue, SOON).attempts()).isEqualTo(1);
        assertThat(queue.log().of(id(1))).isEmpty();
    }

    @Test
    void requeueLeavesAClaimHeld() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);

        assertThat(queue.editor().requeue(Set.of(id(1)), SOON))
                .isEqualTo(new Requeued(Set.of(), Set.of(id(1))));
        assertThat(queue.editor().requeueAll(QueueQuery.OPEN, SOON)).isZero();
        assertThat(claim(queue, SOON)).isEmpty();
        assertThat(queue.claims().extend(List.of(claim), SOON, LEASE)).hasSize(1);
    }

    @Test
    void requeuesNoRecordedId() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, recorded(claimOne(queue, NOW)));

        assertThat(queue.editor().requeue(Set.of(id(1)), SOON))
                .isEqualTo(new Requeued(Set.of(), Set.of()));
        assertThat(queue.editor().requeueAll(in(QueueState.RECORDED), SOON)).isZero();
        assertThat(claim(queue, SOON)).isEmpty();
    }

    @Test
    void requeuesAllThatTheQuerySelects() {
        QueueFixture queue = mixedQueue();

        assertThat(queue.editor().requeueAll(in(QueueState.GIVEN_UP), SOON)).isEqualTo(1);
        assertThat(queue.editor().requeueAll(because(Reason.REJECTED), SOON)).isEqualTo(1);
        assertThat(queue.editor().requeueAll(PENDING, SOON)).isEqualTo(4);
        assertThat(claim(queue, SOON)).extracting(Claim::id).doesNotContain(id(1)).hasSize(4);
    }

    @Test
    void forgetsAndLogsIt() {
        QueueFixture queue = emptyFixture();
        giveUp(queue, 1);

        assertThat(queue.editor().forget(Set.of(id(1), id(2)), SOON)).containsExactly(id(1));
        assertThat(queue.reader().find(id(1), SOON)).isEmpty();
        assertThat(queue.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(
                                NOW, Kind.GIVEN_UP, 1, Optional.of(outcome(Reason.NOT_FOUND))),
                        new QueueEvent(NOW, Kind.TRACKED, 0, Optional.empty()),
                        new QueueEvent(
                                SOON, Kind.FORGOTTEN, 1, Optional.of(outcome(Reason.NOT_FOUND))));
    }

    @Test
    void forgetsNoRecordedId() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, recorded(claimOne(queue, NOW)));

        assertThat(queue.editor().forget(Set.of(id(1)), SOON)).isEmpty();
        assertThat(queue.reader().find(id(1), SOON)).isPresent();
    }

    @Test
    void recordsAnIdThatWasForgottenMeanwhile() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);
        queue.editor().forget(Set.of(id(1)), NOW);
        settle(queue, recorded(claim));

        assertThat(queue.ledger().find(id(1))).isPresent();
    }

    private static Requeued due(int number) {
        return new Requeued(Set.of(id(number)), Set.of());
    }

    @Test
    void anIdThatTheSourceRefusesIsLoggedAsRefused() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, new Settlement.Refused(claimOne(queue, NOW), outcome(Reason.REJECTED)));

        assertThat(queue.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(
                                NOW, Kind.REFUSED, 1, Optional.of(outcome(Reason.REJECTED))));
    }

    /** Id 1 is claimed and 2 pending, both not ready; 3 given up; 4 refused; 5 new. */
    private QueueFixture mixedQueue() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 3, 4);
        queue.pending().track(Set.of(id(2)), YOUNGER);
        for (Claim claim : claim(queue, YOUNGER)) {
            settle(queue, settlement(claim));
        }
        claim(queue, SOON);
        queue.pending().track(Set.of(id(5)), SOON);
        return queue;
    }

    private static Settlement settlement(Claim claim) {
        if (claim.id().equals(id(1))) {
            return new Settlement.Deferred(claim, SOON, outcome(Reason.NOT_READY));
        }
        if (claim.id().equals(id(2))) {
            return new Settlement.Deferred(claim, LATER, outcome(Reason.NOT_READY));
        }
        return claim.id().equals(id(3))
                ? new Settlement.GivenUp(claim, outcome(Reason.NOT_FOUND))
                : new Settlement.Refused(claim, outcome(Reason.REJECTED));
    }

    private static List<GenerationId> idsOf(QueueFixture queue, QueueQuery query) {
        return queue.reader().list(query, 10, SOON).stream().map(QueueEntry::id).toList();
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
