package io.genledger.ports.queue;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.function.Function;

/** How a claim is finished. */
public sealed interface Settlement {

    /** The claim to finish. */
    Claim claim();

    /**
     * The id has its record, which enters the ledger even if the claim is lost.
     *
     * @param claim the claim, {@linkplain Claim#withAccount with the account} whose key fetched the
     *     record, which the queue entry gets as well
     * @param recording the record of the claimed id, with the claim's account
     */
    record Recorded(Claim claim, Recording recording) implements Settlement {
        /**
         * @throws IllegalArgumentException if the record is of another id or account
         */
        public Recorded {
            if (!recording.entry().id().equals(claim.id())) {
                throw new IllegalArgumentException(
                        "expected a record of "
                                + claim.id()
                                + ", was a record of "
                                + recording.entry().id()
                                + "; quarantine it");
            }
            if (!recording.account().equals(claim.account())) {
                throw new IllegalArgumentException(
                        "expected a record of the account "
                                + claim.account()
                                + ", was a record of "
                                + recording.account());
            }
        }
    }

    /**
     * The id is due again later.
     *
     * @param claim the claim
     * @param due time at which the id is due
     * @param outcome the outcome of the attempt
     */
    record Deferred(Claim claim, Instant due, AttemptOutcome outcome) implements Settlement {}

    /**
     * The id is due again later, and the fetched document is quarantined, because it cannot be
     * decoded or is the record of another id.
     *
     * @param claim the claim
     * @param due time at which the id is due
     * @param outcome what is wrong with the document
     * @param document the document to quarantine
     */
    record Quarantined(Claim claim, Instant due, AttemptOutcome outcome, MetadataDocument document)
            implements Settlement {}

    /**
     * The id is not fetched again unless it is requeued. A recorded generation stays recorded.
     *
     * @param claim the claim
     * @param outcome why it is given up
     */
    record GivenUp(Claim claim, AttemptOutcome outcome) implements Settlement {}

    /**
     * The source rejected the id, so it is not fetched again unless it is requeued. A recorded
     * generation stays recorded.
     *
     * @param claim the claim
     * @param outcome the source's message
     */
    record Refused(Claim claim, AttemptOutcome outcome) implements Settlement {}

    /**
     * The id was not fetched and is due as before.
     *
     * @param claim the claim
     */
    record Released(Claim claim) implements Settlement {}

    /** Applies the function of this case and returns its result. */
    default <R> R fold(
            Function<Recorded, R> recorded,
            Function<Deferred, R> deferred,
            Function<Quarantined, R> quarantined,
            Function<GivenUp, R> givenUp,
            Function<Refused, R> refused,
            Function<Released, R> released) {
        if (this instanceof Recorded record) {
            return recorded.apply(record);
        }
        if (this instanceof Deferred later) {
            return deferred.apply(later);
        }
        if (this instanceof Quarantined document) {
            return quarantined.apply(document);
        }
        if (this instanceof GivenUp end) {
            return givenUp.apply(end);
        }
        return this instanceof Refused rejection
                ? refused.apply(rejection)
                : released.apply((Released) this);
    }
}
