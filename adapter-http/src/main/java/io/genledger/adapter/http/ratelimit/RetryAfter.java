package io.genledger.adapter.http.ratelimit;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Parses the header {@code Retry-After} of RFC 9110: seconds, or an HTTP date. */
public final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /**
     * The time to wait from {@code now}, 0 to 24 h; longer values are reduced to 24 h. Empty if the
     * header is malformed.
     */
    public static Optional<Duration> parse(String header, Instant now) {
        return pause(header.strip(), now)
                .map(pause -> pause.isNegative() ? Duration.ZERO : pause)
                .map(pause -> pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    private static Optional<Duration> pause(String header, Instant now) {
        try {
            return Optional.of(Duration.ofSeconds(Long.parseLong(header)));
        } catch (NumberFormatException notSeconds) {
            return untilDate(header, now);
        }
    }

    private static Optional<Duration> untilDate(String header, Instant now) {
        try {
            Instant then = DateTimeFormatter.RFC_1123_DATE_TIME.parse(header, Instant::from);
            return Optional.of(Duration.between(now, then));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }
}
