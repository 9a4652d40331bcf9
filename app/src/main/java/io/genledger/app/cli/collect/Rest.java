package io.genledger.app.cli.collect;

import io.genledger.app.cli.render.Spans;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Says that a collection rests. */
public final class Rest {

    /** Takes what a terminal shows on this line away. */
    public static final String ERASE_LINE = "\r\u001b[K";

    private static final Duration WORTH_A_MOMENT = Duration.ofMinutes(1);

    private Rest() {}

    /** For how long, until when if that is a while, and why. */
    static String sentence(Instant now, Instant until, String reason) {
        return "resting %s: %s".formatted(span(now, until), reason);
    }

    static String span(Instant now, Instant until) {
        Duration rest = Duration.between(now, until);
        return rest.compareTo(WORTH_A_MOMENT) < 0
                ? words(rest)
                : words(rest) + ", until " + until.truncatedTo(ChronoUnit.SECONDS);
    }

    /** How long; a beginning second counts. */
    static String words(Duration rest) {
        return Spans.words(Duration.ofSeconds(Math.max(1, rest.plusMillis(999).toSeconds())));
    }
}
