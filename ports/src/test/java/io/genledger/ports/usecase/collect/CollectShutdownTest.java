package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.await;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
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

/** A run that ends for any reason loses no id and holds no claim. */
@Timeout(60)
class CollectShutdownTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<GenerationId> requests = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void endTheThreads() {
        threads.shutdownNow();
    }

    @Test
    void aRefusalEndsTheRunAndEverythingStaysDue() {
        CollectSummary summary =
                fixture.tracking(50)
                        .concurrency(1)
                        .collectFrom(logging(InMemoryGenerationSource.refusing()));

        assertThat(requests).hasSize(1);
        assertThat(summary.refusal()).isPresent();
        assertThat(fixture.outcomes).isEmpty();
        assertThat(fixture.backlog()).isEqualTo(new Backlog(50, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void aRefusalWaitsForRequestsUnderWay() {
        CountDownLatch bothAreAsked = new CountDownLatch(2);
        CountDownLatch refused = new CountDownLatch(1);
        CollectSummary summary =
                fixture.tracking(9)
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
        assertThat(summary.count(Outcome.RECORDED)).isPositive();
        assertThat(fixture.backlog().due()).isEqualTo(9 - summary.count(Outcome.RECORDED));
        assertThat(fixture.backlog().claimed()).isZero();
        assertThat(fixture.ledger.find(id(2))).isPresent();
    }

    @Test
    void aStopReturnsAtOnceAlthoughRequestsHang() throws Exception {
        CountDownLatch started = new CountDownLatch(4);
        CountDownLatch never = new CountDownLatch(1);
        fixture.tracking(9).on(threads);
        Future<CollectSummary> collection =
                threads.submit(() ->
                        fixture.collectFrom(id -> {
                            started.countDown();
                            await(never);
                            return found(id);
                        }));
        await(started);
        fixture.stop.request();

        assertThat(collection.get(20, TimeUnit.SECONDS).count(Outcome.RECORDED)).isZero();
        assertThat(fixture.backlog()).isEqualTo(new Backlog(9, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void aRunThatIsStoppedBeforehandSendsNoRequest() {
        fixture.stop.request();
        fixture.tracking(3).collectFrom(logging(CollectFixture::found));

        assertThat(requests).isEmpty();
        assertThat(fixture.backlog().due()).isEqualTo(3);
    }

    @Test
    void anInterruptedThreadReleasesItsClaims() {
        CountDownLatch never = new CountDownLatch(1);
        fixture.tracking(3).on(threads);
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        fixture.collectFrom(id -> {
                            await(never);
                            return found(id);
                        }))
                .withMessage("interrupted while collecting");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.backlog().due()).isEqualTo(3);
    }

    @Test
    void aFailingLedgerPropagatesAndNothingIsLostOrReported() {
        LedgerUnavailableException full = new LedgerUnavailableException("disk full", null);
        fixture.tracking(9).with(new FailingLedger(fixture.pending, full));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found))
                .isSameAs(full);
        assertThat(fixture.outcomes).isEmpty();
        assertThat(fixture.backlog()).isEqualTo(new Backlog(9, 0, 0, 0, 0, Optional.empty()));
    }

    @Test
    void aFailingQueuePropagatesAndStatesThatClaimsAreHeld() {
        fixture.tracking(9).with(new QueueThatSettlesNothing(fixture.pending));

        assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::unknown))
                .satisfies(failure ->
                        assertThat(failure.getSuppressed())
                                .singleElement()
                                .extracting(Throwable::getMessage)
                                .isEqualTo("claims were not released"));
        assertThat(fixture.outcomes).isEmpty();
        assertThat(fixture.backlog().claimed()).isEqualTo(8);
    }

    @Test
    void aFullExecutorPropagatesAndNothingIsHeld() {
        fixture.tracking(9)
                .on(task -> {
                    throw new RejectedExecutionException("full");
                });

        assertThatExceptionOfType(RejectedExecutionException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found));
        assertThat(fixture.backlog().due()).isEqualTo(9);
    }

    @Test
    void aFaultPropagatesAndTheNextRunReachesTheOthers() {
        IllegalStateException bug = new IllegalStateException("a bug");
        fixture.tracking(3)
                .concurrency(1)
                .decodingBy(document -> {
                    if (document.requested().equals(Optional.of(id(1)))) {
                        throw bug;
                    }
                    return new SampleDecoder().decode(document);
                });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found))
                .isSameAs(bug);
        assertThat(fixture.backlog())
                .isEqualTo(
                        new Backlog(1, 1, 0, 0, 0, Optional.of(NOW.plus(Duration.ofMinutes(10)))));
        assertThat(fixture.ledger.find(id(2))).isPresent();
        assertThat(fixture.collectFrom(CollectFixture::found).count(Outcome.RECORDED)).isEqualTo(1);
    }

    @Test
    void furtherFaultsOfTheSameBatchAreKept() {
        fixture.tracking(2);

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        fixture.collectFrom(id -> {
                            throw new IllegalStateException("bug of " + id);
                        }))
                .withMessage("bug of " + id(1))
                .satisfies(failure ->
                        assertThat(failure.getSuppressed())
                                .singleElement()
                                .extracting(Throwable::getMessage)
                                .isEqualTo("bug of " + id(2)));
        assertThat(fixture.backlog().later()).isEqualTo(2);
    }

    @Test
    void aFailingRateLimiterPropagatesInsteadOfHanging() {
        IllegalStateException bug = new IllegalStateException("a bug");
        fixture.tracking(3)
                .on(threads)
                .limitedBy(() -> {
                    throw bug;
                });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> fixture.collectFrom(CollectFixture::found))
                .isSameAs(bug);
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void anErrorPropagatesInsteadOfHanging() {
        fixture.tracking(3).on(threads);

        assertThatExceptionOfType(StackOverflowError.class)
                .isThrownBy(() ->
                        fixture.collectFrom(id -> {
                            throw new StackOverflowError();
                        }));
        assertThat(fixture.backlog().claimed()).isZero();
    }

    @Test
    void aFailingListenerChangesNoOutcome() {
        fixture.tracking(3)
                .listeningWith((id, result, reason) -> {
                    throw new IllegalStateException("no terminal");
                });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() ->
                        fixture.collectFrom(id -> new FetchOutcome.Rejected(id, "malformed")));
        assertThat(fixture.backlog()).isEqualTo(new Backlog(0, 0, 0, 0, 3, Optional.empty()));
    }

    @Test
    void twoCollectionsNeverFetchOneIdTwice() throws Exception {
        fixture.tracking(300).on(threads).listeningWith((id, result, reason) -> {});
        GenerationSource source = logging(CollectFixture::found);
        Future<CollectSummary> one = threads.submit(() -> fixture.collectFrom(source));
        Future<CollectSummary> other = threads.submit(() -> fixture.collectFrom(source));

        assertThat(one.get().count(Outcome.RECORDED) + other.get().count(Outcome.RECORDED))
                .isEqualTo(300);
        assertThat(requests).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void sendsAsManyRequestsAtOnceAsAllowed() {
        CyclicBarrier full = new CyclicBarrier(8);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CollectSummary summary =
                fixture.tracking(80)
                        .concurrency(8)
                        .on(threads)
                        .collectFrom(id -> {
                            most.accumulateAndGet(underWay.incrementAndGet(), Math::max);
                            meet(full);
                            underWay.decrementAndGet();
                            return found(id);
                        });

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(80);
        assertThat(most).hasValue(8);
    }

    private GenerationSource logging(GenerationSource source) {
        return id -> {
            requests.add(id);
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

    /** A queue whose ledger cannot be written. */
    private static final class FailingLedger extends ClaimsAround {

        private final LedgerUnavailableException failure;

        FailingLedger(Claims queue, LedgerUnavailableException failure) {
            super(queue);
            this.failure = failure;
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            if (settlements.stream().anyMatch(Settlement.Recorded.class::isInstance)) {
                throw failure;
            }
            return super.settle(settlements);
        }
    }

    /** A queue that cannot be written after claiming. */
    private static final class QueueThatSettlesNothing extends ClaimsAround {

        QueueThatSettlesNothing(Claims queue) {
            super(queue);
        }

        @Override
        public List<SettlementResult> settle(List<Settlement> settlements) {
            throw new LedgerUnavailableException("disk full", null);
        }
    }
}
