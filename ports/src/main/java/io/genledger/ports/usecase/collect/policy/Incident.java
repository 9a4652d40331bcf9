package io.genledger.ports.usecase.collect.policy;

import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Failures without a success between them. Times are by the monotonic clock.
 *
 * @param since time of the first failure
 * @param failures failures since the last backoff; 0 or more
 * @param backoffs backoffs of the whole run; 0 or more
 * @param firstBackoff start of the first of them; empty if there was none
 * @param backoffUntil end of the last backoff; empty if there was none
 * @param latest the newest failure
 */
public record Incident(
        Instant since,
        int failures,
        int backoffs,
        Optional<Instant> firstBackoff,
        Optional<Instant> backoffUntil,
        SourceUnavailableException latest) {

    static Incident startingAt(Instant now, SourceUnavailableException failure) {
        return new Incident(now, 0, 0, Optional.empty(), Optional.empty(), failure);
    }

    Incident failed(SourceUnavailableException failure) {
        return new Incident(since, failures + 1, backoffs, firstBackoff, backoffUntil, failure);
    }

    /** The run backs off from {@code now} to {@code until}, and counts failures anew. */
    Incident backingOff(Instant now, Instant until, SourceUnavailableException failure) {
        return new Incident(
                since,
                0,
                backoffs + 1,
                firstBackoff.or(() -> Optional.of(now)),
                Optional.of(until),
                failure);
    }

    /** The backoff of the run ends at {@code until} instead; it may have to begin now. */
    Incident prolongedTo(Instant now, Instant until) {
        return new Incident(
                since,
                failures,
                Math.max(1, backoffs),
                firstBackoff.or(() -> Optional.of(now)),
                Optional.of(until),
                latest);
    }

    /** The time since the first backoff of the run; zero if there was none. */
    Duration delayedFor(Instant now) {
        return firstBackoff.map(first -> Duration.between(first, now)).orElse(Duration.ZERO);
    }

    /** The remaining backoff; zero if there is none. */
    Duration backoffLeft(Instant now) {
        return backoffUntil
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }
}
