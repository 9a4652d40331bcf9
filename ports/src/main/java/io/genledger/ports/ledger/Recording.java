package io.genledger.ports.ledger;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;

/**
 * An entry to be recorded and the document from which it was decoded.
 *
 * @param entry the figures that the ledger sums
 * @param document the original document, archived byte for byte
 * @param account the account that the generation is charged to
 */
public record Recording(LedgerEntry entry, MetadataDocument document, AccountName account) {

    /** A recording of {@link AccountName#DEFAULT}. */
    public Recording(LedgerEntry entry, MetadataDocument document) {
        this(entry, document, AccountName.DEFAULT);
    }
}
