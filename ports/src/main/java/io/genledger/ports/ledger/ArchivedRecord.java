package io.genledger.ports.ledger;

import io.genledger.ports.document.Removal;
import java.util.Optional;

/**
 * The original document of a generation's own record.
 *
 * @param entry the number of its entry in the sequence of entries; 1 or more. Each revision has
 *     another one, so that an equal number means equal bytes, unless they were removed since
 * @param bytes the document, byte for byte; not copied, and not to be changed. Empty if it was
 *     removed
 * @param removal why the ledger no longer has the document; empty if it has
 */
@SuppressWarnings("ArrayRecordComponent")
public record ArchivedRecord(long entry, byte[] bytes, Optional<Removal> removal) {}
