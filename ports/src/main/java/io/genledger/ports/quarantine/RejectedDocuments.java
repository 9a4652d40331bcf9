package io.genledger.ports.quarantine;

import java.io.IOException;

/**
 * Keeps the documents that an import rejects, so that they can be mended and imported again.
 * Receives a document in pieces, because it may be longer than the memory.
 */
public interface RejectedDocuments {

    /**
     * Begins a rejected document; its bytes follow.
     *
     * @throws IOException if documents cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException likewise
     */
    void begin(Rejection rejection) throws IOException;

    /**
     * Adds bytes to the document that was begun last. The array may be changed afterwards.
     *
     * @throws IOException if they cannot be kept
     */
    void append(byte[] bytes) throws IOException;

    /**
     * Ends the last document. When this returns, all documents so far are kept or left out.
     *
     * @throws IOException if they cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException likewise
     */
    void commit() throws IOException;

    /** The counts at the last commit that succeeded. */
    RejectsKept kept();
}
