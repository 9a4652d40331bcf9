package io.genledger.ports.usecase.collect;

import io.genledger.domain.generation.GenerationId;
import java.util.Optional;

/** Receives the events of one run of {@link CollectGenerations}. Called by one thread. */
@FunctionalInterface
public interface CollectListener {

    /** The outcome of one id. */
    enum Outcome {
        /** Its record is new in the ledger. */
        RECORDED,
        /** Its record differs from the recorded one and became a new revision. */
        REVISED,
        /** Its record replaced the inline usage of a completion, which was provisional. */
        REPLACED,
        /** Its record equals the recorded one. */
        UNCHANGED,
        /** The source has no record of it yet; it stays pending. */
        NOT_READY,
        /** The source has no record of it, or rejected it; it is not fetched again. */
        GIVEN_UP,
        /** The source was unavailable or limited the rate; it stays pending. */
        UNAVAILABLE,
        /** Its document cannot be used, or Genledger failed; it stays pending. */
        FAILED;

        /** Whether the ledger holds the generation's record now. */
        public boolean isRecorded() {
            return this == RECORDED || this == REVISED || this == REPLACED || this == UNCHANGED;
        }
    }

    /**
     * An id has an outcome, and it is committed.
     *
     * @param reason why, for the user; empty if the outcome says it all
     */
    void outcome(GenerationId id, Outcome outcome, Optional<String> reason);

    /**
     * The source delays the run. Called once for each delay, however many requests fail in it and
     * however often the run backs off.
     */
    default void delayed(Delay delay) {}

    /** The source answers again after {@code delay}, which was reported. */
    default void resumed(Delay delay) {}

    /**
     * The ledger is unavailable, because another process uses it or it cannot be reached. The run
     * tries again until it is available. Called once for each reason.
     *
     * @param reason why, for the user
     */
    default void ledgerUnavailable(String reason) {}

    /** The ledger is available again after it was reported as unavailable. */
    default void ledgerAvailable() {}

    /** Counts so far. Called after outcomes were committed, and while the run waits. */
    default void progress(CollectSummary summary) {}
}
