package io.genledger.ports.usecase.collect.policy;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How much of a wait is random, so that clients that failed together do not return together. */
enum Jitter {
    /** Uniform between zero and the whole wait. */
    FULL(0, 100),
    /** Uniform between half of the wait and all of it. */
    HALF(50, 100),
    /** Uniform between 80 % and 120 % of the wait. */
    FIFTH(80, 120),
    /** None. */
    NONE(100, 100);

    private final int leastPercent;
    private final int mostPercent;

    Jitter(int leastPercent, int mostPercent) {
        this.leastPercent = leastPercent;
        this.mostPercent = mostPercent;
    }

    /** The wait with this jitter. */
    Duration of(Duration wait, RandomGenerator random) {
        Duration least = wait.multipliedBy(leastPercent).dividedBy(100);
        Duration range = wait.multipliedBy(mostPercent - leastPercent).dividedBy(100);
        return least.plusNanos(random.nextLong(range.toNanos() + 1));
    }
}
