package io.genledger.app.cli.text;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments and spans for people. */
final class Moments {

    private Moments() {}

    /** To the second, UTC. */
    static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** How long in the one unit that tells most: {@code 45 s}, {@code 3 h}. Not negative. */
    static String span(Duration span) {
        if (span.compareTo(Duration.ofMinutes(2)) < 0) {
            return Math.max(0, span.toSeconds()) + " s";
        }
        if (span.compareTo(Duration.ofHours(2)) < 0) {
            return span.toMinutes() + " min";
        }
        return span.compareTo(Duration.ofDays(2)) < 0
                ? span.toHours() + " h"
                : span.toDays() + " d";
    }

    /** {@code now} if it is past, else in how long. */
    static String due(Instant due, Instant now) {
        return due.isAfter(now) ? "in " + span(Duration.between(now, due)) : "now";
    }
}
