package io.genledger.ports.ledger.admin;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;

/** The entries of a ledger with their archived documents, as they were recorded. Thread-safe. */
public interface ArchivedEntries {

    /**
     * The next entries in the order in which they were recorded, all revisions of each generation.
     *
     * @param place the last place that was read; 0 for none
     * @param most the largest number of entries, 1 or more
     * @return some entries, fewer than {@code most} if their documents have many bytes; empty only
     *     at the end
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    List<ArchivedEntry> after(long place, int most);

    /**
     * The place of the last entry; 0 if there is none.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    long last();
}
