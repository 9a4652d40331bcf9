package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.source.RateLimiter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every {@link RateLimiter} promises. */
public abstract class RateLimiterContract {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** No honest pace gives more turns than this in any of these tests. */
    private static final int MOST = 2_000;

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    /** A pace of ten turns a second, which may save up one second of turns at most. */
    protected abstract RateLimiter tenPerSecond(InstantSource clock);

    @Test
    void givesTheFirstTurnAtOnce() {
        assertThat(tenPerSecond(clock).tryAcquire()).isZero();
    }

    @Test
    void aTurnIsThereWhenItSaidSoAndNotBefore() {
        RateLimiter pacing = tenPerSecond(clock);
        Duration wait = waitAfterTheLast(pacing);
        now = now.plus(wait).minusNanos(1000);
        assertThat(pacing.tryAcquire()).isPositive();
        now = now.plusNanos(1000);

        assertThat(pacing.tryAcquire()).isZero();
    }

    @Test
    void givesAsManyTurnsAsTheRateHasAndNoMore() {
        RateLimiter pacing = tenPerSecond(clock);
        Instant end = now.plusSeconds(100);
        int turns = 0;
        while (now.isBefore(end) && turns <= MOST) {
            Duration wait = pacing.tryAcquire();
            turns += wait.isZero() ? 1 : 0;
            now = now.plus(wait);
        }

        assertThat(turns).isBetween(1000, 1010);
    }

    @Test
    void savesUpNoMoreThanASecondOfTurns() {
        RateLimiter pacing = tenPerSecond(clock);
        now = now.plusSeconds(3600);
        int turns = 0;
        while (turns <= MOST && pacing.tryAcquire().isZero()) {
            turns++;
        }

        assertThat(turns).isBetween(1, 10);
    }

    @Test
    void threadsShareTheTurns() throws Exception {
        RateLimiter pacing = tenPerSecond(clock);
        waitAfterTheLast(pacing);
        now = now.plus(SECOND.dividedBy(10));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Duration>> waits = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                waits.add(threads.submit(pacing::tryAcquire));
            }
            int turns = 0;
            for (Future<Duration> wait : waits) {
                turns += wait.get().isZero() ? 1 : 0;
            }
            assertThat(turns).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration waitAfterTheLast(RateLimiter pacing) {
        for (int turns = 0; turns <= MOST; turns++) {
            Duration wait = pacing.tryAcquire();
            if (!wait.isZero()) {
                return wait;
            }
        }
        throw new AssertionError("turns without end");
    }
}
