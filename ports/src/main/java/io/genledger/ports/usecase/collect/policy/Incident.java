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
 * @param backoffUntil end of the last backoff; empty if there was none
 * @param latest the newest failure
 */
public record Incident(
        Instant since,
        int failures,
        int backoffs,
        Optional<Instant> backoffUntil,
        SourceUnavailableException latest) {

    static Incident startingAt(Instant now, SourceUnavailableException failure) {
        return new Incident(now, 0, 0, Optional.empty(), failure);
    }

    Incident failed(SourceUnavailableException failure) {
        return new Incident(since, failures + 1, backoffs, backoffUntil, failure);
    }

    /** The run backs off until {@code until}, and counts failures anew. */
    Incident backingOffUntil(Instant until, SourceUnavailableException failure) {
        return new Incident(since, 0, backoffs + 1, Optional.of(until), failure);
    }

    /** The last backoff ends at {@code until}, unless it ends later. */
    Incident prolongedTo(Instant until) {
        return new Incident(
                since,
                failures,
                backoffs,
                backoffUntil.filter(until::isBefore).or(() -> Optional.of(until)),
                latest);
    }

    /** The remaining backoff; zero if there is none. */
    Duration backoffLeft(Instant now) {
        return backoffUntil
                .filter(now::isBefore)
                .map(until -> Duration.between(now, until))
                .orElse(Duration.ZERO);
    }
}
