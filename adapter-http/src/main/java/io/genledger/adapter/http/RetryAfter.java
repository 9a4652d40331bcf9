package io.genledger.adapter.http;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The header {@code Retry-After} of RFC 9110: seconds, or the date of the next try. */
final class RetryAfter {

    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    /** How long to wait from {@code now}: never negative, at most a day; empty for garbage. */
    static Optional<Duration> parse(String header, Instant now) {
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
        } catch (DateTimeException garbage) {
            return Optional.empty();
        }
    }
}
