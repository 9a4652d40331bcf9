package io.genledger.app.view.intake;

import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.Rejection;
import java.util.List;

/**
 * The answer of {@code import}: documents by what became of them.
 *
 * @param recorded how many were recorded
 * @param unchanged how many were recorded already with the same content
 * @param rejected how many could not be read
 * @param inline how many of {@code recorded} hold the inline usage of a completion
 * @param superseded how many completions were not recorded, because the ledger has the records
 * @param rejects each document that could not be read
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
