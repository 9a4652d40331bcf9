package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.inline;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The contract of {@link PendingGenerations}. */
public abstract class PendingGenerationsContract extends QueueContract {

    @Test
    void tracksEachIdOnce() {
        PendingGenerations pending = emptyFixture().pending();

        assertThat(pending.track(Set.of(id(1), id(2)), NOW)).isEqualTo(new Tracked(2, 0, 0, 0));
        assertThat(pending.track(Set.of(id(2), id(3)), SOON)).isEqualTo(new Tracked(1, 1, 0, 0));
    }

    @Test
    void anIdKeepsItsAccountWhenItIsTrackedWithAnother() {
        QueueFixture queue = emptyFixture();
        trackForAcme(queue, 1);

        assertThat(queue.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(1, 1, 0, 0));
        assertThat(claim(queue, NOW))
                .extracting(Claim::id, Claim::account)
                .containsExactlyInAnyOrder(tuple(id(1), ACME), tuple(id(2), AccountName.DEFAULT));
    }

    @Test
    void aForgottenIdIsTrackedWithAnotherAccount() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        queue.editor().forget(Set.of(id(1)), NOW);
        trackForAcme(queue, 1);

        assertThat(claimOne(queue, NOW).account()).isEqualTo(ACME);
    }

    @Test
    void tracksAHugeBatch() {
        PendingGenerations pending = emptyFixture().pending();
        var ids =
                IntStream.range(0, 5_000)
                        .mapToObj(SampleGenerations::id)
                        .collect(Collectors.toSet());

        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(5_000, 0, 0, 0));
        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(0, 5_000, 0, 0));
    }

    /** An acknowledged id is in the queue at once, for every thread; each is added by one call. */
    @Test
    void concurrentThreadsTrackEachIdOnce() throws Exception {
        QueueFixture queue = emptyFixture();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<Tracked>> all = new ArrayList<>();
            for (int from = 0; from < 160; from++) {
                Set<GenerationId> ids =
                        Stream.of(from, from + 1, 159 - from)
                                .map(SampleGenerations::id)
                                .collect(Collectors.toSet());
                all.add(threads.submit(() -> acknowledge(queue, ids)));
            }
            Tracked sum = Tracked.NOTHING;
            for (Future<Tracked> one : all) {
                sum = sum.plus(one.get());
            }
            assertThat(sum.added()).isEqualTo(161);
            assertThat(sum.recorded() + sum.givenUp()).isZero();
            assertThat(queue.pending().backlog(NOW).due()).isEqualTo(161);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Tracked acknowledge(QueueFixture queue, Set<GenerationId> ids) {
        Tracked tracked = queue.pending().track(ids, NOW);
        assertThat(ids).allMatch(id -> queue.reader().find(id, NOW).isPresent());
        return tracked;
    }

    @Test
    void countsRecordedIds() {
        QueueFixture queue = emptyFixture();
        queue.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(queue.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(1, 0, 1, 0));
    }

    @Test
    void countsRecordedIdsThatWereTrackedBefore() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        settle(queue, new Settlement.Recorded(claimOne(queue, NOW), recording(complete(id(1)))));

        assertThat(queue.pending().track(Set.of(id(1)), SOON)).isEqualTo(new Tracked(0, 0, 1, 0));
        assertThat(claim(queue, SOON)).isEmpty();
    }

    /** Inline usage is provisional, so the record is still fetched. */
    @Test
    void anIdWithInlineUsageOnlyIsStillPending() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        queue.ledger().record(List.of(recording(inline(complete(id(1))))));
        queue.ledger().record(List.of(recording(inline(complete(id(2))))));

        assertThat(queue.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(1, 1, 0, 0));
        assertThat(claim(queue, SOON)).hasSize(2);
        queue.ledger().record(List.of(recording(complete(id(1))), recording(complete(id(2)))));
        assertThat(queue.pending().track(Set.of(id(1), id(2)), NOW))
                .isEqualTo(new Tracked(0, 0, 2, 0));
    }

    @Test
    void aGivenUpIdStaysGivenUpWhenTrackedAgain() {
        QueueFixture queue = emptyFixture();
        giveUp(queue, 1);

        assertThat(claim(queue, SOON)).isEmpty();
        assertThat(queue.pending().track(Set.of(id(1), id(2)), SOON))
                .isEqualTo(new Tracked(1, 0, 0, 1));
        assertThat(claim(queue, SOON)).extracting(Claim::id).containsExactly(id(2));
    }

    @Test
    void aRecordedIdIsNoLongerPending() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        Claim claim = claimOne(queue, NOW);
        queue.ledger().record(List.of(recording(complete(id(1)))));
        settle(queue, new Settlement.Deferred(claim, SOON, outcome(Reason.NOT_READY)));

        assertThat(claim(queue, LATER)).isEmpty();
        assertThat(queue.pending().backlog(LATER))
                .isEqualTo(new Backlog(0, 0, 0, 0, 0, Optional.empty()));
        assertThat(queue.claims().nextDue()).isEmpty();
    }

    @Test
    void countsIdsByState() {
        QueueFixture queue = emptyFixture();
        track(queue, 1, 2, 3, 5);
        List<Claim> claims = claim(queue, NOW);
        settle(queue, new Settlement.Deferred(claims.get(0), SOON, outcome(Reason.NOT_READY)));
        settle(queue, new Settlement.GivenUp(claims.get(1), outcome(Reason.NOT_FOUND)));
        settle(queue, new Settlement.Refused(claims.get(2), outcome(Reason.REJECTED)));
        track(queue, 4);

        assertThat(queue.pending().backlog(NOW))
                .isEqualTo(new Backlog(1, 1, 1, 1, 1, Optional.of(SOON)));
    }

    @Test
    void countsAnExpiredClaimAsDue() {
        QueueFixture queue = emptyFixture();
        track(queue, 1);
        claim(queue, NOW);

        assertThat(queue.pending().backlog(NOW.plus(LEASE)))
                .isEqualTo(new Backlog(1, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void nextDueIsTheEarliestSuccessfulClaim() {
        QueueFixture queue = emptyFixture();
        assertThat(queue.claims().nextDue()).isEmpty();
        track(queue, 1);
        assertThat(queue.claims().nextDue()).contains(NOW);
        Claim claim = claimOne(queue, NOW);
        assertThat(queue.claims().nextDue()).contains(NOW.plus(LEASE));
        settle(queue, new Settlement.Deferred(claim, LATER, outcome(Reason.NOT_READY)));
        assertThat(queue.claims().nextDue()).contains(LATER);
        settle(queue, new Settlement.GivenUp(claimOne(queue, LATER), outcome(Reason.NOT_FOUND)));
        assertThat(queue.claims().nextDue()).isEmpty();
    }
}
