package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows the queue to people. */
public interface QueueReader {

    /**
     * Entries by the names of their states, then of their reasons, then by age, the oldest first;
     * those that are claimed are among those that are pending.
     *
     * @param most how many at most
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    List<QueueEntry> list(QueueQuery query, int most, Instant now);

    /**
     * Counts entries by state and reason, in the order of both.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    List<QueueTotal> count(QueueQuery query, Instant now);

    /**
     * The entry of one id, if it was ever tracked and not forgotten; recorded ones too.
     *
     * @throws LedgerUnavailableException if the queue cannot be read
     */
    Optional<QueueEntry> find(GenerationId id, Instant now);
}
