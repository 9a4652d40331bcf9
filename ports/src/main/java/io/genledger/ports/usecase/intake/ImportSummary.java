package io.genledger.ports.usecase.intake;

/**
 * What an import did, in numbers of documents.
 *
 * @param recorded became a generation of the ledger, or a new revision of one
 * @param unchanged said what was kept already
 * @param rejected could not be read and were kept aside
 * @param inline of those recorded, how many hold the inline figures of a completion, which stand
 *     until the generation's own record comes
 * @param superseded held inline figures of a generation whose own record is kept, and changed
 *     nothing
 */
public record ImportSummary(
        long recorded, long unchanged, long rejected, long inline, long superseded) {

    /** Nothing was there to import. */
    public static final ImportSummary NOTHING = new ImportSummary(0, 0, 0, 0, 0);

    /** Both together. */
    public ImportSummary plus(ImportSummary other) {
        return new ImportSummary(
                recorded + other.recorded,
                unchanged + other.unchanged,
                rejected + other.rejected,
                inline + other.inline,
                superseded + other.superseded);
    }
}
