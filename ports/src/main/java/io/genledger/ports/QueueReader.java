package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Shows the queue to people. Each method fails only if the queue cannot be read. */
public interface QueueReader {

    /**
     * Entries by state and then by age, the oldest first.
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
