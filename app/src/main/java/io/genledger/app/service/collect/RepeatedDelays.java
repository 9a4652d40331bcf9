package io.genledger.app.service.collect;

import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.time.Instant;

/**
 * Delays that were counted instead of being shown one by one.
 *
 * @param times number of delays
 * @param since time at which the first of them began
 * @param lasted their durations in all
 * @param last the last of them
 */
public record RepeatedDelays(int times, Instant since, Duration lasted, Delay last) {

    /** No delays, of which {@code first} will be the first. */
    static RepeatedDelays beginningWith(Delay first) {
        return new RepeatedDelays(0, first.since(), Duration.ZERO, first);
    }

    /** These delays, and one that has ended after {@code duration}. */
    RepeatedDelays plus(Delay delay, Duration duration) {
        return new RepeatedDelays(times + 1, since, lasted.plus(duration), delay);
    }
}
