package io.genledger.ports.usecase;

import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Judges by its answers whether a source may be asked further, and how much at once. Limits are the
 * account's and not the request's, so one answer that asks for rest makes the whole collection
 * rest; so does a row of failures. A refusal ends it. Safe for use by many threads.
 *
 * <p>Requests belong to rounds: a rest ends a round, and what requests of an earlier round bring is
 * the same event, which makes nobody rest twice.
 */
final class SourceHealth {

    private static final int FEWEST_FAILURES = 10;
    private static final int MOST_ROWS_OF_FAILURES = 3;
    private static final Duration FIRST_REST = Duration.ofSeconds(1);
    private static final Duration LONGEST_STEP = Duration.ofMinutes(1);

    /** A source may ask for centuries, which no date and no database holds. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);

    private final CollectPlan plan;
    private final InstantSource steady;
    private final Jitter jitter;
    private final RequestWindow window;

    private int round;
    private int failuresInARow;
    private int rests;
    private Optional<Instant> restingSince = Optional.empty();
    private Instant restsUntil = Instant.MIN;
    private boolean outOfReach;
    private Optional<SourceRefusedException> refusal = Optional.empty();
    private Optional<SourceUnavailableException> outage = Optional.empty();

    SourceHealth(CollectPlan plan, InstantSource steady, Jitter jitter) {
        this.plan = plan;
        this.steady = steady;
        this.jitter = jitter;
        this.window = new RequestWindow(plan.concurrency());
    }

    /** Whether a request may start now beside so many that are under way. */
    synchronized boolean mayAsk(int underWay) {
        return !isOver() && underWay < window.size() && !steady.instant().isBefore(restsUntil);
    }

    /** Whether the source will not be asked again in this collection. */
    synchronized boolean isOver() {
        return refusal.isPresent() || outOfReach;
    }

    /** The round that a request which starts now belongs to. */
    synchronized int round() {
        return round;
    }

    /** How many requests may be under way at once. */
    synchronized int width() {
        return window.size();
    }

    /** Until when nobody asks, by the steady clock; some moment gone by if somebody may. */
    synchronized Instant restsUntil() {
        return restsUntil;
    }

    /** For how much longer nobody asks; zero if somebody may. */
    synchronized Duration restLeft() {
        Instant now = steady.instant();
        return now.isBefore(restsUntil) ? Duration.between(now, restsUntil) : Duration.ZERO;
    }

    /** Why the source refused, if it did. */
    synchronized Optional<SourceRefusedException> refusal() {
        return refusal;
    }

    /** Why the source could not be reached the last time that it could not, if ever. */
    synchronized Optional<SourceUnavailableException> outage() {
        return outage;
    }

    /** Learns from an answer to a request of {@code itsRound}. */
    synchronized void observe(int itsRound, Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            refusal = Optional.of(refused.refusal());
        } else if (answer instanceof Answer.Unavailable unavailable) {
            failed(itsRound, unavailable.outage());
        } else if (itsRound == round) {
            failuresInARow = 0;
            rests = 0;
            restingSince = Optional.empty();
            window.widen();
        }
    }

    private void failed(int itsRound, SourceUnavailableException why) {
        outage = Optional.of(why);
        if (why.asksToSlowDown()) {
            slowDown(itsRound, why.retryAfter().filter(pause -> !pause.isZero()));
        } else if (itsRound == round) {
            failuresInARow++;
            if (failuresInARow >= longestRow()) {
                outOfReach = !plan.keepsGoing() && rests >= MOST_ROWS_OF_FAILURES;
                restFor(nextStep());
            }
        }
    }

    private void slowDown(int itsRound, Optional<Duration> retryAfter) {
        if (itsRound == round) {
            window.narrow();
            restFor(retryAfter.map(SourceHealth::believed).orElseGet(this::nextStep));
        } else {
            retryAfter
                    .map(pause -> steady.instant().plus(believed(pause)))
                    .filter(later -> later.isAfter(restsUntil))
                    .ifPresent(later -> restsUntil = later);
        }
        Instant since = restingSince.orElse(restsUntil);
        outOfReach |=
                !plan.keepsGoing()
                        && Duration.between(since, restsUntil).compareTo(plan.longestRest()) > 0;
    }

    private void restFor(Duration pause) {
        Instant now = steady.instant();
        restingSince = restingSince.or(() -> Optional.of(now));
        restsUntil = now.plus(pause);
        round++;
        rests++;
        failuresInARow = 0;
    }

    /** A source that failed before its last rest is not asked as often again. */
    private int longestRow() {
        return rests > 0 ? window.size() : Math.max(FEWEST_FAILURES, 2 * plan.concurrency());
    }

    private Duration nextStep() {
        return jitter.mostOf(Jitter.doubled(FIRST_REST, rests, LONGEST_STEP));
    }

    private static Duration believed(Duration pause) {
        return pause.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : pause;
    }
}
