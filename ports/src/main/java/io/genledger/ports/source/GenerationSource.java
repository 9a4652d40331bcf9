package io.genledger.ports.source;

import io.genledger.domain.generation.GenerationId;

/** Fetches generation metadata. Thread-safe. */
@FunctionalInterface
public interface GenerationSource {

    /**
     * Fetches the metadata of {@code id} with one request; never retries. An error about another id
     * belongs to another request: it is an outage, not {@link FetchOutcome.NotFound}.
     *
     * @throws SourceUnavailableException if a later fetch may succeed
     * @throws SourceRefusedException if fetches of every id fail until the user fixes the cause
     */
    FetchOutcome fetch(GenerationId id);
}
