package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/** Watches a collection. Called by one thread. */
@FunctionalInterface
public interface CollectListener {

    /** What became of one generation. */
    enum Outcome {
        /** It is in the ledger now. */
        RECORDED,
        /** It was in the ledger, and says something else now. */
        REVISED,
        /** It was in the ledger, and says the same. */
        UNCHANGED,
        /** It is not there yet. */
        NOT_READY,
        /** It will not be asked for again. */
        GIVEN_UP,
        /** It could not be fetched or read. */
        FAILED
    }

    /**
     * One generation was dealt with, and that is durable.
     *
     * @param reason why, for people; empty when it was recorded
     */
    void settled(GenerationId id, Outcome outcome, String reason);

    /**
     * The collection asks for nothing until then, because the source asked to be left alone or was
     * out of reach.
     *
     * @param until until when
     * @param reason why, for people
     */
    default void backoff(Instant until, String reason) {}

    /**
     * The ledger cannot be used now, because somebody else uses it or it is out of reach. It is
     * tried again and again; told once for each reason.
     *
     * @param reason what was in the way, for people
     */
    default void ledgerUnavailable(String reason) {}

    /** What was done so far; told after some verdicts, and again and again while all wait. */
    default void progress(CollectSummary summary) {}
}
