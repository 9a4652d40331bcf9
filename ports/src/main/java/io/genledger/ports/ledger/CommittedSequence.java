package io.genledger.ports.ledger;

/**
 * The end of the sequence of entries that is complete. Entries are numbered when they are written,
 * not when they are committed, so that an entry may appear behind a higher number; a reader that
 * remembers how far it has read reads up to this end only. Thread-safe.
 */
@FunctionalInterface
public interface CommittedSequence {

    /**
     * The highest number of an entry such that no entry with this or a lower number can appear any
     * more; 0 if there is none. It may be a second old, and never falls.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    long end();
}
