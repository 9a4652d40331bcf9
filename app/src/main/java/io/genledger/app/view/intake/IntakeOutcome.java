package io.genledger.app.view.intake;

import io.genledger.ports.usecase.intake.ImportCount;

/** What became of a document or id. */
public enum IntakeOutcome {
    /** Became a new generation of the ledger, or a new revision of one. */
    RECORDED,
    /** Equal to a recorded revision. */
    UNCHANGED,
    /** Ignored, because a document that counts more is recorded of the generation. */
    SUPERSEDED,
    /** Ignored, because the generation's record was collected with other content. */
    OUTRANKED,
    /** Its id is in the queue, or its record is recorded already. */
    TRACKED,
    /** States no generation, which is no fault. */
    SKIPPED,
    /** Cannot be read. */
    REJECTED;

    /**
     * The outcome of a document that was not rejected.
     *
     * @throws IllegalArgumentException for a count that is no outcome of one document
     */
    public static IntakeOutcome of(ImportCount count) {
        return switch (count) {
            case RECORDED -> RECORDED;
            case UNCHANGED -> UNCHANGED;
            case SUPERSEDED -> SUPERSEDED;
            case OUTRANKED -> OUTRANKED;
            case TO_COLLECT -> TRACKED;
            case SKIPPED -> SKIPPED;
            case PROVISIONAL, REPEATED ->
                    throw new IllegalArgumentException(count + " is no outcome of a document");
        };
    }
}
