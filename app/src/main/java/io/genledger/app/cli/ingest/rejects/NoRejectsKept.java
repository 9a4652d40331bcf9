package io.genledger.app.cli.ingest.rejects;

import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;

/** Keeps no rejected document, in a dry run. */
public final class NoRejectsKept implements RejectedDocuments {

    @Override
    public void begin(Rejection rejection) {
        // Counted by the import.
    }

    @Override
    public void append(byte[] bytes) {
        // The file still has them.
    }

    @Override
    public void commit() {
        // Nothing is kept.
    }

    @Override
    public RejectsKept kept() {
        return RejectsKept.NONE;
    }
}
