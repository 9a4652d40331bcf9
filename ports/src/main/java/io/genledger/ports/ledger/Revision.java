package io.genledger.ports.ledger;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;

/**
 * What a ledger holds of a generation.
 *
 * @param id which one
 * @param number 1 for the first document, one more for each correction
 * @param document the original of that revision
 */
public record Revision(GenerationId id, int number, MetadataDocument document) {}
