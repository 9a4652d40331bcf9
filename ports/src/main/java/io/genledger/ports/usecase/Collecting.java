package io.genledger.ports.usecase;

import io.genledger.ports.usecase.Askers.Answered;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One collection under way, as its own thread sees it: claim ahead, let the askers ask, make their
 * answers durable, tell.
 */
final class Collecting {

    private final CollectPlan plan;
    private final CollectListener listener;
    private final StopSignal stop;
    private final InstantSource clock;
    private final SourceHealth health;
    private final ClaimedWork work;
    private final Askers askers;
    private final Retries retries;
    private final Settling settling;
    private final Verdicts verdicts;
    private Instant restTold = Instant.MIN;

    Collecting(
            CollectPlan plan,
            CollectListener listener,
            StopSignal stop,
            InstantSource clock,
            SourceHealth health,
            ClaimedWork work,
            Askers askers,
            Retries retries,
            Settling settling,
            Verdicts verdicts) {
        this.plan = plan;
        this.listener = listener;
        this.stop = stop;
        this.clock = clock;
        this.health = health;
        this.work = work;
        this.askers = askers;
        this.retries = retries;
        this.settling = settling;
        this.verdicts = verdicts;
    }

    CollectSummary run() {
        Runnable close = askers::close;
        stop.onRequest(close);
        try {
            untilTheEnd();
            if (health.isOver()) {
                keep(work.waitingForRetry().stream().flatMap(this::lastVerdict).toList());
            }
        } catch (RuntimeException | Error failure) {
            releaseAfter(failure);
            throw failure;
        } finally {
            askers.close();
            stop.forget(close);
        }
        work.release();
        return summary();
    }

    private CollectSummary summary() {
        return verdicts.summary(health.refusal(), health.outage());
    }

    private void untilTheEnd() {
        while (!stop.isRequested()) {
            Instant now = clock.instant();
            boolean asking = !health.isOver() && !stop.isDrainRequested();
            if (asking) {
                settling.enqueueNowAndThen();
                work.refill();
                askers.start();
            }
            work.extendLeases();
            boolean idle = askers.isIdle();
            List<Answered> answered = askers.answered();
            if (!answered.isEmpty()) {
                keep(answered.stream().flatMap(this::retriedOrJudged).toList());
            } else if (idle && (!asking || isFinished())) {
                return;
            } else {
                await(idle, now);
            }
        }
    }

    /** Asks the queue for the last time, since what was due a moment ago is not all that is due. */
    private boolean isFinished() {
        return !plan.keepsGoing()
                && work.isEmpty()
                && !work.findsMore()
                && !settling.enqueuesMore();
    }

    private void await(boolean idle, Instant now) {
        Instant rested = health.restsUntil();
        if (!rested.equals(restTold) && !health.isOver()) {
            restTold = rested;
            health.outage()
                    .ifPresent(why -> listener.rests(rested, String.valueOf(why.getMessage())));
        }
        if (idle) {
            listener.soFar(summary());
        }
        askers.awaitUntil(
                Stream.concat(Stream.of(rested, askers.nextTurn()), work.moments())
                        .filter(moment -> moment.isAfter(now))
                        .min(Comparator.naturalOrder())
                        .orElseThrow());
    }

    /** Nothing is made durable of what is asked for again. */
    private Stream<Answer> retriedOrJudged(Answered answered) {
        if (!(answered.answer() instanceof Answer.Failed failure)) {
            return Stream.of(answered.answer());
        }
        Optional<Attempt> again = retries.next(answered.attempt(), failure);
        again.ifPresent(work::putBack);
        return again.isPresent() ? Stream.empty() : Stream.of(retries.verdict(failure));
    }

    private Stream<Answer> lastVerdict(Attempt attempt) {
        return attempt.lastFailure().map(retries::verdict).stream();
    }

    private void keep(List<Answer> answers) {
        if (answers.isEmpty()) {
            return;
        }
        List<Verdicts.Verdict> durable = verdicts.keep(answers);
        work.done(answers);
        verdicts.tell(durable);
        listener.soFar(summary());
        throwFaultIn(answers);
    }

    private static void throwFaultIn(List<Answer> answers) {
        for (Answer answer : answers) {
            if (answer instanceof Answer.Broken broken) {
                if (broken.fault() instanceof Error error) {
                    throw error;
                }
                throw (RuntimeException) broken.fault();
            }
        }
    }

    /** What is claimed shall not have to wait until the lease runs out. */
    private void releaseAfter(Throwable failure) {
        try {
            work.release();
        } catch (RuntimeException again) {
            failure.addSuppressed(new IllegalStateException("claims were not released", again));
        }
    }
}
