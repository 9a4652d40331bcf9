package io.genledger.domain.generation;

import java.time.Instant;
import java.util.Optional;

/**
 * When the generation was created, and how that is known. Until 2025 OpenRouter meant about the end
 * of the generation, in 2026 its start (contract.md, "The fields of data").
 *
 * @param at the moment
 * @param basis where it was read
 */
public record CreationTime(Instant at, Basis basis) {

    /** Where a time of creation was read, best first. */
    public enum Basis {
        /** {@code created_at} of the record. */
        RECORD,
        /** The second that the id carries: the start of the request. */
        ID,
        /** The time the document was received: the generation is at least that old. */
        RECEIPT
    }

    /** The time that a record states in {@code created_at}. */
    public static CreationTime recorded(Instant at) {
        return new CreationTime(at, Basis.RECORD);
    }

    /**
     * The best time there is for a generation.
     *
     * @param recorded {@code created_at}, if the record has it
     * @param receivedAt when the document was received
     */
    public static CreationTime of(Optional<Instant> recorded, GenerationId id, Instant receivedAt) {
        return recorded.map(CreationTime::recorded)
                .or(() -> id.startedAt().map(at -> new CreationTime(at, Basis.ID)))
                .orElseGet(() -> new CreationTime(receivedAt, Basis.RECEIPT));
    }
}
