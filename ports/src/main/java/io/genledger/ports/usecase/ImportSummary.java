package io.genledger.ports.usecase;

/**
 * What an import did, in numbers of documents.
 *
 * @param recorded became a generation of the ledger, or a new revision of one
 * @param unchanged said what was kept already
 * @param rejected could not be read and were kept aside
 */
public record ImportSummary(long recorded, long unchanged, long rejected) {

    /** Nothing was there to import. */
    public static final ImportSummary NOTHING = new ImportSummary(0, 0, 0);

    /** Both together. */
    public ImportSummary plus(ImportSummary other) {
        return new ImportSummary(
                recorded + other.recorded, unchanged + other.unchanged, rejected + other.rejected);
    }
}
