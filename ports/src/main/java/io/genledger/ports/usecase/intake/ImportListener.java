package io.genledger.ports.usecase.intake;

import io.genledger.ports.quarantine.Rejection;

/** Receives the progress of an import. */
public interface ImportListener {

    /** A document was rejected. */
    void rejected(Rejection rejection);

    /**
     * Documents were recorded.
     *
     * @param soFar the counts of this file, which hold even if the import fails later
     */
    void recorded(ImportSummary soFar);
}
