package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;

/**
 * What a ledger holds of a generation.
 *
 * @param id which one
 * @param revision 1 for the first document, one more for each correction
 * @param document the original of that revision
 */
public record KeptGeneration(GenerationId id, int revision, MetadataDocument document) {}
