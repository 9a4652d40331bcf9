package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;

/** Watches a collection. Called by one thread, after the fact is durable. */
@FunctionalInterface
public interface CollectListener {

    /** What became of one generation. */
    enum Result {
        RECORDED,
        UNCHANGED,
        NOT_READY,
        GIVEN_UP,
        FAILED
    }

    /**
     * One generation was dealt with.
     *
     * @param reason why, for people; empty when it was recorded
     */
    void settled(GenerationId id, Result result, String reason);
}
