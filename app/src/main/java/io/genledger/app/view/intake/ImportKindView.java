package io.genledger.app.view.intake;

import io.genledger.ports.document.InputKind;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportSummary;

/**
 * What an import did with the documents of one kind.
 *
 * @param recorded number of documents that were recorded
 * @param provisional number of {@code recorded} documents whose figures are provisional
 * @param unchanged number of documents that were recorded already with the same content
 * @param superseded number of documents that were not recorded, because a document that counts more
 *     is recorded of the generation
 * @param outranked number of documents that were not recorded, because the ledger has collected
 *     records with other content
 * @param repeated number of documents about a generation of an earlier document of a dry run
 * @param skipped number of documents that state no generation, which is no fault
 * @param toCollect number of ids whose records have to be collected
 */
public record ImportKindView(
        InputKind kind,
        long recorded,
        long provisional,
        long unchanged,
        long superseded,
        long outranked,
        long repeated,
        long skipped,
        long toCollect) {

    static ImportKindView of(InputKind kind, ImportSummary summary) {
        return new ImportKindView(
                kind,
                summary.count(kind, ImportCount.RECORDED),
                summary.count(kind, ImportCount.PROVISIONAL),
                summary.count(kind, ImportCount.UNCHANGED),
                summary.count(kind, ImportCount.SUPERSEDED),
                summary.count(kind, ImportCount.OUTRANKED),
                summary.count(kind, ImportCount.REPEATED),
                summary.count(kind, ImportCount.SKIPPED),
                summary.count(kind, ImportCount.TO_COLLECT));
    }
}
