package io.genledger.ports.queue.admin;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** Remembers what happened to generations beside their records. */
@FunctionalInterface
public interface EventLog {

    /**
     * Kind happened to one generation, in order; forgotten ones too.
     *
     * @throws LedgerUnavailableException if the log cannot be read
     */
    List<QueueEvent> of(GenerationId id);
}
