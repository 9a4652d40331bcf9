package io.genledger.ports.usecase.collect.policy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * An exponential backoff.
 *
 * @param first the wait after the first failure; longer than zero
 * @param most the longest wait
 * @param jitter how much of each wait is random
 */
record Backoff(Duration first, Duration most, Jitter jitter) {

    /**
     * The wait after another failure: {@code first}, doubled for each earlier failure up to {@code
     * most}.
     *
     * @param earlier number of failures before this one; 0 or more
     */
    Duration after(int earlier, RandomGenerator random) {
        Duration wait = first;
        for (int i = 0; i < earlier && wait.compareTo(most) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return jitter.of(Collections.min(List.of(wait, most)), random);
    }
}
