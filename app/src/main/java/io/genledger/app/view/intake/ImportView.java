package io.genledger.app.view.intake;

import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportSummary;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code import}: documents by outcome and kind.
 *
 * @param dryRun whether nothing was written, and the counts say what would be
 * @param recorded number of documents that were recorded
 * @param unchanged number of documents that were recorded already with the same content
 * @param rejected number of documents that could not be decoded
 * @param provisional number of {@code recorded} documents whose figures are provisional
 * @param superseded number of documents that were not recorded, because a document that counts more
 *     is recorded of the generation
 * @param outranked number of documents that were not recorded, because the ledger has collected
 *     records with other content
 * @param repeated number of documents about a generation of an earlier document of a dry run
 * @param skipped number of documents that state no generation, which is no fault
 * @param foreign number of documents of other programs
 * @param kinds the same for each kind of document that was found
 * @param foreignKinds documents of other programs by kind
 * @param tracked ids that were put into the queue; all zero in a dry run
 * @param unreadable the first {@value #FILES} files at most that could not be read, or not to their
 *     end
 * @param unreadableFiles number of all such files
 * @param kept number of rejected documents that were kept, equal ones included
 * @param rejectsFile the file in which they were kept; empty for the ledger's quarantine
 * @param leftOut number of rejected documents beyond the limits of the quarantine
 * @param firstLeftOut the first {@value RejectsKept#PLACES} of these at most
 * @param rejects the place and reason of the first {@value #REJECTS} rejected documents at most
 * @param truncated whether {@code rejects} does not name all of them
 */
public record ImportView(
        boolean dryRun,
        long recorded,
        long unchanged,
        long rejected,
        long provisional,
        long superseded,
        long outranked,
        long repeated,
        long skipped,
        long foreign,
        List<ImportKindView> kinds,
        List<ForeignKindView> foreignKinds,
        TrackView tracked,
        List<UnreadableView> unreadable,
        long unreadableFiles,
        long kept,
        Optional<String> rejectsFile,
        long leftOut,
        List<Rejection> firstLeftOut,
        List<Rejection> rejects,
        boolean truncated) {

    /** The most rejected documents that the view names. */
    public static final int REJECTS = 100;

    /** The most unreadable files that the view names. */
    public static final int FILES = 100;

    /**
     * The view of an import.
     *
     * @param unreadable the first unreadable files, of which the view names {@value #FILES} at most
     * @param rejects the first rejections, of which the view names {@value #REJECTS} at most
     */
    public static ImportView of(
            boolean dryRun,
            ImportSummary summary,
            List<UnreadableView> unreadable,
            long unreadableFiles,
            RejectsKept kept,
            Optional<String> rejectsFile,
            List<Rejection> rejects) {
        List<Rejection> named = rejects.stream().limit(REJECTS).toList();
        return new ImportView(
                dryRun,
                summary.count(ImportCount.RECORDED),
                summary.count(ImportCount.UNCHANGED),
                summary.rejected(),
                summary.count(ImportCount.PROVISIONAL),
                summary.count(ImportCount.SUPERSEDED),
                summary.count(ImportCount.OUTRANKED),
                summary.count(ImportCount.REPEATED),
                summary.count(ImportCount.SKIPPED),
                summary.foreignDocuments(),
                summary.kinds().keySet().stream()
                        .map(kind -> ImportKindView.of(kind, summary))
                        .toList(),
                summary.foreign().entrySet().stream()
                        .map(each -> new ForeignKindView(each.getKey(), each.getValue()))
                        .toList(),
                TrackView.of(summary.tracked()),
                unreadable.stream().limit(FILES).toList(),
                unreadableFiles,
                kept.documents(),
                rejectsFile,
                kept.leftOut(),
                kept.firstLeftOut(),
                named,
                named.size() < summary.rejected());
    }

    /** Whether everything in the files was read and is OpenRouter's. */
    public boolean foundNoFault() {
        return rejected == 0 && foreign == 0 && unreadableFiles == 0;
    }
}
