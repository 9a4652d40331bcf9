package io.genledger.ports.usecase.collect.policy;

import io.genledger.ports.queue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * Schedules the next fetch of an id whose record the source does not have yet (OPENROUTER.md §1.4).
 *
 * <p>{@code ReadinessBenchmark} compared schedules on recorded timings: 2 % of all records are
 * ready within 2 s, and nearly all others between 11 and 18 s. Polling every 5 s needs slightly
 * fewer requests for these, but eight times as many for an id that never becomes ready.
 */
public final class ReadinessSchedule {

    /** The pauses after the first, second … attempt; the last one repeats. */
    private static final List<Duration> PAUSES =
            Stream.of(2, 6, 6, 6, 9, 13, 20, 30, 45, 60).map(Duration::ofSeconds).toList();

    /** Nearly all records are ready at this age. */
    private static final Duration USUALLY_READY = Duration.ofSeconds(20);

    private final Duration giveUpAfter;
    private final Duration latest;

    /**
     * Schedules until an id is given up.
     *
     * @param giveUpAfter age at which an id is given up; zero or more
     */
    public ReadinessSchedule(Duration giveUpAfter) {
        this.giveUpAfter = giveUpAfter;
        this.latest = Collections.min(List.of(USUALLY_READY, giveUpAfter));
    }

    /**
     * The wait until the next fetch: the pause after this attempt, varied by a fifth, but at most
     * until the age of {@code giveUpAfter}. Empty if the id has reached that age.
     */
    public Optional<Duration> next(Claim claim, RunTime now, RandomGenerator random) {
        Duration left = giveUpAfter.minus(now.since(startOf(claim)));
        if (left.isZero() || left.isNegative()) {
            return Optional.empty();
        }
        Duration pause = PAUSES.get(Math.min(claim.attempts(), PAUSES.size() - 1));
        return Optional.of(Collections.min(List.of(Jitter.FIFTH.of(pause, random), left)));
    }

    /**
     * Whether a record of this age is usually ready, so that a missing one may belong to another
     * account.
     */
    public boolean isUsuallyReady(Claim claim, RunTime now) {
        return now.since(startOf(claim)).compareTo(latest) >= 0;
    }

    /** The start stated in an id counts only if it lies before the id was tracked. */
    private static Instant startOf(Claim claim) {
        return claim.id().startedAt().filter(claim.since()::isAfter).orElse(claim.since());
    }
}
