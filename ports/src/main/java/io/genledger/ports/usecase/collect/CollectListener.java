package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/** Receives the events of one run of {@link CollectGenerations}. Called by one thread. */
@FunctionalInterface
public interface CollectListener {

    /** The outcome of one id. */
    enum Outcome {
        /** Its record is new in the ledger. */
        RECORDED,
        /** Its record differs from the recorded one and became a new revision. */
        REVISED,
        /** Its record equals the recorded one. */
        UNCHANGED,
        /** The source has no record of it yet; it stays pending. */
        NOT_READY,
        /** The source has no record of it, or rejected it; it is not fetched again. */
        GIVEN_UP,
        /** It could not be fetched or decoded; it stays pending. */
        FAILED;

        /** Whether the ledger holds the generation's record now. */
        public boolean isRecorded() {
            return this == RECORDED || this == REVISED || this == UNCHANGED;
        }
    }

    /**
     * An id has an outcome, and it is committed.
     *
     * @param reason why, for the user; empty for {@link Outcome#RECORDED}
     */
    void outcome(GenerationId id, Outcome outcome, String reason);

    /**
     * The run makes no request until {@code until}, because the source limited the rate or was
     * unavailable.
     *
     * @param until end of the backoff, by the wall clock
     * @param reason why, for the user
     */
    default void backoff(Instant until, String reason) {}

    /**
     * The ledger is unavailable, because another process uses it or it cannot be reached. The run
     * tries again until it is available. Called once for each reason.
     *
     * @param reason why, for the user
     */
    default void ledgerUnavailable(String reason) {}

    /** Counts so far. Called after outcomes were committed, and while the run waits. */
    default void progress(CollectSummary summary) {}
}
