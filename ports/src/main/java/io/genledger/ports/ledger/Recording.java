package io.genledger.ports.ledger;

import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;

/**
 * Something to be kept: an entry and the document it was read from.
 *
 * @param entry what the ledger counts
 * @param document the original, to be archived byte for byte
 */
public record Recording(LedgerEntry entry, MetadataDocument document) {}
