package io.genledger.ports.usecase.collect.attempt;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.RunTime;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeasedClaimsTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");
    private static final Duration LEASE = Duration.ofMinutes(3);

    private final Queue queue = new Queue();
    private Instant now = NOW;
    private Instant monotonic = NOW;
    private int refreshable;
    private final List<Integer> enqueued = new ArrayList<>();
    private final LeasedClaims work =
            new LeasedClaims(
                    queue,
                    new Refresher(List.of(new Refreshes()), Optional.of(Duration.ofDays(1))),
                    new RunEnvironment(
                            () -> now,
                            () -> monotonic,
                            Runnable::run,
                            (signal, atMost) -> true,
                            new Random(1)),
                    LEASE,
                    4);

    @Test
    void claimsAheadAndAgainWhenHalfIsUsed() {
        queue.due = 100;
        work.refill();
        take(3);
        work.refill();
        assertThat(queue.requests).containsExactly(8);
        take(1);
        work.refill();

        assertThat(queue.requests).containsExactly(8, 4);
    }

    @Test
    void doublesTheBatchWhenAllWereUsedUp() {
        queue.due = 1_000_000;
        for (int i = 0; i < 20; i++) {
            work.refill();
            take(work.readyCount(present()));
        }

        assertThat(queue.requests).startsWith(8, 16, 32, 64).endsWith(2048, 2048);
    }

    @Test
    void claimsFromAnEmptyQueueOnceASecond() {
        work.refill();
        work.refill();
        advance(Duration.ofMillis(999));
        work.refill();
        assertThat(queue.requests).hasSize(1);
        advance(Duration.ofMillis(1));
        work.refill();

        assertThat(queue.requests).hasSize(2);
    }

    @Test
    void claimsMoreLooksAtOnce() {
        work.refill();

        assertThat(work.claimsMore()).isFalse();
        queue.due = 1;
        assertThat(work.claimsMore()).isTrue();
    }

    @Test
    void anIdThatIsClaimedAgainIsFetchedOnce() {
        queue.due = 1;
        work.refill();
        queue.nextNumber = 1;
        queue.due = 1;
        advance(LEASE);
        work.refill();

        assertThat(take(2)).containsExactly(id(1));
    }

    @Test
    void anExpiredLeaseIsExtendedBeforeTheFetch() {
        queue.due = 1;
        work.refill();
        // The machine was suspended, and its monotonic clock with it.
        now = now.plus(LEASE);
        assertThat(work.poll(present())).isEmpty();
        work.extendLeases();

        assertThat(queue.extended).containsExactly(id(1));
        assertThat(take(1)).containsExactly(id(1));
    }

    @Test
    void aWallClockThatIsSetBackDelaysNothing() {
        queue.due = 1;
        work.refill();
        now = now.minus(Duration.ofDays(1));
        monotonic = monotonic.plusSeconds(1);
        queue.due = 1;
        work.refill();

        assertThat(take(2)).containsExactly(id(1), id(2));
        advance(LEASE);
        work.extendLeases();
        assertThat(queue.extended).containsExactlyInAnyOrder(id(1), id(2));
    }

    @Test
    void claimsAreHeldAfterAFailedExtension() {
        queue.due = 1;
        work.refill();
        advance(LEASE);
        queue.unavailable = true;

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(work::extendLeases);
        work.release();
        assertThat(queue.released).containsExactly(id(1));
    }

    @Test
    void refreshesOnlyWhenTheQueueHadNoMore() {
        queue.due = 8;
        refreshable = 20;
        work.refill();
        take(8);
        assertThat(enqueued).isEmpty();
        work.refill();

        assertThat(enqueued).containsExactly(16);
        assertThat(take(99)).hasSize(16);
    }

    @Test
    void looksForRefreshesOnceAMinuteAfterTheLast() {
        work.refill();
        advance(Duration.ofSeconds(59));
        work.refill();
        assertThat(enqueued).containsExactly(8);
        advance(Duration.ofSeconds(1));
        work.refill();

        assertThat(enqueued).containsExactly(8, 8);
    }

    @Test
    void refreshesTheRestAtTheEnd() {
        work.refill();
        refreshable = 3;

        assertThat(work.claimsMore()).isTrue();
        assertThat(take(9)).hasSize(3);
        assertThat(enqueued).containsExactly(8, 1000);
    }

    @Test
    void correctsDueTimesBeforeTheFirstClaimAndAfterTheClockWasSetBack() {
        work.refill();
        advance(Duration.ofSeconds(2));
        work.extendLeases();
        work.refill();
        assertThat(queue.corrected).containsExactly(NOW);
        now = now.minus(Duration.ofHours(1));
        work.extendLeases();
        work.refill();

        assertThat(queue.corrected).containsExactly(NOW, now);
    }

    @Test
    void aWallClockThatIsSetBackOrForwardKeepsTheLeases() {
        queue.due = 1;
        work.refill();
        now = now.minus(Duration.ofHours(1));
        work.extendLeases();
        assertThat(queue.extended).as("its lease would end an hour late").containsExactly(id(1));
        work.extendLeases();
        assertThat(queue.extended).hasSize(1);
        now = now.plus(Duration.ofHours(2));
        work.extendLeases();

        assertThat(queue.extended).as("its lease has expired").hasSize(2);
        assertThat(take(1)).containsExactly(id(1));
    }

    @Test
    void extendsOnlyLeasesThatWouldExpire() {
        queue.due = 1;
        work.refill();
        advance(LEASE.dividedBy(3));
        queue.due = 1;
        work.refill();
        work.extendLeases();
        assertThat(queue.extended).isEmpty();
        advance(LEASE.dividedBy(3));
        work.extendLeases();

        assertThat(queue.extended).containsExactly(id(1));
    }

    @Test
    void dropsTheAttemptsOfLostClaims() {
        queue.due = 3;
        work.refill();
        Attempt first = work.poll(present()).orElseThrow();
        FetchResult failure =
                new FetchResult.Unavailable(new SourceUnavailableException("down", null));
        work.putBack(first.retryAt(failure, now));
        queue.lost.addAll(Set.of(id(1), id(2)));
        advance(LEASE);
        work.extendLeases();

        assertThat(take(3)).containsExactly(id(3));
        work.release();
        assertThat(queue.released).containsExactly(id(3));
    }

    @Test
    void retriesComeFirstButNotBeforeTheirTime() {
        queue.due = 3;
        work.refill();
        Attempt first = work.poll(present()).orElseThrow();
        FetchResult failure =
                new FetchResult.Unavailable(new SourceUnavailableException("down", null));
        work.putBack(first.retryAt(failure, now.plusMillis(100)));

        assertThat(work.readyCount(present())).isEqualTo(2);
        assertThat(take(1)).containsExactly(id(2));
        advance(Duration.ofMillis(100));
        assertThat(work.readyCount(present())).isEqualTo(2);
        assertThat(take(2)).containsExactly(id(1), id(3));
    }

    private RunTime present() {
        return new RunTime(now, monotonic);
    }

    private void advance(Duration time) {
        now = now.plus(time);
        monotonic = monotonic.plus(time);
    }

    private List<GenerationId> take(int most) {
        return IntStream.range(0, most)
                .mapToObj(i -> work.poll(present()))
                .flatMap(Optional::stream)
                .map(Attempt::id)
                .toList();
    }

    /** Notes how many generations it was asked for. */
    private final class Refreshes implements RefreshQueue {

        @Override
        public RefreshQueue ofAccount(AccountName account) {
            return this;
        }

        @Override
        public int enqueue(Duration age, int most, Instant at) {
            enqueued.add(most);
            int given = Math.min(most, refreshable);
            refreshable -= given;
            queue.due += given;
            return given;
        }
    }

    /** A queue that stores the arguments of its calls. */
    private static final class Queue implements Claims {

        private int due;
        private int nextNumber = 1;
        private final List<Integer> requests = new ArrayList<>();
        private final List<GenerationId> extended = new ArrayList<>();
        private final List<GenerationId> released = new ArrayList<>();
        private final List<Instant> corrected = new ArrayList<>();
        private boolean unavailable;
        private final Set<GenerationId> lost = new HashSet<>();

        @Override
        public Claims ofAccounts(Set<AccountName> accounts) {
            return this;
        }

        @Override
        public Set<AccountName> accountsPending() {
            return Set.of();
        }

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            requests.add(most);
            int given = Math.min(most, due);
            due -= given;
            nextNumber += given;
            return IntStream.range(nextNumber - given, nextNumber)
                    .mapToObj(n -> claimed(id(n), now, lease))
                    .toList();
        }

        private static Claim claimed(GenerationId id, Instant now, Duration lease) {
            return new Claim(id, AccountName.DEFAULT, now, 0, false, new Lease(1, now.plus(lease)));
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.empty();
        }

        @Override
        public int makeDue(Reason reason, Instant now) {
            return 0;
        }

        @Override
        public int correctDueTimes(Instant now) {
            corrected.add(now);
            return 0;
        }

        @Override
        public List<Claim> extend(Collection<Claim> claims, Instant now, Duration lease) {
            if (unavailable) {
                throw LedgerUnavailableException.transientFailure("unavailable", null);
            }
            List<Claim> kept = claims.stream().filter(claim -> !lost.contains(claim.id())).toList();
            kept.forEach(claim -> extended.add(claim.id()));
            return kept.stream().map(claim -> claimed(claim.id(), now, lease)).toList();
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            settlements.forEach(one -> released.add(one.claim().id()));
            return settlements.stream().map(one -> SettlementResult.NOTED).toList();
        }
    }
}
