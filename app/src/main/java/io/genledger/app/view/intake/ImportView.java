package io.genledger.app.view.intake;

import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.usecase.intake.ImportSummary;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code import}: documents by outcome.
 *
 * @param recorded number of documents that were recorded
 * @param unchanged number of documents that were recorded already with the same content
 * @param rejected number of documents that could not be decoded
 * @param inline number of {@code recorded} documents that hold the inline usage of a completion
 * @param superseded number of completions that were not recorded, because the ledger has the
 *     records
 * @param outranked number of records that were not recorded, because the ledger has collected
 *     records with other content
 * @param kept number of rejected documents that were kept, equal ones included
 * @param rejectsFile the file in which they were kept; empty for the ledger's quarantine
 * @param leftOut number of rejected documents beyond the limits of the quarantine
 * @param firstLeftOut the first {@value RejectsKept#PLACES} of these at most
 * @param rejects the place and reason of the first {@value #REJECTS} rejected documents at most
 * @param truncated whether {@code rejects} does not name all of them
 */
public record ImportView(
        long recorded,
        long unchanged,
        long rejected,
        long inline,
        long superseded,
        long outranked,
        long kept,
        Optional<String> rejectsFile,
        long leftOut,
        List<Rejection> firstLeftOut,
        List<Rejection> rejects,
        boolean truncated) {

    /** The most rejected documents that the view names. */
    public static final int REJECTS = 100;

    /**
     * The view of an import.
     *
     * @param rejects the first rejections, of which the view names {@value #REJECTS} at most
     */
    public static ImportView of(
            ImportSummary summary,
            RejectsKept kept,
            Optional<String> rejectsFile,
            List<Rejection> rejects) {
        List<Rejection> named = rejects.stream().limit(REJECTS).toList();
        return new ImportView(
                summary.recorded(),
                summary.unchanged(),
                summary.rejected(),
                summary.inline(),
                summary.superseded(),
                summary.outranked(),
                kept.documents(),
                rejectsFile,
                kept.leftOut(),
                kept.firstLeftOut(),
                named,
                named.size() < summary.rejected());
    }
}
