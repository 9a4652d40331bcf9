package io.genledger.ports.usecase.collect.attempt;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRefreshQueue;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.collect.policy.FetchResult;
import io.genledger.ports.usecase.collect.policy.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each test runs the workers by hand, one after the other and as late as it wants. */
class FetchWorkersTest {

    private static final Instant NOW = Instant.parse("2025-08-20T08:02:17Z");
    private static final int CONCURRENCY = 4;

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final InMemoryPendingGenerations pending = new InMemoryPendingGenerations(ledger);
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Boolean> woken = new ArrayList<>();
    private Instant now = NOW;
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> now, () -> now, threads::add, this::runThreadsAndWait, new Random(1));
    private final LeasedClaims work =
            new LeasedClaims(
                    pending,
                    new Refresher(
                            List.of(new InMemoryRefreshQueue(ledger, pending)), Optional.empty()),
                    runtime,
                    Duration.ofMinutes(3),
                    CONCURRENCY);
    private final WorkSignal signal = new WorkSignal(runtime);
    private final FetchWorkers workers =
            new FetchWorkers(
                    work,
                    new SourceGate(
                            CONCURRENCY, Optional.empty(), runtime.monotonic(), runtime.random()),
                    this::permitWait,
                    this::fetch,
                    signal,
                    runtime);
    private Duration permitWait = Duration.ZERO;
    private Runnable duringFirstFetch = () -> {};
    private int underWay;
    private int mostUnderWay;

    @Test
    void aLongRequestDoesNotDelayOthers() {
        track(1);
        work.refill();
        workers.start();
        duringFirstFetch =
                () -> {
                    now = NOW.plusSeconds(1);
                    var unused = pending.track(Set.of(id(2)), now);
                    work.refill();
                    workers.start();
                    runThreads();
                };
        runThreads();

        assertThat(mostUnderWay).isEqualTo(2);
        assertThat(workers.pollFinished()).hasSize(2);
    }

    @Test
    void startsNoMoreWorkersThanReadyAttempts() {
        track(2);
        work.refill();
        workers.start();
        workers.start();

        assertThat(threads).hasSize(2);
    }

    @Test
    void startsNoMoreWorkersThanTheConcurrency() {
        track(8);
        work.refill();
        workers.start();

        assertThat(threads).hasSize(CONCURRENCY);
    }

    @Test
    void theWaitingThreadWakesWhenNoPermitIsAvailable() {
        track(1);
        work.refill();
        permitWait = Duration.ofSeconds(5);
        workers.start();
        signal.awaitUntil(NOW.plusSeconds(60));

        assertThat(woken).containsExactly(true);
        assertThat(workers.nextPermit()).contains(NOW.plusSeconds(5));
    }

    private void track(int count) {
        Set<GenerationId> ids =
                IntStream.rangeClosed(1, count)
                        .mapToObj(SampleGenerations::id)
                        .collect(Collectors.toSet());
        var unused = pending.track(ids, NOW);
    }

    private Duration permitWait() {
        return permitWait;
    }

    private FetchResult fetch(GenerationId id) {
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        Runnable first = duringFirstFetch;
        duringFirstFetch = () -> {};
        first.run();
        underWay--;
        return new FetchResult.NotFound("none");
    }

    private boolean runThreadsAndWait(Semaphore signal, Duration atMost) {
        runThreads();
        woken.add(signal.tryAcquire());
        return woken.get(woken.size() - 1);
    }

    private void runThreads() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }
}
