package io.genledger.domain.report;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch of time, open where no bound is given.
 *
 * @param since the first moment that belongs to it
 * @param until the first moment after it
 */
public record TimeRange(Optional<Instant> since, Optional<Instant> until) {

    /** All of time. */
    public static final TimeRange ALWAYS = new TimeRange(Optional.empty(), Optional.empty());

    /**
     * @throws IllegalArgumentException if it ends before it begins
     */
    public TimeRange {
        if (since.isPresent() && until.isPresent() && until.get().isBefore(since.get())) {
            throw new IllegalArgumentException(
                    "a period ends after it begins, not " + until.get() + " before " + since.get());
        }
    }

    /** Whether {@code moment} belongs to it. */
    public boolean contains(Instant moment) {
        return since.map(first -> !moment.isBefore(first)).orElse(true)
                && until.map(moment::isBefore).orElse(true);
    }
}
