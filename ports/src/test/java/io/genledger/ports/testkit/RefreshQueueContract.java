package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** The contract of {@link RefreshQueue}. */
public abstract class RefreshQueueContract extends QueueContract {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Instant NEXT_DAY = CREATED.plus(DAY).plusSeconds(2);

    @Test
    void refreshesARecordedGenerationOnceItHasTheAge() {
        QueueFixture queue = withRecorded(1);

        assertThat(queue.refreshes().enqueue(DAY, 10, CREATED.plus(DAY).minusSeconds(2))).isZero();
        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(queue, NEXT_DAY))
                .extracting(Claim::id, Claim::since, Claim::attempts, Claim::refresh)
                .containsExactly(id(1), NEXT_DAY, 0, true);
    }

    @Test
    void refreshesAGenerationThatWasNeverTracked() {
        QueueFixture queue = emptyFixture();
        queue.ledger().record(List.of(recording(sample(1, "0.01"))));

        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(queue, NEXT_DAY).refresh()).isTrue();
    }

    @Test
    void staysRecordedWhileItIsRefreshed() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);

        assertThat(queue.ledger().find(id(1))).isPresent();
        assertThat(queue.pending().track(Set.of(id(1)), NEXT_DAY))
                .isEqualTo(new Tracked(0, 0, 1, 0));
        assertThat(queue.reader().find(id(1), NEXT_DAY))
                .get()
                .extracting(QueueEntry::state, QueueEntry::refresh)
                .containsExactly(QueueState.PENDING, true);
    }

    @Test
    void enqueuesNothingTwice() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY)).isZero();
        settle(queue, again(claimOne(queue, NEXT_DAY), "0.01"));

        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY.plus(DAY))).isZero();
        assertThat(claim(queue, NEXT_DAY.plus(DAY))).isEmpty();
    }

    @Test
    void refreshesAgainAtAGreaterAge() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        settle(queue, again(claimOne(queue, NEXT_DAY), "0.01"));

        assertThat(queue.refreshes().enqueue(DAY.multipliedBy(30), 10, NEXT_DAY.plus(DAY)))
                .isZero();
        assertThat(
                        queue.refreshes()
                                .enqueue(
                                        DAY.multipliedBy(30),
                                        10,
                                        NEXT_DAY.plus(DAY.multipliedBy(30))))
                .isEqualTo(1);
    }

    @Test
    void refreshesWithTheAccountOfTheEntry() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        queue.ledger().record(List.of(ofAcme(recording(sample(1, "0.01")))));
        queue.ledger().record(List.of(ofAcme(recording(sample(2, "0.01")))));
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);

        assertThat(claim(queue, NEXT_DAY))
                .extracting(Claim::account, Claim::refresh)
                .containsExactly(tuple(ACME, true), tuple(ACME, true));
    }

    @Test
    void refreshesOneAccount() {
        QueueFixture queue = withRecorded(1);
        queue.ledger().record(List.of(ofAcme(recording(sample(2, "0.01")))));

        assertThat(queue.refreshes().ofAccount(ACME).enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(queue, NEXT_DAY).id()).isEqualTo(id(2));
        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY)).isEqualTo(1);
        assertThat(claimOne(queue, NEXT_DAY).id()).isEqualTo(id(1));
    }

    private static Recording ofAcme(Recording recording) {
        return new Recording(recording.entry(), recording.document(), ACME);
    }

    @Test
    void refreshesNothingThatWasOldWhenItWasReceived() {
        QueueFixture queue = emptyFixture();
        queue.ledger().record(List.of(recordingAt(sample(1, "0.01"), NEXT_DAY)));

        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY.plus(DAY))).isZero();
    }

    @Test
    void enqueuesUpToTheLimit() {
        QueueFixture queue = withRecorded(1, 2, 3);

        assertThat(queue.refreshes().enqueue(DAY, 2, NEXT_DAY)).isEqualTo(2);
        assertThat(queue.refreshes().enqueue(DAY, 2, NEXT_DAY)).isEqualTo(1);
        assertThat(claim(queue, NEXT_DAY)).hasSize(3);
    }

    @Test
    void aRefreshWithTheSameContentIsOnlyLogged() {
        QueueFixture queue = withRecorded(1);
        List<Revision> before = queue.ledger().revisions(id(1));
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        Claim claim = claimOne(queue, NEXT_DAY);

        assertThat(queue.claims().settle(List.of(again(claim, "0.01"))))
                .containsExactly(SettlementResult.UNCHANGED);
        assertThat(queue.ledger().revisions(id(1))).isEqualTo(before);
        assertThat(queue.reader().find(id(1), NEXT_DAY))
                .get()
                .extracting(QueueEntry::state, QueueEntry::refresh)
                .containsExactly(QueueState.RECORDED, false);
        assertThat(queue.log().of(id(1)))
                .containsExactly(
                        new QueueEvent(NEXT_DAY, Kind.REFRESH_DUE, 1, Optional.empty()),
                        new QueueEvent(NEXT_DAY, Kind.REFRESHED, 1, Optional.empty()));
    }

    @Test
    void aRefreshWithOtherContentIsANewRevision() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);

        assertThat(queue.claims().settle(List.of(again(claimOne(queue, NEXT_DAY), "0.02"))))
                .containsExactly(SettlementResult.REVISED);
        assertThat(queue.ledger().revisions(id(1)))
                .extracting(kept -> kept.document().receivedAt())
                .containsExactly(RECEIVED, NEXT_DAY);
        assertThat(queue.claims().nextDue()).isEmpty();
    }

    @Test
    void aReturnToEarlierContentIsANewRevision() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        settle(queue, again(claimOne(queue, NEXT_DAY), "0.02"));
        Duration month = DAY.multipliedBy(30);
        queue.refreshes().enqueue(month, 10, NEXT_DAY.plus(month));
        Claim claim = claimOne(queue, NEXT_DAY.plus(month));

        assertThat(queue.claims().settle(List.of(again(claim, "0.01"))))
                .containsExactly(SettlementResult.REVISED);
        assertThat(queue.ledger().revisions(id(1))).hasSize(3);
    }

    @Test
    void aFailedRefreshLeavesTheGenerationRecorded() {
        QueueFixture queue = withRecorded(1, 2);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        List<Claim> claims = claim(queue, NEXT_DAY);
        settle(queue, new Settlement.GivenUp(claims.get(0), outcome(Reason.NOT_FOUND)));
        settle(queue, new Settlement.Refused(claims.get(1), outcome(Reason.REJECTED)));

        assertThat(queue.pending().backlog(NEXT_DAY))
                .extracting(all -> all.givenUp() + all.refused())
                .isEqualTo(0L);
        assertThat(queue.log().of(claims.get(0).id()))
                .contains(
                        new QueueEvent(
                                NOW, Kind.REFRESHED, 1, Optional.of(outcome(Reason.NOT_FOUND))));
        assertThat(queue.pending().track(Set.of(id(1), id(2)), NEXT_DAY))
                .isEqualTo(new Tracked(0, 0, 2, 0));
    }

    @Test
    void anImportDoesNotReplaceARefresh() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);
        queue.ledger().record(List.of(recording(sample(1, "0.01"))));

        assertThat(claim(queue, NEXT_DAY)).hasSize(1);
    }

    /** Its record was never fetched, so there is nothing to refresh; it can be tracked. */
    @Test
    void inlineUsageIsNotRefreshed() {
        QueueFixture queue = emptyFixture();
        queue.ledger().record(List.of(recording(inline(sample(1, "0.01")))));

        assertThat(queue.refreshes().enqueue(DAY, 10, NEXT_DAY)).isZero();
        assertThat(queue.pending().track(Set.of(id(1)), NEXT_DAY))
                .isEqualTo(new Tracked(1, 0, 0, 0));
    }

    @Test
    void aForgottenRefreshIsNotClaimed() {
        QueueFixture queue = withRecorded(1);
        queue.refreshes().enqueue(DAY, 10, NEXT_DAY);

        assertThat(queue.editor().forget(Set.of(id(1)), NEXT_DAY)).containsExactly(id(1));
        assertThat(claim(queue, NEXT_DAY)).isEmpty();
        assertThat(queue.ledger().find(id(1))).isPresent();
        assertThat(queue.log().of(id(1)))
                .extracting(QueueEvent::kind)
                .containsExactly(Kind.REFRESH_DUE, Kind.FORGOTTEN);
    }

    private QueueFixture withRecorded(int... numbers) {
        QueueFixture queue = emptyFixture();
        for (int number : numbers) {
            queue.pending().track(Set.of(id(number)), CREATED);
            settle(
                    queue,
                    new Settlement.Recorded(
                            claimOne(queue, CREATED), recording(sample(number, "0.01"))));
        }
        return queue;
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
