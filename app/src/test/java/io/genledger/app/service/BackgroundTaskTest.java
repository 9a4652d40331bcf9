package io.genledger.app.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.Application;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class BackgroundTaskTest {

    private final List<Duration> pauses = new ArrayList<>();
    private final RunEnvironment runtime =
            new RunEnvironment(
                    () -> Instant.EPOCH,
                    () -> Instant.EPOCH,
                    Runnable::run,
                    (signal, atMost) -> {
                        pauses.add(atMost);
                        return signal.tryAcquire();
                    },
                    new Random(1));

    @Test
    void worksAgainAfterEachPauseUntilTheWorkEnds() {
        new BackgroundTask(
                        "test",
                        runtime,
                        stop ->
                                pauses.size() < 3
                                        ? Optional.of(Duration.ofSeconds(pauses.size()))
                                        : Optional.empty())
                .run();

        assertThat(pauses)
                .containsExactly(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void aStopDuringAPauseEndsIt() throws InterruptedException {
        CountDownLatch worked = new CountDownLatch(1);
        List<Integer> times = new ArrayList<>();
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        Application.runtime(),
                        stop -> {
                            times.add(1);
                            worked.countDown();
                            return Optional.of(Duration.ofDays(1));
                        })) {
            task.start();
            task.start();
            worked.await();
        }

        assertThat(times).hasSize(1);
    }

    @Test
    void aStopLetsWorkEndByItself() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch drained = new CountDownLatch(1);
        List<Boolean> stopped = new ArrayList<>();
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        Application.runtime(),
                        stop -> {
                            stop.onRequest(drained::countDown);
                            started.countDown();
                            awaitUninterruptibly(drained);
                            stopped.add(stop.isRequested());
                            return Optional.empty();
                        })) {
            task.start();
            started.await();
        }

        assertThat(stopped).containsExactly(false);
    }

    @Test
    @Timeout(5)
    void theTimeSinceTheRequestForADrainCounts() throws InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        CountDownLatch started = new CountDownLatch(1);
        Semaphore requests = new Semaphore(0);
        List<Boolean> stopped = new ArrayList<>();
        try (BackgroundTask task =
                new BackgroundTask(
                        "test",
                        new RunEnvironment(
                                now::get,
                                now::get,
                                Runnable::run,
                                (signal, atMost) -> signal.tryAcquire(),
                                new Random(1)),
                        stop -> {
                            stop.onRequest(requests::release);
                            started.countDown();
                            while (!stop.isRequested()) {
                                requests.acquireUninterruptibly();
                            }
                            stopped.add(true);
                            return Optional.empty();
                        })) {
            task.start();
            started.await();
            task.requestDrain();
            now.set(Instant.EPOCH.plusSeconds(7));
        }

        assertThat(stopped).containsExactly(true);
    }

    @Test
    void aTaskThatWasNotStartedIsClosedAtOnce() {
        try (BackgroundTask task = new BackgroundTask("test", runtime, stop -> Optional.empty())) {
            assertThat(task).isNotNull();
        }
        assertThat(pauses).isEmpty();
    }

    @Test
    void pausesGrowUpToAMinuteAndBeginAnewAfterProgress() {
        RestartBackoff backoff = new RestartBackoff();
        List<Long> seconds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            seconds.add(backoff.next().toSeconds());
        }
        backoff.reset();

        assertThat(seconds).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
        assertThat(backoff.next()).isEqualTo(Duration.ofSeconds(1));
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
