package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;

/** How far the amounts of an entry can be relied on. */
public enum Trust {
    /** The spend comes from the generation's own record. */
    RECORD,
    /** The spend is inline usage, until the generation's own record replaces it. */
    PROVISIONAL,
    /** The spend is unknown, of a record or of inline usage (OPENROUTER.md §4.4). */
    UNKNOWN;

    /** The trust in the amounts of {@code generation} with {@code posting}. */
    public static Trust of(Generation generation, Posting posting) {
        if (posting.spend().isEmpty()) {
            return UNKNOWN;
        }
        return generation.shape().kind() == DocumentKind.COMPLETION ? PROVISIONAL : RECORD;
    }
}
