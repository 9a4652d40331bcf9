package io.genledger.adapter.http.simulator.behaviour;

import java.time.Duration;

/**
 * A rate limit by fixed windows: at most N requests in each. The first window begins at the
 * simulator's start.
 */
final class FixedWindowLimit {

    private final int most;
    private final Duration length;
    private long current = -1;
    private int used;

    FixedWindowLimit(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    /**
     * Counts one request and returns whether it is within the limit. A request whose time lies in
     * an earlier window is counted in the current one.
     *
     * @param since the time from the simulator's start to the request
     */
    synchronized boolean admits(Duration since) {
        long window = since.dividedBy(length);
        if (window > current) {
            current = window;
            used = 0;
        }
        used++;
        return used <= most;
    }

    /** The time from {@code since} to the beginning of the next window. */
    Duration untilNext(Duration since) {
        return length.multipliedBy(since.dividedBy(length) + 1).minus(since);
    }
}
