package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.Backlog;
import io.genledger.ports.Claim;
import io.genledger.ports.Ledger;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.PendingGenerations.Tracked;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every {@link PendingGenerations} promises, beside a ledger. */
public abstract class PendingGenerationsContract {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant SOON = NOW.plusSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(1);

    /** A queue and the ledger it stands before. */
    public record Room(PendingGenerations pending, Ledger ledger) {}

    /** A queue in which nothing waits, and a ledger that keeps nothing. */
    protected abstract Room emptyRoom();

    @Test
    void tracksEachIdOnce() {
        PendingGenerations pending = emptyRoom().pending();

        assertThat(pending.track(Set.of(id(1), id(2)), NOW)).isEqualTo(new Tracked(2, 0, 0));
        assertThat(pending.track(Set.of(id(2), id(3)), SOON)).isEqualTo(new Tracked(1, 1, 0));
    }

    @Test
    void tracksAHugeBatch() {
        PendingGenerations pending = emptyRoom().pending();
        var ids =
                IntStream.range(0, 5_000)
                        .mapToObj(SampleGenerations::id)
                        .collect(Collectors.toSet());

        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(5_000, 0, 0));
        assertThat(pending.track(ids, NOW)).isEqualTo(new Tracked(0, 5_000, 0));
    }

    @Test
    void saysWhatIsKeptAlready() {
        Room room = emptyRoom();
        room.ledger().record(List.of(recording(complete(id(1)))));

        assertThat(room.pending().track(Set.of(id(1), id(2)), NOW)).isEqualTo(new Tracked(1, 0, 1));
    }

    @Test
    void claimsWhatWasTrackedAndRemembersWhen() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);

        assertThat(pending.claim(10, SOON, LEASE)).containsExactly(new Claim(id(1), NOW, 0));
    }

    @Test
    void claimsNoMoreThanAskedForAndTheLongestDueFirst() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), SOON);
        pending.track(Set.of(id(2)), NOW);

        assertThat(pending.claim(1, SOON, LEASE)).extracting(Claim::id).containsExactly(id(2));
    }

    @Test
    void givesNobodyElseWhatIsClaimed() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);

        assertThat(pending.claim(10, NOW.plus(LEASE).minusMillis(1), LEASE)).isEmpty();
    }

    @Test
    void givesOutAgainWhatADeadWorkerClaimed() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);

        assertThat(pending.claim(10, NOW.plus(LEASE), LEASE)).hasSize(1);
    }

    @Test
    void asksAgainOnlyWhenDueAndCountsTheAttempt() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);
        pending.settle(List.of(new Settlement.Later(id(1), SOON, "not yet")));

        assertThat(pending.claim(10, SOON.minusMillis(1), LEASE)).isEmpty();
        assertThat(pending.claim(10, SOON, LEASE)).containsExactly(new Claim(id(1), NOW, 1));
    }

    @Test
    void returnsReleasedIdsAtOnceAndDoesNotCountAnAttempt() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);
        pending.settle(List.of(new Settlement.Released(id(1))));

        assertThat(pending.claim(10, NOW, LEASE)).containsExactly(new Claim(id(1), NOW, 0));
    }

    @Test
    void releasingDoesNotReviveWhatAnotherGaveUp() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);
        pending.settle(List.of(new Settlement.GivenUp(id(1), "not found")));
        pending.settle(List.of(new Settlement.Released(id(1))));

        assertThat(pending.claim(10, SOON, LEASE)).isEmpty();
        assertThat(pending.backlog(SOON).givenUp()).isEqualTo(1);
    }

    @Test
    void asksNoMoreForWhatWasGivenUpUntilItIsTrackedAnew() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1)), NOW);
        pending.claim(10, NOW, LEASE);
        pending.settle(List.of(new Settlement.GivenUp(id(1), "not found")));

        assertThat(pending.claim(10, SOON, LEASE)).isEmpty();
        assertThat(pending.track(Set.of(id(1)), SOON)).isEqualTo(new Tracked(1, 0, 0));
        assertThat(pending.claim(10, SOON, LEASE)).containsExactly(new Claim(id(1), SOON, 0));
    }

    @Test
    void whatIsRecordedNoLongerWaits() {
        Room room = emptyRoom();
        room.pending().track(Set.of(id(1)), NOW);
        room.pending().claim(10, NOW, LEASE);
        room.ledger().record(List.of(recording(complete(id(1)))));
        room.pending().settle(List.of(new Settlement.Later(id(1), SOON, "a late answer")));

        assertThat(room.pending().claim(10, SOON, LEASE)).isEmpty();
        assertThat(room.pending().backlog(SOON))
                .isEqualTo(new Backlog(0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void countsWhatWaitsAndForWhat() {
        PendingGenerations pending = emptyRoom().pending();
        pending.track(Set.of(id(1), id(2), id(3)), NOW);
        pending.claim(3, NOW, LEASE);
        pending.settle(
                List.of(
                        new Settlement.Later(id(1), SOON, "not yet"),
                        new Settlement.GivenUp(id(2), "not found")));
        pending.track(Set.of(id(4)), NOW);

        assertThat(pending.backlog(NOW)).isEqualTo(new Backlog(1, 1, 1, 1, Optional.of(SOON)));
    }

    @Test
    void neverGivesOneIdToTwoWorkers() throws Exception {
        PendingGenerations pending = emptyRoom().pending();
        var ids =
                IntStream.range(0, 200).mapToObj(SampleGenerations::id).collect(Collectors.toSet());
        pending.track(ids, NOW);
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<List<Claim>>> hauls = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                hauls.add(workers.submit(() -> pending.claim(5, NOW, LEASE)));
            }
            List<Claim> claims = new ArrayList<>();
            for (Future<List<Claim>> haul : hauls) {
                claims.addAll(haul.get());
            }
            assertThat(claims).extracting(Claim::id).doesNotHaveDuplicates().hasSize(200);
        } finally {
            workers.shutdownNow();
        }
    }
}
