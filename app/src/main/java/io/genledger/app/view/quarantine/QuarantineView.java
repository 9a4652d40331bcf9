package io.genledger.app.view.quarantine;

import io.genledger.ports.quarantine.QuarantinedDocument;
import java.util.List;

/**
 * The answer of {@code quarantine list}.
 *
 * @param documents number of quarantined documents
 * @param entries the documents with the highest numbers, in descending order, up to the limit
 */
public record QuarantineView(long documents, List<QuarantinedView> entries) {

    /** The view of the first {@code entries} of {@code documents} ones. */
    public static QuarantineView of(long documents, List<QuarantinedDocument> entries) {
        return new QuarantineView(documents, entries.stream().map(QuarantinedView::of).toList());
    }
}
