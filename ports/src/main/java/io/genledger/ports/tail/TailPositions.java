package io.genledger.ports.tail;

import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.Optional;

/** Remembers how far growing texts were read. Safe for use by many threads and processes. */
public interface TailPositions {

    /**
     * How far the text with this name was read; empty if it never was.
     *
     * @throws LedgerUnavailableException if it cannot be looked up
     */
    Optional<TailPosition> find(String name);

    /**
     * Notes how far a text was read, in place of what was noted for its name before; when this
     * returns, it survives a crash.
     *
     * @throws LedgerUnavailableException if it could not be noted
     */
    void note(TailPosition position);
}
