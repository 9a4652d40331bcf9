package io.genledger.ports.queue;

import io.genledger.ports.ledger.Ledger;

/** What a settlement did. */
public enum SettlementResult {
    /** The record is the first of its generation. */
    RECORDED,
    /** The record says what no revision says: it became a new one, the old ones stay. */
    REVISED,
    /** The record says what a revision says already. */
    UNCHANGED,
    /** There was no record; what was learnt is noted, or the claim is given back. */
    NOTED,
    /** The claim was no longer one's own, so nothing was changed. */
    LOST;

    /** What came of a claim whose record the ledger was given. */
    public static SettlementResult of(Ledger.Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> RECORDED;
            case REVISED -> REVISED;
            case UNCHANGED, SUPERSEDED -> UNCHANGED;
        };
    }
}
