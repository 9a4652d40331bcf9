package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static io.genledger.ports.usecase.CollectRoom.await;
import static io.genledger.ports.usecase.CollectRoom.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.Claims;
import io.genledger.ports.FetchOutcome;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.Settled;
import io.genledger.ports.Settlement;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.testkit.ClaimsAround;
import io.genledger.ports.testkit.InMemoryGenerationSource;
import io.genledger.ports.testkit.SampleDecoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever ends a collection, or happens beside it: no id is lost and none is held. */
@Timeout(60)
class CollectInterruptedTest {

    private final CollectRoom room = new CollectRoom();
    private final List<GenerationId> asked = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void aRefusalEndsTheRunAndEverythingStaysDue() {
        CollectSummary summary =
                room.tracking(50)
                        .concurrency(1)
                        .collectFrom(noting(InMemoryGenerationSource.refusing()));

        assertThat(asked).hasSize(1);
        assertThat(summary.refusal()).isPresent();
        assertThat(room.told).isEmpty();
        assertThat(room.backlog()).isEqualTo(new Backlog(50, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void aRefusalWaitsForRequestsUnderWay() {
        CountDownLatch bothAreAsked = new CountDownLatch(2);
        CountDownLatch refused = new CountDownLatch(1);
        CollectSummary summary =
                room.tracking(9)
                        .concurrency(2)
                        .on(threads)
                        .collectFrom(id -> {
                            bothAreAsked.countDown();
                            await(bothAreAsked);
                            if (id.equals(id(1))) {
                                refused.countDown();
                                throw new SourceRefusedException("out of credits");
                            }
                            await(refused);
                            return found(id);
                        });

        assertThat(summary.refusal()).isPresent();
        assertThat(summary.recorded()).isPositive();
        assertThat(room.backlog().due()).isEqualTo(9 - summary.recorded());
        assertThat(room.backlog().claimed()).isZero();
        assertThat(room.ledger.find(id(2))).isPresent();
    }

    @Test
    void aStopReturnsAtOnceThoughRequestsHang() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch never = new CountDownLatch(1);
        room.tracking(9).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        room.collectFrom(id -> {
                            started.countDown();
                            await(never);
                            return found(id);
                        }));
        await(started);
        room.stop.request();

        assertThat(collection.get(20, TimeUnit.SECONDS).recorded()).isZero();
        assertThat(room.backlog()).isEqualTo(new Backlog(9, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void whoIsStoppedBeforehandAsksNobody() {
        room.stop.request();
        room.tracking(3).collectFrom(noting(CollectRoom::found));

        assertThat(asked).isEmpty();
        assertThat(room.backlog().due()).isEqualTo(3);
    }

    @Test
    void anInterruptionReleasesWhatIsClaimed() {
        CountDownLatch never = new CountDownLatch(1);
        room.tracking(3).on(threads);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        room.collectFrom(id -> {
                            await(never);
                            return found(id);
                        }))
                .withMessage("interrupted while collecting");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(room.backlog().due()).isEqualTo(3);
    }

    @Test
    void aFailingLedgerPropagatesAndNothingIsLostOrTold() {
        LedgerUnavailableException full = new LedgerUnavailableException("disk full", null);
        room.tracking(9).with(new FailingLedger(room.pending, full));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::found))
                .isSameAs(full);
        assertThat(room.told).isEmpty();
        assertThat(room.backlog()).isEqualTo(new Backlog(9, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void aFailingQueuePropagatesAndSaysThatClaimsAreHeld() {
        room.tracking(9).with(new UnsettledQueue(room.pending));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::unknown))
                .satisfies(failure ->
                        assertThat(failure.getSuppressed())
                                .singleElement()
                                .extracting(Throwable::getMessage)
                                .isEqualTo("claims were not released"));
        assertThat(room.told).isEmpty();
        assertThat(room.backlog().claimed()).isEqualTo(8);
    }

    @Test
    void aFullExecutorPropagatesAndNothingIsHeld() {
        room.tracking(9)
                .on(task -> {
                    throw new RejectedExecutionException("full");
                });

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::found));
        assertThat(room.backlog().due()).isEqualTo(9);
    }

    @Test
    void aFaultPropagatesAndTheNextRunReachesTheOthers() {
        IllegalStateException bug = new IllegalStateException("a bug");
        room.tracking(3)
                .concurrency(1)
                .decodingBy(document -> {
                    if (document.requested().equals(Optional.of(id(1)))) {
                        throw bug;
                    }
                    return new SampleDecoder().decode(document);
                });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> room.collectFrom(CollectRoom::found))
                .isSameAs(bug);
        assertThat(room.backlog())
                .isEqualTo(
                        new Backlog(1, 1, 0, 0, 0, Optional.of(NOW.plus(Duration.ofMinutes(10)))));
        assertThat(room.ledger.find(id(2))).isPresent();
        assertThat(room.collectFrom(CollectRoom::found).recorded()).isEqualTo(1);
    }

    @Test
    void anErrorPropagatesInsteadOfHanging() {
        room.tracking(3).on(threads);

        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() ->
                        room.collectFrom(id -> {
                            throw new StackOverflowError();
                        }));
        assertThat(room.backlog().claimed()).isZero();
    }

    @Test
    void aFailingListenerChangesNoVerdict() {
        room.tracking(3)
                .telling((id, result, reason) -> {
                    throw new IllegalStateException("no terminal");
                });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(
                        () -> room.collectFrom(id -> new FetchOutcome.Rejected(id, "malformed")));
        assertThat(room.backlog()).isEqualTo(new Backlog(0, 0, 0, 0, 3, Optional.empty()));
    }

    @Test
    void twoCollectionsNeverFetchOneIdTwice() throws Exception {
        room.tracking(300).on(threads).telling((id, result, reason) -> {});
        GenerationSource source = noting(CollectRoom::found);
        Future<CollectSummary> one = threads.submit(() -> room.collectFrom(source));
        Future<CollectSummary> other = threads.submit(() -> room.collectFrom(source));

        assertThat(one.get().recorded() + other.get().recorded()).isEqualTo(300);
        assertThat(asked).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void asManyRequestsAreUnderWayAsAllowedAndNoMore() {
        CyclicBarrier full = new CyclicBarrier(8);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CollectSummary summary =
                room.tracking(80)
                        .concurrency(8)
                        .on(threads)
                        .collectFrom(id -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            meet(full);
                            underWay.decrementAndGet();
                            return found(id);
                        });

        assertThat(summary.recorded()).isEqualTo(80);
        assertThat(most).hasValue(8);
    }

    private GenerationSource noting(GenerationSource source) {
        return id -> {
            asked.add(id);
            return source.fetch(id);
        };
    }

    private static void meet(CyclicBarrier barrier) {
        try {
            barrier.await(20, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** A queue whose ledger has no room. */
    private static final class FailingLedger extends ClaimsAround {

        private final LedgerUnavailableException failure;

        FailingLedger(Claims queue, LedgerUnavailableException failure) {
            super(queue);
            this.failure = failure;
        }

        @Override
        public List<Settled> settle(List<Settlement> settlements) {
            if (settlements.stream().anyMatch(Settlement.Recorded.class::isInstance)) {
                throw failure;
            }
            return super.settle(settlements);
        }
    }

    /** A queue that takes no verdict. */
    private static final class UnsettledQueue extends ClaimsAround {

        UnsettledQueue(Claims queue) {
            super(queue);
        }

        @Override
        public List<Settled> settle(List<Settlement> settlements) {
            throw new LedgerUnavailableException("disk full", null);
        }
    }
}
