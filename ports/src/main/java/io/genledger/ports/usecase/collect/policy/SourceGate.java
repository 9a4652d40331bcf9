package io.genledger.ports.usecase.collect.policy;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Decides from the results of requests how many requests may start. Rate limits belong to the
 * account, not to one request, so one rate-limited response makes the whole run back off; so does a
 * series of failures. A refusal closes the gate for good. Thread-safe.
 *
 * <p>A stated {@code Retry-After} says when the source accepts requests again, so all requests then
 * start. Without it, the source may be overloaded, and half as many requests run at once.
 *
 * <p>Each backoff starts a new epoch. Failures of requests sent in an earlier epoch belong to the
 * same incident and cause no second backoff.
 */
public final class SourceGate {

    private static final int MIN_FAILURES_IN_SERIES = 10;
    private static final int MOST_BACKOFFS_WHILE_UNAVAILABLE = 3;

    /**
     * A longer {@code Retry-After} is shortened to this, because a date far ahead cannot be stored.
     */
    private static final Duration MAX_RETRY_AFTER = Duration.ofDays(1);

    private final int concurrency;
    private final Optional<Duration> maxBackoff;
    private final InstantSource monotonic;
    private final RandomGenerator random;
    private final ConcurrencyWindow window;

    private int epoch;
    private Optional<Incident> incident = Optional.empty();
    private boolean staysUnavailable;
    private Optional<SourceRefusedException> refusal = Optional.empty();
    private Optional<SourceUnavailableException> outage = Optional.empty();

    /**
     * An open gate.
     *
     * @param concurrency the most requests under way at once, 1 or more
     * @param maxBackoff the longest delay by the source before the gate closes for good; empty if
     *     it never closes for that reason
     */
    public SourceGate(
            int concurrency,
            Optional<Duration> maxBackoff,
            InstantSource monotonic,
            RandomGenerator random) {
        this.concurrency = concurrency;
        this.maxBackoff = maxBackoff;
        this.monotonic = monotonic;
        this.random = random;
        this.window = new ConcurrencyWindow(concurrency);
    }

    /**
     * The epoch of a request that starts now beside {@code underWay} others; empty if none may
     * start.
     *
     * @param now the present time by the monotonic clock
     */
    public synchronized Optional<Integer> epochOfStart(int underWay, Instant now) {
        return !isClosed() && underWay < window.size() && backoffLeft(now).isZero()
                ? Optional.of(epoch)
                : Optional.empty();
    }

    /**
     * Whether no further request of this run may start: the source refused or stays unavailable.
     */
    public synchronized boolean isClosed() {
        return refusal.isPresent() || staysUnavailable;
    }

    /** How many requests may be under way at once. */
    public synchronized int concurrency() {
        return window.size();
    }

    /** The present incident; empty if the last request of this epoch did not fail. */
    public synchronized Optional<Incident> incident() {
        return incident;
    }

    /**
     * The remaining backoff of the run; zero if there is none.
     *
     * @param now the present time by the monotonic clock
     */
    public synchronized Duration backoffLeft(Instant now) {
        return incident.map(present -> present.backoffLeft(now)).orElse(Duration.ZERO);
    }

    /** Why the source refused; empty if it did not. */
    public synchronized Optional<SourceRefusedException> refusal() {
        return refusal;
    }

    /** The newest failure, also of an incident that is over; empty if there was none. */
    public synchronized Optional<SourceUnavailableException> outage() {
        return outage;
    }

    /** The source responded to a request, with or without a record. */
    public synchronized void succeeded(int requestEpoch) {
        if (requestEpoch == epoch) {
            incident = Optional.empty();
            window.widen();
        }
    }

    /** The source refused a request, and so all others. */
    public synchronized void refused(SourceRefusedException why) {
        refusal = Optional.of(why);
    }

    /** A request failed or was rate limited. */
    public void failed(int requestEpoch, SourceUnavailableException why) {
        // Read before the lock, which no injected code may hold.
        Instant now = monotonic.instant();
        RandomGenerator jitter = new SplittableRandom(random.nextLong());
        synchronized (this) {
            outage = Optional.of(why);
            Incident present = incident.orElseGet(() -> Incident.startingAt(now, why));
            if (requestEpoch == epoch) {
                incident = Optional.of(failedInThisEpoch(present, why, now, jitter));
            } else if (why.isRateLimited()) {
                incident =
                        retryAfter(why)
                                .map(wait -> prolonged(present, wait, now))
                                .or(() -> incident);
            }
        }
    }

    private Incident failedInThisEpoch(
            Incident present, SourceUnavailableException why, Instant now, RandomGenerator jitter) {
        if (why.isRateLimited()) {
            Optional<Duration> retryAfter = retryAfter(why);
            if (retryAfter.isEmpty() && present.backoffs() == 0) {
                window.narrow();
            }
            Duration wait =
                    retryAfter.orElseGet(
                            () -> Backoffs.RATE_LIMIT.after(present.backoffs(), jitter));
            closeBeyondMaxBackoff(present.delayedFor(now).plus(wait));
            return backingOff(present, now, wait, why);
        }
        Incident failed = present.failed(why);
        if (failed.failures() < seriesLength(present)) {
            return failed;
        }
        staysUnavailable |=
                maxBackoff.isPresent() && present.backoffs() >= MOST_BACKOFFS_WHILE_UNAVAILABLE;
        Duration wait = Backoffs.RUN.after(present.backoffs(), jitter);
        return backingOff(failed, now, wait, why);
    }

    private Incident backingOff(
            Incident present, Instant now, Duration wait, SourceUnavailableException why) {
        epoch++;
        return present.backingOff(now, now.plus(wait), why);
    }

    /**
     * Responses that belong to the same incident differ by their latency, which is no delay. A
     * later end begins a new epoch, so that no success of the present one ends the backoff.
     */
    private Incident prolonged(Incident present, Duration retryAfter, Instant now) {
        closeBeyondMaxBackoff(retryAfter);
        Instant until = now.plus(retryAfter);
        if (present.backoffUntil().filter(until::isBefore).isPresent()) {
            return present;
        }
        epoch++;
        return present.prolongedTo(now, until);
    }

    private void closeBeyondMaxBackoff(Duration delay) {
        staysUnavailable |= maxBackoff.filter(most -> delay.compareTo(most) > 0).isPresent();
    }

    /** After a backoff, fewer failures start the next one: the source has just failed. */
    private int seriesLength(Incident present) {
        return present.backoffs() > 0
                ? window.size()
                : Math.max(MIN_FAILURES_IN_SERIES, 2 * concurrency);
    }

    /** The wait that the source asks for; empty if it asks for none. */
    private static Optional<Duration> retryAfter(SourceUnavailableException why) {
        return why.retryAfter()
                .filter(wait -> !wait.isZero())
                .map(wait -> Collections.min(List.of(wait, MAX_RETRY_AFTER)));
    }
}
