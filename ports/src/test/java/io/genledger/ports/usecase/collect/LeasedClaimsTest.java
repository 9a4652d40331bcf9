package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeasedClaimsTest {

    private static final Duration LEASE = Duration.ofMinutes(3);

    private final Queue queue = new Queue();
    private Instant now = NOW;
    private Instant monotonic = NOW;
    private final LeasedClaims work =
            new LeasedClaims(
                    queue, () -> now, () -> monotonic, CollectPlan.DEFAULT.with(4, Duration.ZERO));

    @Test
    void claimsAheadAndNotAgainBeforeHalfIsUsed() {
        queue.due = 100;
        work.refill();
        take(3);
        work.refill();
        assertThat(queue.asked).containsExactly(8);
        take(1);
        work.refill();

        assertThat(queue.asked).containsExactly(8, 4);
    }

    @Test
    void claimsTwiceAsManyWhenAllWereUsedUp() {
        queue.due = 1_000_000;
        for (int i = 0; i < 20; i++) {
            work.refill();
            take(work.left());
        }

        assertThat(queue.asked).startsWith(8, 16, 32, 64).endsWith(2048, 2048);
    }

    @Test
    void leavesAnEmptyQueueAloneForASecond() {
        work.refill();
        work.refill();
        pass(Duration.ofMillis(999));
        work.refill();
        assertThat(queue.asked).hasSize(1);
        pass(Duration.ofMillis(1));
        work.refill();

        assertThat(queue.asked).hasSize(2);
    }

    @Test
    void looksAtOnceWhenItIsToSayWhetherThereIsMore() {
        work.refill();

        assertThat(work.findsMore()).isFalse();
        queue.due = 1;
        assertThat(work.findsMore()).isTrue();
    }

    @Test
    void aClaimThatComesBackIsAskedForOnce() {
        queue.due = 1;
        work.refill();
        queue.nextNumber = 1;
        queue.due = 1;
        pass(LEASE);
        work.refill();

        assertThat(take(2)).containsExactly(id(1));
    }

    @Test
    void aLeaseThatRanOutIsExtendedBeforeAnybodyAsks() {
        queue.due = 1;
        work.refill();
        // The machine slept, and what measures how time goes by slept, too.
        now = now.plus(LEASE);
        assertThat(work.poll()).isEmpty();
        work.extendLeases();

        assertThat(queue.extended).containsExactly(id(1));
        assertThat(take(1)).containsExactly(id(1));
    }

    @Test
    void aClockThatIsPutBackKeepsNothingFromBeingDone() {
        queue.due = 1;
        work.refill();
        now = now.minus(Duration.ofDays(1));
        monotonic = monotonic.plusSeconds(1);
        queue.due = 1;
        work.refill();

        assertThat(take(2)).containsExactly(id(1), id(2));
        pass(LEASE);
        work.extendLeases();
        assertThat(queue.extended).containsExactly(id(2));
    }

    @Test
    void whatCouldNotBeExtendedIsStillHeld() {
        queue.due = 1;
        work.refill();
        pass(LEASE);
        queue.busy = true;

        assertThatExceptionOfType(LedgerUnavailableException.class).isThrownBy(work::extendLeases);
        work.release();
        assertThat(queue.released).containsExactly(id(1));
    }

    @Test
    void hasRoomOnlyWhereTheQueueHadNoMore() {
        queue.due = 8;
        work.refill();
        take(8);
        assertThat(work.room()).isZero();
        work.refill();

        assertThat(work.room()).isEqualTo(16);
    }

    @Test
    void extendsOnlyLeasesThatWouldRunOut() {
        queue.due = 1;
        work.refill();
        pass(LEASE.dividedBy(3));
        queue.due = 1;
        work.refill();
        work.extendLeases();
        assertThat(queue.extended).isEmpty();
        pass(LEASE.dividedBy(3));
        work.extendLeases();

        assertThat(queue.extended).containsExactly(id(1));
    }

    @Test
    void neverAsksForWhatSomebodyElseTook() {
        queue.due = 3;
        work.refill();
        Attempt first = work.poll().orElseThrow();
        AttemptResult.Failed failure =
                new AttemptResult.Unavailable(
                        first.claim(), new SourceUnavailableException("down", null));
        work.putBack(first.again(failure, now));
        queue.lost.addAll(Set.of(id(1), id(2)));
        pass(LEASE);
        work.extendLeases();

        assertThat(take(3)).containsExactly(id(3));
        work.release();
        assertThat(queue.released).containsExactly(id(3));
    }

    @Test
    void asksAgainBeforeItAsksForTheNextButNotBeforeTheTime() {
        queue.due = 3;
        work.refill();
        Attempt first = work.poll().orElseThrow();
        AttemptResult.Failed failure =
                new AttemptResult.Unavailable(
                        first.claim(), new SourceUnavailableException("down", null));
        work.putBack(first.again(failure, now.plusMillis(100)));

        assertThat(work.left()).isEqualTo(2);
        assertThat(take(1)).containsExactly(id(2));
        pass(Duration.ofMillis(100));
        assertThat(work.left()).isEqualTo(2);
        assertThat(take(2)).containsExactly(id(1), id(3));
    }

    private void pass(Duration time) {
        now = now.plus(time);
        monotonic = monotonic.plus(time);
    }

    private List<GenerationId> take(int most) {
        return IntStream.range(0, most)
                .mapToObj(i -> work.poll())
                .flatMap(Optional::stream)
                .map(Attempt::id)
                .toList();
    }

    /** A queue that writes down what is asked of it. */
    private static final class Queue implements Claims {

        private int due;
        private int nextNumber = 1;
        private final List<Integer> asked = new ArrayList<>();
        private final List<GenerationId> extended = new ArrayList<>();
        private final List<GenerationId> released = new ArrayList<>();
        private boolean busy;
        private final Set<GenerationId> lost = new HashSet<>();

        @Override
        public List<Claim> claim(int most, Instant now, Duration lease) {
            asked.add(most);
            int given = Math.min(most, due);
            due -= given;
            nextNumber += given;
            return IntStream.range(nextNumber - given, nextNumber)
                    .mapToObj(n -> claimed(id(n), now, lease))
                    .toList();
        }

        private static Claim claimed(GenerationId id, Instant now, Duration lease) {
            return new Claim(id, now, 0, false, new Lease(1, now.plus(lease)));
        }

        @Override
        public List<Claim> extend(Collection<Claim> claims, Instant now, Duration lease) {
            if (busy) {
                throw LedgerUnavailableException.transientFailure("busy", null);
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
