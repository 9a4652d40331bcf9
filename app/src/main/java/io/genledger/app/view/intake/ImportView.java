package io.genledger.app.view.intake;

import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.Rejection;
import java.util.List;

/**
 * The answer of {@code import}: documents by outcome.
 *
 * @param recorded number of documents that were recorded
 * @param unchanged number of documents that were recorded already with the same content
 * @param rejected number of documents that could not be decoded
 * @param inline number of {@code recorded} documents that hold the inline usage of a completion
 * @param superseded number of completions that were not recorded, because the ledger has the
 *     records
 * @param rejects the place and reason of each rejected document
 */
public record ImportView(
        long recorded,
        long unchanged,
        long rejected,
        long inline,
        long superseded,
        List<Rejection> rejects) {

    /** The view of {@code summary}. */
    public static ImportView of(ImportSummary summary, List<Rejection> rejects) {
        return new ImportView(
                summary.recorded(),
                summary.unchanged(),
                summary.rejected(),
                summary.inline(),
                summary.superseded(),
                List.copyOf(rejects));
    }
}
