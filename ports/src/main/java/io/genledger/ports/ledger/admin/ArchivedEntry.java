package io.genledger.ports.ledger.admin;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.ContentDigest;
import io.genledger.ports.document.MetadataDocument;
import java.util.Optional;

/**
 * One entry of a ledger with its document.
 *
 * @param place its place in the order of recording, 1 or more
 * @param id the generation
 * @param revision the number of the revision, 1 or more
 * @param current whether it is the newest revision
 * @param account the account that the generation is charged to
 * @param digestVersion the version of the content digest that was recorded
 * @param digestStart the first hexadecimal digits of that digest, as many as the ledger keeps
 * @param document the document; empty if its archived bytes are damaged; without a body if it was
 *     erased or pruned
 */
public record ArchivedEntry(
        long place,
        GenerationId id,
        int revision,
        boolean current,
        AccountName account,
        int digestVersion,
        String digestStart,
        Optional<MetadataDocument> document) {

    /** Whether its document was erased or pruned. */
    public boolean isDocumentRemoved() {
        return document.flatMap(MetadataDocument::removal).isPresent();
    }

    /** Whether {@code generation} has the content that was recorded, by its digest. */
    public boolean hasContentOf(Generation generation) {
        return ContentDigest.of(generation, digestVersion).hex().startsWith(digestStart);
    }
}
