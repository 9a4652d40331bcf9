package io.genledger.ports.usecase;

import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.usecase.CollectRoom.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.Claim;
import io.genledger.ports.Settlement;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

/** Threads are run by hand here: each as late as a test wants. */
class AskersTest {

    private final CollectRoom room = new CollectRoom();
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final List<Boolean> rang = new ArrayList<>();
    private final Machine machine =
            new Machine(
                    () -> room.now,
                    () -> room.now,
                    threads::add,
                    this::letThreadsRun,
                    new Random(1));
    private final ClaimedWork work =
            new ClaimedWork(room.pending, machine.clock(), machine.steady(), room.plan);
    private final Askers askers =
            new Askers(
                    work,
                    new SourceHealth(room.plan, machine.clock(), new Jitter(machine.random())),
                    this::pause,
                    this::ask,
                    machine);
    private Duration pause = Duration.ZERO;
    private Runnable meanwhile = () -> {};
    private int underWay;
    private int mostUnderWay;

    @Test
    void aRequestThatTakesLongKeepsNobodyWaiting() {
        room.tracking(1);
        work.refill();
        askers.start();
        meanwhile =
                () -> {
                    room.now = NOW.plusSeconds(1);
                    room.pending.track(Set.of(id(2)), room.now);
                    work.refill();
                    askers.start();
                    runThreads();
                };
        runThreads();

        assertThat(mostUnderWay).isEqualTo(2);
        assertThat(askers.answered()).hasSize(2);
    }

    @Test
    void noMoreThreadsAreStartedThanThereIsToAskFor() {
        room.tracking(2);
        work.refill();
        askers.start();
        askers.start();

        assertThat(threads).hasSize(2);
    }

    @Test
    void noMoreThreadsAreStartedThanMayAsk() {
        room.tracking(8);
        work.refill();
        askers.start();

        assertThat(threads).hasSize(4);
    }

    @Test
    void whoWaitsIsWokenWhenThePaceAllowsNothingNow() {
        room.tracking(1);
        work.refill();
        pause = Duration.ofSeconds(5);
        askers.start();
        askers.awaitUntil(NOW.plusSeconds(60));

        assertThat(rang).containsExactly(true);
        assertThat(askers.nextTurn()).isEqualTo(NOW.plusSeconds(5));
    }

    private Duration pause() {
        return pause;
    }

    private Answer ask(Claim claim) {
        underWay++;
        mostUnderWay = Math.max(mostUnderWay, underWay);
        Runnable once = meanwhile;
        meanwhile = () -> {};
        once.run();
        underWay--;
        return new Answer.Judged(claim, Result.NOT_READY, "", new Settlement.Released(claim));
    }

    private boolean letThreadsRun(Semaphore bell, Duration atMost) {
        runThreads();
        rang.add(bell.tryAcquire());
        return rang.get(rang.size() - 1);
    }

    private void runThreads() {
        for (Runnable next = threads.poll(); next != null; next = threads.poll()) {
            next.run();
        }
    }
}
