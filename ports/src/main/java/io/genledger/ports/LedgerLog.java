package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.util.List;

/** Remembers what happened to generations beside their records. */
@FunctionalInterface
public interface LedgerLog {

    /**
     * What happened to one generation, in order; forgotten ones too.
     *
     * @throws LedgerUnavailableException if the log cannot be read
     */
    List<LogEntry> of(GenerationId id);
}
