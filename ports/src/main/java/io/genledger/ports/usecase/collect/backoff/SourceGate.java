package io.genledger.ports.usecase.collect.backoff;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Decides from the results of requests how many requests may start. Rate limits belong to the
 * account, not to one request, so one rate-limited response makes the whole run back off; so does a
 * series of failures. A refusal closes the gate for good. Thread-safe.
 *
 * <p>Each backoff starts a new epoch. Failures of requests sent in an earlier epoch belong to the
 * same incident and cause no second backoff.
 */
public final class SourceGate {

    private static final int MIN_FAILURES_IN_SERIES = 10;
    private static final int MAX_SERIES_OF_FAILURES = 3;
    private static final Duration FIRST_BACKOFF = Duration.ofSeconds(1);
    private static final Duration MAX_STEP = Duration.ofMinutes(1);

    /**
     * A longer {@code Retry-After} is shortened to this, because a date far ahead cannot be stored.
     */
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

    private final int concurrency;
    private final Optional<Duration> maxBackoff;
    private final InstantSource monotonic;
    private final Jitter jitter;
    private final ConcurrencyWindow window;

    private int epoch;
    private int failuresInSeries;
    private int backoffs;
    private Optional<Instant> backingOffSince = Optional.empty();
    private Instant backoffUntil = Instant.MIN;
    private boolean unavailable;
    private Optional<SourceRefusedException> refusal = Optional.empty();
    private Optional<SourceUnavailableException> outage = Optional.empty();

    /**
     * An open gate.
     *
     * @param concurrency the most requests under way at once, 1 or more
     * @param maxBackoff the longest backoff before the gate closes for good; empty if it never
     *     closes for that reason
     */
    public SourceGate(
            int concurrency,
            Optional<Duration> maxBackoff,
            InstantSource monotonic,
            Jitter jitter) {
        this.concurrency = concurrency;
        this.maxBackoff = maxBackoff;
        this.monotonic = monotonic;
        this.jitter = jitter;
        this.window = new ConcurrencyWindow(concurrency);
    }

    /** Whether a request may start now beside {@code underWay} others. */
    public synchronized boolean mayStart(int underWay) {
        return !isClosed()
                && underWay < window.size()
                && !monotonic.instant().isBefore(backoffUntil);
    }

    /**
     * Whether no further request of this run may start: the source refused or stays unavailable.
     */
    public synchronized boolean isClosed() {
        return refusal.isPresent() || unavailable;
    }

    /** The epoch of a request that starts now. */
    public synchronized int epoch() {
        return epoch;
    }

    /** How many requests may be under way at once. */
    public synchronized int concurrency() {
        return window.size();
    }

    /** The end of the backoff, by the monotonic clock; past if there is none. */
    public synchronized Instant backoffUntil() {
        return backoffUntil;
    }

    /** The remaining backoff; zero if there is none. */
    public synchronized Duration backoffLeft() {
        Instant now = monotonic.instant();
        return now.isBefore(backoffUntil) ? Duration.between(now, backoffUntil) : Duration.ZERO;
    }

    /** Why the source refused; empty if it did not. */
    public synchronized Optional<SourceRefusedException> refusal() {
        return refusal;
    }

    /** The newest outage; empty if there was none. */
    public synchronized Optional<SourceUnavailableException> outage() {
        return outage;
    }

    /** The source responded to a request, with or without a record. */
    public synchronized void succeeded(int requestEpoch) {
        if (requestEpoch == epoch) {
            failuresInSeries = 0;
            backoffs = 0;
            backingOffSince = Optional.empty();
            window.widen();
        }
    }

    /** The source refused a request, and so all others. */
    public synchronized void refused(SourceRefusedException why) {
        refusal = Optional.of(why);
    }

    /** A request failed or was rate limited. */
    public synchronized void failed(int requestEpoch, SourceUnavailableException why) {
        outage = Optional.of(why);
        if (why.isRateLimited()) {
            rateLimited(requestEpoch, why.retryAfter().filter(pause -> !pause.isZero()));
        } else if (requestEpoch == epoch) {
            failuresInSeries++;
            if (failuresInSeries >= seriesLength()) {
                unavailable = maxBackoff.isPresent() && backoffs >= MAX_SERIES_OF_FAILURES;
                backOff(nextStep());
            }
        }
    }

    private void rateLimited(int requestEpoch, Optional<Duration> retryAfter) {
        if (requestEpoch == epoch) {
            window.narrow();
            backOff(retryAfter.map(SourceGate::cut).orElseGet(this::nextStep));
        } else {
            retryAfter
                    .map(pause -> monotonic.instant().plus(cut(pause)))
                    .filter(later -> later.isAfter(backoffUntil))
                    .ifPresent(later -> backoffUntil = later);
        }
        Instant since = backingOffSince.orElse(backoffUntil);
        Duration backoff = Duration.between(since, backoffUntil);
        unavailable |= maxBackoff.filter(most -> backoff.compareTo(most) > 0).isPresent();
    }

    private void backOff(Duration pause) {
        Instant now = monotonic.instant();
        backingOffSince = backingOffSince.or(() -> Optional.of(now));
        backoffUntil = now.plus(pause);
        epoch++;
        backoffs++;
        failuresInSeries = 0;
    }

    /** After a backoff, fewer failures start the next one: the source has just failed. */
    private int seriesLength() {
        return backoffs > 0 ? window.size() : Math.max(MIN_FAILURES_IN_SERIES, 2 * concurrency);
    }

    private Duration nextStep() {
        return jitter.halfTo(Jitter.doubled(FIRST_BACKOFF, backoffs, MAX_STEP));
    }

    private static Duration cut(Duration retryAfter) {
        return retryAfter.compareTo(MAX_RETRY_AFTER) > 0 ? MAX_RETRY_AFTER : retryAfter;
    }
}
