package io.genledger.ports.usecase.collect.backoff;

import io.genledger.ports.queue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Schedules the next fetch of an id whose record the source does not have yet (OPENROUTER.md §1.4).
 * The pauses are 2 s, then 6 s three times, then half as long again each time up to a minute. The
 * last fetch is at the age of {@code giveUpAfter}. Each pause varies by a fifth.
 *
 * <p>{@code ReadinessBenchmark} compared schedules on recorded timings: 2 % of all records are
 * ready within 2 s, and nearly all others between 11 and 18 s. Polling every 5 s needs slightly
 * fewer requests for these, but eight times as many for an id that never becomes ready.
 */
public final class ReadinessSchedule {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(6);
    private static final int EVEN_PAUSES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration giveUpAfter;
    private final Jitter jitter;

    /**
     * Schedules until an id is given up.
     *
     * @param giveUpAfter age at which an id is given up; zero or more
     */
    public ReadinessSchedule(Duration giveUpAfter, Jitter jitter) {
        this.giveUpAfter = giveUpAfter;
        this.jitter = jitter;
    }

    /** The next fetch; empty if the id has reached the age of {@code giveUpAfter}. */
    public Optional<Instant> next(Claim claim, Instant now) {
        Duration left = giveUpAfter.minus(Duration.between(startOf(claim), now));
        if (left.isZero() || left.isNegative()) {
            return Optional.empty();
        }
        Duration pause = jitter.around(pauseAfter(claim.attempts()));
        return Optional.of(now.plus(pause.compareTo(left) > 0 ? left : pause));
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = attempts == 0 ? FIRST : SECOND;
        for (int i = EVEN_PAUSES; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(3).dividedBy(2);
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** The start stated in an id counts only if it lies before the id was tracked. */
    private static Instant startOf(Claim claim) {
        return claim.id().startedAt().filter(claim.since()::isAfter).orElse(claim.since());
    }
}
