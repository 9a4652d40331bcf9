package io.genledger.ports.usecase;

import io.genledger.ports.Rereads;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Lets kept generations be read once more at a certain age, a batch at a time. */
final class Settling {

    private static final int BATCH = 1000;
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Rereads rereads;
    private final Optional<Duration> age;
    private final InstantSource clock;
    private Instant next = Instant.MIN;

    Settling(Rereads rereads, Optional<Duration> age, InstantSource clock) {
        this.rereads = rereads;
        this.age = age;
        this.clock = clock;
    }

    /** Puts some more into the queue now and then. */
    void enqueueNowAndThen() {
        Instant now = clock.instant();
        if (age.isPresent() && !now.isBefore(next)) {
            next = now.plus(enqueue() == BATCH ? SOON : EVERY);
        }
    }

    /** Puts some more into the queue now, if there are any. */
    boolean enqueuesMore() {
        return enqueue() > 0;
    }

    private int enqueue() {
        return age.map(old -> rereads.enqueue(old, BATCH, clock.instant())).orElse(0);
    }
}
