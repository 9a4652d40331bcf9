package io.genledger.ports.decorator;

import java.time.Duration;

/** Lets time pass; injected, so that no test ever sleeps. */
@FunctionalInterface
public interface Pause {

    /** Returns after {@code duration} or later. */
    void forAtLeast(Duration duration);
}
