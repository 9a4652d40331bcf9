package io.genledger.ports.source;

import io.genledger.domain.generation.GenerationId;

/** Fetches generation metadata. Thread-safe. */
@FunctionalInterface
public interface GenerationSource {

    /**
     * Fetches the metadata of {@code id} with one request; never retries.
     *
     * @throws SourceUnavailableException if a later fetch may succeed
     * @throws SourceRefusedException if fetches of every id fail until the user fixes the cause
     */
    FetchOutcome fetch(GenerationId id);
}
