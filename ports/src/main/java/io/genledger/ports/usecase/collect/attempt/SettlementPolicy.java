package io.genledger.ports.usecase.collect.attempt;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.usecase.collect.backoff.ReadinessSchedule;
import io.genledger.ports.usecase.collect.backoff.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * Decides how to settle a claim that yielded no record: when its id is due again, or that it is
 * given up.
 */
public final class SettlementPolicy {

    /** So long that the next run fetches other ids first. */
    private static final Duration DUE_AFTER_FAULT = Duration.ofMinutes(10);

    private final ReadinessSchedule schedule;
    private final RetryPolicy retries;
    private final InstantSource clock;

    /** Decides by the age of an id and by its attempts so far. */
    public SettlementPolicy(ReadinessSchedule schedule, RetryPolicy retries, InstantSource clock) {
        this.schedule = schedule;
        this.retries = retries;
        this.clock = clock;
    }

    /** The source has no record of the id: deferred while the id is young, then given up. */
    AttemptResult.Settled notFound(Claim claim, String message) {
        Instant now = clock.instant();
        return schedule.next(claim, now)
                .map(due -> notReady(claim, now, due, message))
                .orElseGet(() -> givenUp(claim, now, message));
    }

    private static AttemptResult.Settled notReady(
            Claim claim, Instant now, Instant due, String message) {
        AttemptOutcome outcome = AttemptOutcome.of(now, Reason.NOT_READY, message);
        return new AttemptResult.Settled(new Settlement.Deferred(claim, due, outcome), message);
    }

    private static AttemptResult.Settled givenUp(Claim claim, Instant now, String message) {
        AttemptOutcome outcome = AttemptOutcome.of(now, Reason.NOT_FOUND, message);
        String reason =
                claim.refresh()
                        ? "not found when refreshed; the recorded revision stays: " + message
                        : "not found: " + message;
        return new AttemptResult.Settled(new Settlement.GivenUp(claim, outcome), reason);
    }

    /** The source rejected the id. */
    AttemptResult.Settled rejected(Claim claim, String message) {
        AttemptOutcome outcome = AttemptOutcome.of(clock.instant(), Reason.REJECTED, message);
        return new AttemptResult.Settled(
                new Settlement.Refused(claim, outcome), "refused: " + message);
    }

    /** The source returned the record of {@code other}: quarantined; the id is due again. */
    AttemptResult.Settled otherId(Claim claim, GenerationId other, MetadataDocument document) {
        String message = "the source returned the record of " + other + "; it is quarantined";
        return quarantined(claim, Reason.FOREIGN, message, document);
    }

    /** An id that failed and is not retried in this run: due again after a backoff. */
    AttemptResult.Settled failed(AttemptResult.Failed failure) {
        if (failure instanceof AttemptResult.Undecodable undecodable) {
            return quarantined(
                    undecodable.claim(),
                    Reason.UNREADABLE,
                    undecodable.reason(),
                    undecodable.document());
        }
        Claim claim = failure.claim();
        return deferred(
                claim,
                retries.dueAfterOutage(claim.attempts()),
                Reason.UNAVAILABLE,
                failure.reason());
    }

    /** Genledger itself failed on this id. */
    public Settlement faulted(AttemptResult.Faulted faulted) {
        return deferred(
                        faulted.claim(),
                        DUE_AFTER_FAULT,
                        Reason.FAULT,
                        "Genledger failed: " + faulted.fault())
                .settlement();
    }

    private AttemptResult.Settled quarantined(
            Claim claim, Reason reason, String message, MetadataDocument document) {
        Instant now = clock.instant();
        Instant due = now.plus(retries.dueAfterUnusableDocument(claim.attempts()));
        AttemptOutcome outcome = AttemptOutcome.of(now, reason, message);
        return new AttemptResult.Settled(
                new Settlement.Quarantined(claim, due, outcome, document), message);
    }

    private AttemptResult.Settled deferred(
            Claim claim, Duration wait, Reason reason, String message) {
        Instant now = clock.instant();
        AttemptOutcome outcome = AttemptOutcome.of(now, reason, message);
        return new AttemptResult.Settled(
                new Settlement.Deferred(claim, now.plus(wait), outcome), message);
    }
}
