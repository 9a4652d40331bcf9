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

/** The contract of {@link RateLimiter}. */
public abstract class RateLimiterContract {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** More permits than any test may get; ends the loops of a limiter without a limit. */
    private static final int MOST = 2_000;

    private volatile Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private final InstantSource clock = () -> now;

    /** A limiter of ten permits a second that accumulates the permits of one second at most. */
    protected abstract RateLimiter tenPerSecond(InstantSource clock);

    @Test
    void grantsTheFirstPermitAtOnce() {
        assertThat(tenPerSecond(clock).tryAcquire()).isZero();
    }

    @Test
    void grantsAPermitAfterTheStatedWaitAndNotBefore() {
        RateLimiter limiter = tenPerSecond(clock);
        Duration wait = waitAfterLastPermit(limiter);
        now = now.plus(wait).minusNanos(1000);
        assertThat(limiter.tryAcquire()).isPositive();
        now = now.plusNanos(1000);

        assertThat(limiter.tryAcquire()).isZero();
    }

    @Test
    void grantsPermitsAtTheRateAndNoMore() {
        RateLimiter limiter = tenPerSecond(clock);
        Instant end = now.plusSeconds(100);
        int permits = 0;
        while (now.isBefore(end) && permits <= MOST) {
            Duration wait = limiter.tryAcquire();
            permits += wait.isZero() ? 1 : 0;
            now = now.plus(wait);
        }

        assertThat(permits).isBetween(1000, 1010);
    }

    @Test
    void accumulatesPermitsForOneSecondAtMost() {
        RateLimiter limiter = tenPerSecond(clock);
        now = now.plusSeconds(3600);
        int permits = 0;
        while (permits <= MOST && limiter.tryAcquire().isZero()) {
            permits++;
        }

        assertThat(permits).isBetween(1, 10);
    }

    @Test
    void threadsShareThePermits() throws Exception {
        RateLimiter limiter = tenPerSecond(clock);
        waitAfterLastPermit(limiter);
        now = now.plus(SECOND.dividedBy(10));
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Duration>> waits = new ArrayList<>();
            for (int i = 0; i < 40; i++) {
                waits.add(threads.submit(limiter::tryAcquire));
            }
            int permits = 0;
            for (Future<Duration> wait : waits) {
                permits += wait.get().isZero() ? 1 : 0;
            }
            assertThat(permits).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration waitAfterLastPermit(RateLimiter limiter) {
        for (int permits = 0; permits <= MOST; permits++) {
            Duration wait = limiter.tryAcquire();
            if (!wait.isZero()) {
                return wait;
            }
        }
        throw new AssertionError("no limit within " + MOST + " permits");
    }
}
