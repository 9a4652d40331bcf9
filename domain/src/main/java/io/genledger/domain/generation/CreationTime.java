package io.genledger.domain.generation;

import java.time.Instant;
import java.util.Optional;

/**
 * The time of creation, and where it was read. Until 2025 {@code created_at} is about the end of
 * the generation, since 2026 its start (OPENROUTER.md §3.7).
 *
 * @param at the moment with all digits of the document; a ledger keeps microseconds ({@link
 *     io.genledger.domain.ledger.LedgerEntry#createdAt})
 * @param basis where the moment was read
 */
public record CreationTime(Instant at, Basis basis) {

    /** Where a time of creation was read, the best source first. */
    public enum Basis {
        /** {@code created_at} of the record. */
        RECORD,
        /** The second in the id: the start of the request. */
        ID,
        /** The time at which the document was received; the generation was created before. */
        RECEIPT
    }

    /** The time that a record states in {@code created_at}. */
    public static CreationTime recorded(Instant at) {
        return new CreationTime(at, Basis.RECORD);
    }

    /**
     * The time from the best source there is.
     *
     * @param recorded {@code created_at}; empty if the record does not state it
     * @param receivedAt the time at which the document was received
     */
    public static CreationTime of(Optional<Instant> recorded, GenerationId id, Instant receivedAt) {
        return recorded.map(CreationTime::recorded)
                .or(() -> id.startedAt().map(at -> new CreationTime(at, Basis.ID)))
                .orElseGet(() -> new CreationTime(receivedAt, Basis.RECEIPT));
    }
}
