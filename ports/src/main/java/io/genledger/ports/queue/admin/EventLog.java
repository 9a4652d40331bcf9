package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** Reads the logged events of generations: given up, requeued, refreshed, forgotten. */
@FunctionalInterface
public interface EventLog {

    /**
     * The events of one generation in order of time; also of one that was forgotten.
     *
     * @throws LedgerUnavailableException if the log cannot be read
     */
    List<QueueEvent> of(GenerationId id);
}
