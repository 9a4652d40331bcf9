package io.genledger.ports.usecase.collect.policy;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.time.Instant;
import java.util.Optional;

/**
 * How a claim is settled.
 *
 * @param settlement the settlement
 * @param outcome the outcome of the id once that is committed; empty if the claim is released as if
 *     the id had not been fetched
 * @param reason why, for the user; empty if the outcome says it all
 */
public record Decision(Settlement settlement, Optional<Outcome> outcome, Optional<String> reason) {

    static Decision of(Settlement settlement, Outcome outcome, String reason) {
        return new Decision(settlement, Optional.of(outcome), Optional.of(reason));
    }

    /** The id of the claim. */
    public GenerationId id() {
        return settlement.claim().id();
    }

    /** The record that the settlement brings into the ledger; empty if it brings none. */
    public Optional<Recording> recording() {
        return settlement instanceof Settlement.Recorded recorded
                ? Optional.of(recorded.recording())
                : Optional.empty();
    }

    /** The outcome after the commit; empty if there is none, or the claim was lost. */
    public Optional<Outcome> outcomeAfter(SettlementResult committed) {
        return switch (committed) {
            case RECORDED -> Optional.of(Outcome.RECORDED);
            case REVISED -> Optional.of(Outcome.REVISED);
            case REPLACED -> Optional.of(Outcome.REPLACED);
            case UNCHANGED -> Optional.of(Outcome.UNCHANGED);
            case NOTED -> outcome;
            case LOST -> Optional.empty();
        };
    }

    /** This decision; an id that the source was unavailable for is not due before {@code start}. */
    public Decision notBefore(Instant start) {
        return settlement instanceof Settlement.Deferred deferred
                        && outcome.equals(Optional.of(Outcome.UNAVAILABLE))
                        && deferred.due().isBefore(start)
                ? new Decision(
                        new Settlement.Deferred(deferred.claim(), start, deferred.outcome()),
                        outcome,
                        reason)
                : this;
    }
}
