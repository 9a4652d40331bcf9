package io.genledger.ports.usecase.intake;

/**
 * Counts of one import, in documents.
 *
 * @param recorded became a new generation of the ledger, or a new revision of one
 * @param unchanged equal to a recorded revision
 * @param rejected could not be decoded and were kept as rejected
 * @param inline recorded documents with inline usage, which is provisional until the generation's
 *     record is collected
 * @param superseded ignored, because they hold inline usage of a generation whose record is
 *     recorded
 * @param outranked ignored, because the generation's record was collected with other content
 */
public record ImportSummary(
        long recorded,
        long unchanged,
        long rejected,
        long inline,
        long superseded,
        long outranked) {

    /** The summary of an import without documents. */
    public static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, 0, 0);

    /** The sum of both. */
    public ImportSummary plus(ImportSummary other) {
        return new ImportSummary(
                recorded + other.recorded,
                unchanged + other.unchanged,
                rejected + other.rejected,
                inline + other.inline,
                superseded + other.superseded,
                outranked + other.outranked);
    }

    /** The number of all documents. */
    public long documents() {
        return recorded + unchanged + rejected + superseded + outranked;
    }

    /** Whether no document was rejected. */
    public boolean isComplete() {
        return rejected == 0;
    }

    /** Whether there were no documents. */
    public boolean isEmpty() {
        return equals(NOTHING);
    }
}
