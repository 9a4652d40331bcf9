package io.genledger.adapter.http.simulator.chance;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something takes, drawn anew for each case. */
@FunctionalInterface
public interface Timing {

    /** One duration, not negative. */
    Duration drawn(RandomGenerator chance);

    /**
     * Evenly distributed, in whole nanoseconds.
     *
     * @param longest included, and not shorter than {@code shortest}
     */
    static Timing between(Duration shortest, Duration longest) {
        if (shortest.equals(longest)) {
            return chance -> shortest;
        }
        long from = shortest.toNanos();
        long end = longest.toNanos() + 1;
        return chance -> Duration.ofNanos(chance.nextLong(from, end));
    }

    /**
     * As records were seen to become readable after the second in their id, up to 17.8 s; the table
     * {@code readiness.tsv} says from what it was derived, and what it cannot show.
     */
    static Timing recordedReadiness() {
        return RecordedReadiness.TABLE;
    }

    /** The same distribution, so many times as fast. */
    default Timing fasterBy(int times) {
        return chance -> drawn(chance).dividedBy(times);
    }
}
