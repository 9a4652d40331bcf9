package io.genledger.ports.usecase;

import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.usecase.Askers.Answered;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One collection under way, as its own thread sees it: claim ahead, let the askers ask, make their
 * answers durable, tell.
 */
final class Collecting {

    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(1);

    private final CollectPlan plan;
    private final CollectListener listener;
    private final StopSignal stop;
    private final Machine machine;
    private final SourceHealth health;
    private final ClaimedWork work;
    private final Askers askers;
    private final Retries retries;
    private final Settling settling;
    private final Verdicts verdicts;

    /** What is to be made durable; it stays here while the ledger is in use by somebody else. */
    private final List<Answer> judged = new ArrayList<>();

    private Instant restTold = Instant.MIN;

    /** Why the ledger cannot be used at the moment, as it was told. */
    private String waitsFor = "";

    Collecting(
            CollectPlan plan,
            CollectListener listener,
            StopSignal stop,
            Machine machine,
            SourceHealth health,
            ClaimedWork work,
            Askers askers,
            Retries retries,
            Settling settling,
            Verdicts verdicts) {
        this.plan = plan;
        this.listener = listener;
        this.stop = stop;
        this.machine = machine;
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
                work.waitingForRetry().stream().flatMap(this::lastVerdict).forEach(judged::add);
                keepJudged();
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
        boolean ended = false;
        while (!ended && !stop.isRequested()) {
            try {
                ended = !goesOnAfterATurn();
                waitsFor = "";
            } catch (LedgerUnavailableException failure) {
                outlive(failure);
            }
        }
    }

    private boolean goesOnAfterATurn() {
        Instant now = machine.steady().instant();
        boolean asking = !health.isOver() && !stop.isDrainRequested();
        work.extendLeases();
        if (asking) {
            takeOnMore();
            askers.start();
        }
        boolean idle = askers.isIdle();
        List<Answered> answered = askers.answered();
        answered.stream().flatMap(this::retriedOrJudged).forEach(judged::add);
        if (!answered.isEmpty() || !judged.isEmpty()) {
            keepJudged();
        } else if (idle && (!asking || isFinished())) {
            return false;
        } else {
            await(idle, now);
        }
        return true;
    }

    private void takeOnMore() {
        work.refill();
        int room = work.room();
        if (settling.enqueues(room)) {
            work.claim(room);
        }
    }

    /** Who keeps going waits for others that use the ledger; nothing is lost meanwhile. */
    private void outlive(LedgerUnavailableException failure) {
        if (!plan.keepsGoing() || !failure.mayPass() || stop.isDrainRequested()) {
            throw failure;
        }
        String why = String.valueOf(failure.getMessage());
        if (!why.equals(waitsFor)) {
            waitsFor = why;
            listener.waitsForLedger(why);
        }
        askers.awaitUntil(machine.steady().instant().plus(BETWEEN_TRIES));
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
            Instant until = machine.clock().instant().plus(health.restLeft());
            health.outage()
                    .ifPresent(why -> listener.rests(until, String.valueOf(why.getMessage())));
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

    private void keepJudged() {
        if (judged.isEmpty()) {
            return;
        }
        List<Answer> answers = List.copyOf(judged);
        List<Verdicts.Verdict> durable = verdicts.keep(answers);
        judged.clear();
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
