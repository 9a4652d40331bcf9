package io.genledger.ports.ledger;

import java.time.Instant;

/**
 * What was asked for needs entries that were pruned. The ledger is whole, and asking again will not
 * help.
 */
public final class EntriesPrunedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Entries of generations that were created before {@code bound} were pruned. */
    public EntriesPrunedException(Instant bound) {
        super("this needs entries from before " + bound + ", which were pruned");
    }
}
