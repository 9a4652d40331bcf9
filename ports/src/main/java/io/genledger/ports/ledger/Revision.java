package io.genledger.ports.ledger;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;

/**
 * One recorded version of a generation.
 *
 * @param id the generation
 * @param number 1 for the first revision, one more for each correction
 * @param document the original document of the revision
 */
public record Revision(GenerationId id, int number, MetadataDocument document) {}
