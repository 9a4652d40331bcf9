package io.genledger.ports.queue;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.time.Instant;
import java.util.function.Function;

/** What came of a claim. */
public sealed interface Settlement {

    /** Of which claim. */
    Claim claim();

    /**
     * Here is the record, to be kept whoever claims the id by now.
     *
     * @param claim which claim
     * @param recording the entry of the id that was asked for, and its document
     */
    record Recorded(Claim claim, Recording recording) implements Settlement {

        /**
         * @throws IllegalArgumentException if the entry is about another generation
         */
        public Recorded {
            if (!recording.entry().id().equals(claim.id())) {
                throw new IllegalArgumentException(
                        "a record of "
                                + recording.entry().id()
                                + " is no answer for "
                                + claim.id()
                                + "; set it aside");
            }
        }
    }

    /**
     * It is to be asked for again.
     *
     * @param claim which claim
     * @param due when
     * @param outcome what the attempt brought
     */
    record Deferred(Claim claim, Instant due, AttemptOutcome outcome) implements Settlement {}

    /**
     * It is to be asked for again, and the body that came is kept aside: it cannot be read, or is
     * about another generation.
     *
     * @param claim which claim
     * @param due when
     * @param outcome what is wrong with the body
     * @param document the body as it came
     */
    record Quarantined(Claim claim, Instant due, AttemptOutcome outcome, MetadataDocument document)
            implements Settlement {}

    /**
     * It will not be asked for again unless somebody revives it. A generation whose record is kept
     * stays recorded.
     *
     * @param claim which claim
     * @param outcome why
     */
    record GivenUp(Claim claim, AttemptOutcome outcome) implements Settlement {}

    /**
     * The source will not answer for it, so it will not be asked for again unless somebody revives
     * it. A generation whose record is kept stays recorded.
     *
     * @param claim which claim
     * @param outcome what the source said
     */
    record Refused(Claim claim, AttemptOutcome outcome) implements Settlement {}

    /**
     * It was not asked for after all, and is due as before.
     *
     * @param claim which claim
     */
    record Released(Claim claim) implements Settlement {}

    /** Answers for each of the cases; a new one would not compile. */
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
        if (this instanceof Deferred again) {
            return deferred.apply(again);
        }
        if (this instanceof Quarantined document) {
            return quarantined.apply(document);
        }
        if (this instanceof GivenUp over) {
            return givenUp.apply(over);
        }
        return this instanceof Refused no ? refused.apply(no) : released.apply((Released) this);
    }
}
