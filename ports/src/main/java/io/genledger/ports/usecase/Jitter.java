package io.genledger.ports.usecase;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that grow and are drawn at random, so that many who wait do not come back at once. */
final class Jitter {

    private final RandomGenerator random;

    Jitter(RandomGenerator random) {
        this.random = random;
    }

    /** Evenly from nothing up to {@code longest}: full jitter. */
    Duration upTo(Duration longest) {
        return Duration.ofNanos(random.nextLong(longest.toNanos() + 1));
    }

    /** Evenly from half of {@code pause} up to all of it. */
    Duration mostOf(Duration pause) {
        Duration half = pause.dividedBy(2);
        return half.plus(upTo(half));
    }

    /** Evenly from a fifth less than {@code pause} to a fifth more. */
    Duration around(Duration pause) {
        Duration fifth = pause.dividedBy(5);
        return pause.minus(fifth).plus(upTo(fifth.multipliedBy(2)));
    }

    /** {@code first} doubled so many times, but not beyond {@code longest}. */
    static Duration doubled(Duration first, int times, Duration longest) {
        Duration pause = first;
        for (int i = 0; i < times && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }
}
