package io.genledger.app.cli.render;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments for people. */
final class Moments {

    private Moments() {}

    /** To the second, UTC. */
    static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** {@code now} if it is past, else in how long. */
    static String due(Instant due, Instant now) {
        return due.isAfter(now) ? "in " + Spans.words(Duration.between(now, due)) : "now";
    }
}
