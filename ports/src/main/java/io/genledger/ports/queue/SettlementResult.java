package io.genledger.ports.queue;

import io.genledger.ports.ledger.Ledger;

/** The result of a settlement. */
public enum SettlementResult {
    /** The first revision of the generation was recorded. */
    RECORDED,
    /** The record differs from every revision and became a new one. */
    REVISED,
    /** The record replaced provisional inline usage, and became a new revision. */
    REPLACED,
    /** The record equals one of the revisions. */
    UNCHANGED,
    /** There was no record; the outcome was stored, or the claim released. */
    NOTED,
    /** The claim was lost to another worker, so nothing changed. */
    LOST;

    /** The result of a settlement whose record had this outcome in the ledger. */
    public static SettlementResult of(Ledger.Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> RECORDED;
            case REVISED -> REVISED;
            case REPLACED -> REPLACED;
            case UNCHANGED, SUPERSEDED, OUTRANKED -> UNCHANGED;
        };
    }
}
