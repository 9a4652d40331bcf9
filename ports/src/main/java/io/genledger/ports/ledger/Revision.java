package io.genledger.ports.ledger;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;

/**
 * One recorded version of a generation.
 *
 * @param id the generation
 * @param number 1 for the first revision, one more for each correction
 * @param account the account of its recording
 * @param document the original document of the revision
 */
public record Revision(
        GenerationId id, int number, AccountName account, MetadataDocument document) {

    /** A revision of {@link AccountName#DEFAULT}. */
    public Revision(GenerationId id, int number, MetadataDocument document) {
        this(id, number, AccountName.DEFAULT, document);
    }
}
