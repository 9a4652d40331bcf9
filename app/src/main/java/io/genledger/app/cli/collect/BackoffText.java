package io.genledger.app.cli.collect;

import io.genledger.app.cli.render.Times;
import java.time.Duration;
import java.time.Instant;

/** Backoffs in words. */
final class BackoffText {

    private static final Duration WORTH_A_TIME_OF_DAY = Duration.ofMinutes(1);

    private BackoffText() {}

    /** {@code backing off 1 min 30 s, until 2025-08-20T08:02:07Z: reason}. */
    static String sentence(Instant now, Instant until, String reason) {
        return "backing off %s: %s".formatted(span(now, until), reason);
    }

    /** The duration, followed by the end if that is a minute away or more. */
    static String span(Instant now, Instant until) {
        Duration backoff = Duration.between(now, until);
        return backoff.compareTo(WORTH_A_TIME_OF_DAY) < 0
                ? words(backoff)
                : words(backoff) + ", until " + Times.second(until);
    }

    /** The duration in whole seconds, rounded up; at least 1 s. */
    static String words(Duration backoff) {
        return Times.words(Duration.ofSeconds(Math.max(1, backoff.plusMillis(999).toSeconds())));
    }
}
