package io.genledger.app.cli.collect;

import io.genledger.app.cli.render.Times;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A backoff in words. */
final class BackoffText {

    private static final Duration WORTH_A_TIME_OF_DAY = Duration.ofMinutes(1);

    private BackoffText() {}

    /** How long it lasts, its end if that is a minute away or more, and the reason. */
    static String sentence(Instant now, Instant until, String reason) {
        return "backing off %s: %s".formatted(span(now, until), reason);
    }

    static String span(Instant now, Instant until) {
        Duration backoff = Duration.between(now, until);
        return backoff.compareTo(WORTH_A_TIME_OF_DAY) < 0
                ? words(backoff)
                : words(backoff) + ", until " + until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How long, in seconds rounded up. */
    static String words(Duration backoff) {
        return Times.words(Duration.ofSeconds(Math.max(1, backoff.plusMillis(999).toSeconds())));
    }
}
