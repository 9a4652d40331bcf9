package io.genledger.adapter.http.simulator;

import java.time.Duration;

/**
 * So many requests in each stretch of time, whoever sends them; the stretches follow each other.
 */
final class RateWindow {

    private final int most;
    private final Duration length;
    private long current = -1;
    private int used;

    RateWindow(int most, Duration length) {
        this.most = most;
        this.length = length;
    }

    /** Takes one place; false if there is none left. A late comer counts for the present window. */
    synchronized boolean admits(Duration since) {
        long window = since.dividedBy(length);
        if (window > current) {
            current = window;
            used = 0;
        }
        used++;
        return used <= most;
    }

    /** How long until the next window begins. */
    Duration rest(Duration since) {
        return length.multipliedBy(since.dividedBy(length) + 1).minus(since);
    }
}
