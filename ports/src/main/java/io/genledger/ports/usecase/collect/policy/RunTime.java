package io.genledger.ports.usecase.collect.policy;

import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

/**
 * The present time of a run.
 *
 * @param wall by the wall clock, which all processes share and which may be set
 * @param monotonic by the monotonic clock, which started at the wall time of the process's start
 */
public record RunTime(Instant wall, Instant monotonic) {

    /** The present time of {@code runtime}. */
    public static RunTime of(RunEnvironment runtime) {
        return new RunTime(runtime.clock().instant(), runtime.monotonic().instant());
    }

    /**
     * The time since {@code start}. If the clocks disagree, because the wall clock was set while
     * the process runs, the shorter of both, so that no id seems older than it is. After the
     * machine was suspended, when the monotonic clock stands still, an id may seem younger than it
     * is.
     *
     * @param start a time by the wall clock
     */
    Duration since(Instant start) {
        Duration byWall = Duration.between(start, wall);
        Duration byMonotonic = Duration.between(start, monotonic);
        boolean startedAfterTheClockWasSet = byMonotonic.isNegative();
        return startedAfterTheClockWasSet ? byWall : Collections.min(List.of(byWall, byMonotonic));
    }
}
