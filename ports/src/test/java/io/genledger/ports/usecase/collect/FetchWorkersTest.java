package io.genledger.ports.usecase.collect;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import io.genledger.ports.usecase.collect.backoff.Jitter;
import io.genledger.ports.usecase.collect.backoff.SourceGate;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Threads are run by hand here: each as late as a test wants. */
class FetchWorkersTest {

    private final CollectFixture fixture = new CollectFixture();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Boolean> rang = new ArrayList<>();
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> fixture.now,
                    () -> fixture.now,
                    threads::add,
                    this::letThreadsRun,
                    new Random(1));
    private final LeasedClaims work =
            new LeasedClaims(fixture.pending, runtime.clock(), runtime.monotonic(), fixture.plan);
    private final FetchWorkers workers =
            new FetchWorkers(
                    work,
                    new SourceGate(
                            fixture.plan.concurrency(),
                            Optional.of(fixture.plan.maxBackoff()),
                            runtime.clock(),
                            new Jitter(runtime.random())),
                    this::pause,
                    this::ask,
                    runtime);
    private Duration pause = Duration.ZERO;
    private Runnable meanwhile = () -> {};
    private int underWay;
    private int mostUnderWay;

    @Test
    void aRequestThatTakesLongKeepsNobodyWaiting() {
        fixture.tracking(1);
        work.refill();
        workers.start();
        meanwhile =
                () -> {
                    fixture.now = NOW.plusSeconds(1);
                    fixture.pending.track(Set.of(id(2)), fixture.now);
                    work.refill();
                    workers.start();
                    runThreads();
                };
        runThreads();

        assertThat(mostUnderWay).isEqualTo(2);
        assertThat(workers.answered()).hasSize(2);
    }

    @Test
    void noMoreThreadsAreStartedThanThereIsToAskFor() {
        fixture.tracking(2);
        work.refill();
        workers.start();
        workers.start();

        assertThat(threads).hasSize(2);
    }

    @Test
    void noMoreThreadsAreStartedThanMayAsk() {
        fixture.tracking(8);
        work.refill();
        workers.start();

        assertThat(threads).hasSize(4);
    }

    @Test
    void whoWaitsIsWokenWhenThePaceAllowsNothingNow() {
        fixture.tracking(1);
        work.refill();
        pause = Duration.ofSeconds(5);
        workers.start();
        workers.awaitUntil(NOW.plusSeconds(60));

        assertThat(rang).containsExactly(true);
        assertThat(workers.nextPermit()).isEqualTo(NOW.plusSeconds(5));
    }

    private Duration pause() {
        return pause;
    }

    private AttemptResult ask(Claim claim) {
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        underWay--;
        return new AttemptResult.Settled(
                claim, Outcome.NOT_READY, "", new Settlement.Released(claim));
    }

    private boolean letThreadsRun(Semaphore signal, Duration atMost) {
        runThreads();
        rang.add(signal.tryAcquire());
        return rang.get(rang.size() - 1);
    }

    private void runThreads() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }
}
