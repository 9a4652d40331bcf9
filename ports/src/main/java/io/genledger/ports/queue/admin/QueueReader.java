package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the entries of the queue. */
public interface QueueReader {

    /**
     * The entries that {@code query} selects, ordered by the name of the state, then of the reason,
     * then by age, oldest first. Claimed entries are ordered as pending.
     *
     * @param most the most entries to list; 0 or more
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    List<QueueEntry> list(QueueQuery query, int most, Instant now);

    /**
     * Counts the entries that {@code query} selects by state and reason, ordered by both.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    List<QueueTotal> count(QueueQuery query, Instant now);

    /**
     * The entry of one id, also if it is recorded; empty if it was never tracked or was forgotten.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Optional<QueueEntry> find(GenerationId id, Instant now);
}
