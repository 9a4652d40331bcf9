package io.genledger.ports.tail;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.Optional;

/** Stores the offsets of tailed texts. Safe for use by many threads and processes. */
public interface TailPositions {

    /**
     * The position in the text with this name; empty if none was saved.
     *
     * @throws LedgerUnavailableException if it cannot be read
     */
    Optional<TailPosition> find(String name);

    /**
     * Saves {@code position} and replaces the older one of the same name. When this returns, it
     * survives a crash.
     *
     * @throws LedgerUnavailableException if it could not be written
     */
    void save(TailPosition position);
}
