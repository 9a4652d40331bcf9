package io.genledger.ports.usecase.collect.backoff;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Random parts of pauses, so that clients that failed together do not return together. */
public final class Jitter {

    private final RandomGenerator random;

    /** Takes random numbers from {@code random}. */
    public Jitter(RandomGenerator random) {
        this.random = random;
    }

    /** Uniform between zero and {@code longest}: full jitter. */
    public Duration upTo(Duration longest) {
        return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
    }

    /** Uniform between half of {@code pause} and {@code pause}. */
    public Duration halfTo(Duration pause) {
        Duration half = pause.dividedBy(2);
        return half.plus(upTo(half));
    }

    /** Uniform between 80 % and 120 % of {@code pause}. */
    public Duration around(Duration pause) {
        Duration fifth = pause.dividedBy(5);
        return pause.minus(fifth).plus(upTo(fifth.multipliedBy(2)));
    }

    /** {@code first} doubled {@code times} times, limited to {@code longest}. */
    static Duration doubled(Duration first, int times, Duration longest) {
        Duration pause = first;
        for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
