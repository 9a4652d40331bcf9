package io.genledger.ports.usecase.collect.attempt;

import io.genledger.ports.usecase.collect.policy.RunTime;
import java.time.Duration;

/** Detects that the wall clock was set back, by comparing it with the monotonic clock. */
final class ClockSteps {

    /** Smaller steps are corrections by the time service, and delay no id noticeably. */
    private static final Duration SMALLEST = Duration.ofSeconds(1);

    private Duration ahead;

    /** Compares from {@code now} on. */
    ClockSteps(RunTime now) {
        this.ahead = aheadAt(now);
    }

    /** Whether the wall clock was set back since the last call that returned true. */
    boolean wasSetBack(RunTime now) {
        Duration present = aheadAt(now);
        boolean setBack = present.plus(SMALLEST).compareTo(ahead) < 0;
        if (setBack || present.compareTo(ahead) > 0) {
            ahead = present;
        }
        return setBack;
    }

    private static Duration aheadAt(RunTime now) {
        return Duration.between(now.monotonic(), now.wall());
    }
}
