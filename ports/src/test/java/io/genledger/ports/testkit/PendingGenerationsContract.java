package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PendingGenerations} promises, beside a ledger. */
public abstract class PendingGenerationsContract extends QueueContract {

    @Test
    void tracksEachIdOnce() {
        PendingGenerations pending = emptyRoom().pending();

        assertThat(pending.track(Set.of(id(1), id(2)), NOW)).isEqualTo(new Tracked(2, 0, 0, 0));
        assertThat(pending.track(Set.of(id(2), id(3)), SOON)).isEqualTo(new Tracked(1, 1, 0, 0));
    }

    @Test
    void tracksAHugeBatch() {
        PendingGenerations pending = emptyRoom().pending();
        var ids =
                IntStream.range(0, 5_000)
                        .mapToObj(SampleGenerations::id)
                        .collect(Collectors.toSet());

        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(5_000, 0, 0, 0));
        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(0, 5_000, 0, 0));
    }

    @Test
    void saysWhatIsKeptAlready() {
        QueueFixture room = emptyRoom();
        room.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(room.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(1, 0, 1, 0));
    }

    @Test
    void saysWhatIsKeptAlreadyThoughItWasTrackedBefore() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        settle(room, new Settlement.Recorded(claimOne(room, NOW), recording(complete(id(1)))));

        assertThat(room.pending().track(Set.of(id(1)), SOON)).isEqualTo(new Tracked(0, 0, 1, 0));
        assertThat(claim(room, SOON)).isEmpty();
    }

    /** Figures of a completion are not the last word, so the record is still wanted. */
    @Test
    void inlineFiguresKeepNoIdFromWaiting() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        room.ledger().record(List.of(recording(inline(complete(id(1))))));
        room.ledger().record(List.of(recording(inline(complete(id(2))))));

        assertThat(room.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(1, 1, 0, 0));
        assertThat(claim(room, SOON)).hasSize(2);
        room.ledger().record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
        assertThat(room.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(0, 0, 2, 0));
    }

    @Test
    void asksNoMoreForWhatWasGivenUpThoughItIsTrackedAgain() {
        QueueFixture room = emptyRoom();
        giveUp(room, 1);

        assertThat(claim(room, SOON)).isEmpty();
        assertThat(room.pending().track(Set.of(id(1), id(2)), SOON))
                .isEqualTo(new Tracked(1, 0, 0, 1));
        assertThat(claim(room, SOON)).extracting(Claim::id).containsExactly(id(2));
    }

    @Test
    void whatIsRecordedNoLongerWaits() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        Claim claim = claimOne(room, NOW);
        room.ledger().record(List.of(recording(complete(id(1)))));
        settle(room, new Settlement.Deferred(claim, SOON, answer(Reason.NOT_READY)));

        assertThat(claim(room, LATER)).isEmpty();
        assertThat(room.pending().backlog(LATER))
                .isEqualTo(new Backlog(0, 0, 0, 0, 0, Optional.empty()));
        assertThat(room.pending().nextDue()).isEmpty();
    }

    @Test
    void countsWhatWaitsAndForWhat() {
        QueueFixture room = emptyRoom();
        track(room, 1, 2, 3, 5);
        List<Claim> claims = claim(room, NOW);
        settle(room, new Settlement.Deferred(claims.get(0), SOON, answer(Reason.NOT_READY)));
        settle(room, new Settlement.GivenUp(claims.get(1), answer(Reason.NOT_FOUND)));
        settle(room, new Settlement.Refused(claims.get(2), answer(Reason.REJECTED)));
        track(room, 4);

        assertThat(room.pending().backlog(NOW))
                .isEqualTo(new Backlog(1, 1, 1, 1, 1, Optional.of(SOON)));
    }

    @Test
    void countsAClaimAsDueWhoseLeaseRanOut() {
        QueueFixture room = emptyRoom();
        track(room, 1);
        claim(room, NOW);

        assertThat(room.pending().backlog(NOW.plus(LEASE)))
                .isEqualTo(new Backlog(1, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void knowsWhenAClaimMayBringSomething() {
        QueueFixture room = emptyRoom();
        assertThat(room.pending().nextDue()).isEmpty();
        track(room, 1);
        assertThat(room.pending().nextDue()).contains(NOW);
        Claim claim = claimOne(room, NOW);
        assertThat(room.pending().nextDue()).contains(NOW.plus(LEASE));
        settle(room, new Settlement.Deferred(claim, LATER, answer(Reason.NOT_READY)));
        assertThat(room.pending().nextDue()).contains(LATER);
        settle(room, new Settlement.GivenUp(claimOne(room, LATER), answer(Reason.NOT_FOUND)));
        assertThat(room.pending().nextDue()).isEmpty();
    }
}
