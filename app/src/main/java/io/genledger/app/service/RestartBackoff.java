package io.genledger.app.service;

import java.time.Duration;

/** The pauses after failures in a row: 1 s, doubled after each up to a minute. */
public final class RestartBackoff {

    private static final int MOST_SECONDS = 60;

    private long seconds = 1;

    /** Without failures. */
    public RestartBackoff() {}

    /** The work made progress, so that the next failure is the first. */
    public void reset() {
        seconds = 1;
    }

    /** The pause after another failure. */
    public Duration next() {
        Duration pause = Duration.ofSeconds(seconds);
        seconds = Math.min(MOST_SECONDS, 2 * seconds);
        return pause;
    }
}
