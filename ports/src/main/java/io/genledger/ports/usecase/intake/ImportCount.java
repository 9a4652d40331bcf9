package io.genledger.ports.usecase.intake;

/** What an import counts of each kind of document. */
public enum ImportCount {
    /** Became a new generation of the ledger, or a new revision of one. */
    RECORDED,
    /** Recorded ones whose figures are provisional until the generation's record is collected. */
    PROVISIONAL,
    /** Equal to a recorded revision. */
    UNCHANGED,
    /** Ignored, because a document that counts more is recorded of the generation. */
    SUPERSEDED,
    /** Ignored, because the generation's record was collected with other content. */
    OUTRANKED,
    /** In a dry run: about a generation of an earlier document of the same run. */
    REPEATED,
    /** States no generation, which is no fault, such as a video job that is not finished. */
    SKIPPED,
    /** States an id whose record has to be collected, because it does not state the spend. */
    TO_COLLECT
}
