package io.genledger.ports.ledger;

import io.genledger.ports.document.MetadataDocument;

/**
 * The original document of a generation's own record.
 *
 * @param entry the number of its entry in the sequence of entries; 1 or more. Each revision has
 *     another one, so that an equal number means equal bytes, unless they were removed since
 * @param document the document as it was received, or the reason why it was removed
 */
public record ArchivedRecord(long entry, MetadataDocument document) {}
