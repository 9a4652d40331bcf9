package io.genledger.ports.ledger.admin;

import io.genledger.domain.attribution.AccountName;
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
 * @param digest the content digest that was recorded
 * @param document the document; empty if its archived bytes are damaged
 */
public record ArchivedEntry(
        long place,
        GenerationId id,
        int revision,
        boolean current,
        AccountName account,
        ContentDigest digest,
        Optional<MetadataDocument> document) {}
