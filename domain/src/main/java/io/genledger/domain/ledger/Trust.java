package io.genledger.domain.ledger;

import io.genledger.domain.generation.Generation;

/** How far the amounts of an entry can be relied on. */
public enum Trust {
    /** The spend comes from the generation's own record. */
    RECORD,
    /**
     * The spend comes from inline usage, Broadcast or an Activity CSV, until the generation's own
     * record replaces it.
     */
    PROVISIONAL,
    /** The spend is unknown, of a record or of a provisional document (OPENROUTER.md §4.4). */
    UNKNOWN;

    /** The trust in the amounts of {@code generation} with {@code posting}. */
    public static Trust of(Generation generation, Posting posting) {
        if (posting.spend().isEmpty()) {
            return UNKNOWN;
        }
        return generation.shape().kind().isProvisional() ? PROVISIONAL : RECORD;
    }
}
