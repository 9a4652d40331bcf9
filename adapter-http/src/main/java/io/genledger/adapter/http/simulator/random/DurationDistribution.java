package io.genledger.adapter.http.simulator.random;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** A probability distribution of durations. */
@FunctionalInterface
public interface DurationDistribution {

    /** The next random duration, never negative. */
    Duration next(RandomGenerator random);

    /**
     * Uniformly distributed whole nanoseconds.
     *
     * @param shortest inclusive
     * @param longest inclusive, not shorter than {@code shortest}
     */
    static DurationDistribution between(Duration shortest, Duration longest) {
        if (shortest.equals(longest)) {
            return random -> shortest;
        }
        long from = shortest.toNanos();
        long end = longest.toNanos() + 1;
        return random -> Duration.ofNanos(random.nextLong(from, end));
    }

    /**
     * The time from the second in an id until its record is readable, at most 17.8 s, as recorded
     * (OPENROUTER.md §1.4). The comments of {@code readiness.tsv} state its derivation and limits.
     */
    static DurationDistribution recordedReadiness() {
        return RecordedReadiness.TABLE;
    }

    /** The same distribution with each duration divided by {@code factor}, at least 1. */
    default DurationDistribution fasterBy(int factor) {
        return random -> next(random).dividedBy(factor);
    }
}
