package io.genledger.ports.source;

import io.genledger.domain.generation.GenerationId;

/** Where generation metadata comes from. Safe for use by many threads. */
@FunctionalInterface
public interface GenerationSource {

    /**
     * Asks once.
     *
     * @throws SourceUnavailableException if asking later might work
     * @throws SourceRefusedException if no id will be answered until somebody has done something
     */
    FetchOutcome fetch(GenerationId id);
}
