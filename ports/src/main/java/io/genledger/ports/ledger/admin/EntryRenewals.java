package io.genledger.ports.ledger.admin;

import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Recording;
import java.util.List;

/** Renews entries with the figures and findings that a newer decoder reads. Thread-safe. */
public interface EntryRenewals {

    /** The outcome for one entry. */
    enum Outcome {
        /** Its figures or findings changed: it became a new revision with the same document. */
        REVISED,
        /** It has the same figures and findings; nothing changed. */
        UNCHANGED,
        /** A newer revision was recorded meanwhile; nothing changed. */
        OUTDATED
    }

    /**
     * An entry that was decoded again.
     *
     * @param place the entry's place
     * @param recording what is recorded of its document now
     */
    record Redecoded(long place, Recording recording) {}

    /**
     * The place up to which a run with this decoder has renewed entries; 0 if there is no
     * unfinished run with it.
     *
     * @param decoder names the decoder and its version
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    long position(String decoder);

    /**
     * Renews entries, and keeps {@code place} as the position, in one transaction.
     *
     * @param place the place up to which the run has read
     * @return the outcome of each entry, in the same order
     * @throws LedgerUnavailableException if nothing could be changed
     */
    List<Outcome> renew(List<Redecoded> entries, String decoder, long place);

    /**
     * Ends the run: the next one begins at the first entry.
     *
     * @throws LedgerUnavailableException if the ledger cannot be written
     */
    void finish();
}
