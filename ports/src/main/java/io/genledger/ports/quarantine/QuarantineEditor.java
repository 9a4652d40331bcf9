package io.genledger.ports.quarantine;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;
import java.util.Set;

/**
 * Adds rejected documents of files to the quarantine, and drops documents from it. Every method is
 * one transaction and throws {@link LedgerUnavailableException} if the ledger cannot be written.
 */
public interface QuarantineEditor {

    /**
     * Adds documents. One with the bytes of a quarantined document of a file is counted at that
     * document, which gets its place and reason.
     */
    void add(List<RejectedDocument> documents);

    /**
     * Drops documents for good.
     *
     * @return the numbers of the dropped documents, without those that no document had
     */
    Set<Long> drop(Set<Long> numbers);

    /**
     * Drops all documents for good.
     *
     * @return how many; 0 or more
     */
    long dropAll();
}
