package io.genledger.ports.usecase.collect.policy;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Decides how to settle a claim after its fetch: whether the id is recorded, when it is due again,
 * or that it is given up. The decision depends on the claim, the result and the time only.
 */
public final class SettlementPolicy {

    private final ReadinessSchedule schedule;

    /** Gives up ids that {@code schedule} gives up. */
    public SettlementPolicy(ReadinessSchedule schedule) {
        this.schedule = schedule;
    }

    /** How to settle {@code claim} after {@code result}. */
    public Decision decide(Claim claim, FetchResult result, RunTime now) {
        if (result instanceof FetchResult.Decoded decoded) {
            Recording recording =
                    new Recording(decoded.entry(), decoded.document(), claim.account());
            Settlement settlement = new Settlement.Recorded(claim, recording);
            return new Decision(settlement, Optional.of(Outcome.RECORDED), Optional.empty());
        }
        if (result instanceof FetchResult.Refused) {
            Settlement settlement = new Settlement.Released(claim);
            return new Decision(settlement, Optional.empty(), Optional.empty());
        }
        if (result instanceof FetchResult.NotFound missing) {
            return schedule.next(claim, now, jitter(claim))
                    .map(wait -> notReady(claim, wait, missing.message(), now))
                    .orElseGet(() -> notFound(claim, missing, now));
        }
        if (result instanceof FetchResult.Rejected rejected) {
            return rejected(claim, rejected.message(), now);
        }
        return failed(claim, result, now);
    }

    private static Decision failed(Claim claim, FetchResult result, RunTime now) {
        if (result instanceof FetchResult.Undecodable undecodable) {
            return quarantined(
                    claim, Reason.UNREADABLE, undecodable.reason(), undecodable.document(), now);
        }
        if (result instanceof FetchResult.OtherId other) {
            String reason =
                    "the source returned the record of " + other.other() + "; it is quarantined";
            return quarantined(claim, Reason.FOREIGN, reason, other.document(), now);
        }
        if (result instanceof FetchResult.Unavailable down) {
            return unavailable(claim, String.valueOf(down.outage().getMessage()), now);
        }
        String reason = "Genledger failed: " + ((FetchResult.Faulted) result).fault();
        Settlement settlement = deferred(claim, Backoffs.FAULT, Reason.FAULT, reason, now);
        return Decision.of(settlement, Outcome.FAILED, reason);
    }

    private static Decision notReady(Claim claim, Duration wait, String message, RunTime now) {
        AttemptOutcome outcome = AttemptOutcome.of(now.wall(), Reason.NOT_READY, message);
        Settlement settlement = new Settlement.Deferred(claim, now.wall().plus(wait), outcome);
        return Decision.of(settlement, Outcome.NOT_READY, message);
    }

    /** Another key may find the record later, so the id is not given up before it was asked. */
    private static Decision notFound(Claim claim, FetchResult.NotFound missing, RunTime now) {
        return missing.unasked()
                .map(why -> missing.message() + "; " + why)
                .map(reason -> unavailable(claim, reason, now))
                .orElseGet(() -> givenUp(claim, missing.message(), now));
    }

    private static Decision unavailable(Claim claim, String reason, RunTime now) {
        return Decision.of(
                deferred(claim, Backoffs.UNAVAILABLE, Reason.UNAVAILABLE, reason, now),
                Outcome.UNAVAILABLE,
                reason);
    }

    private static Decision givenUp(Claim claim, String message, RunTime now) {
        AttemptOutcome outcome = AttemptOutcome.of(now.wall(), Reason.NOT_FOUND, message);
        String reason =
                claim.refresh()
                        ? "not found when refreshed; the recorded revision stays: " + message
                        : "not found: " + message;
        return Decision.of(new Settlement.GivenUp(claim, outcome), Outcome.GIVEN_UP, reason);
    }

    private static Decision rejected(Claim claim, String message, RunTime now) {
        AttemptOutcome outcome = AttemptOutcome.of(now.wall(), Reason.REJECTED, message);
        Settlement settlement = new Settlement.Refused(claim, outcome);
        return Decision.of(settlement, Outcome.GIVEN_UP, "refused: " + message);
    }

    private static Decision quarantined(
            Claim claim, Reason why, String reason, MetadataDocument document, RunTime now) {
        Duration wait = Backoffs.UNUSABLE.after(claim.attempts(), jitter(claim));
        AttemptOutcome outcome = AttemptOutcome.of(now.wall(), why, reason);
        Settlement settlement =
                new Settlement.Quarantined(claim, now.wall().plus(wait), outcome, document);
        return Decision.of(settlement, Outcome.FAILED, reason);
    }

    private static Settlement deferred(
            Claim claim, Backoff backoff, Reason why, String reason, RunTime now) {
        Duration wait = backoff.after(claim.attempts(), jitter(claim));
        AttemptOutcome outcome = AttemptOutcome.of(now.wall(), why, reason);
        return new Settlement.Deferred(claim, now.wall().plus(wait), outcome);
    }

    /** From the id and its attempts, so that equal input gives an equal decision. */
    private static RandomGenerator jitter(Claim claim) {
        return new SplittableRandom(31L * claim.id().hashCode() + claim.attempts());
    }
}
