package io.genledger.app.bench.load;

import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A database system into which documents are imported, and finished rows loaded. */
interface LoadedLedger extends AutoCloseable {

    /** Imports {@code documents} into a new ledger, and keeps the ledger until the next import. */
    void importAll(Path documents, int count) throws Exception;

    /** The bytes of a disk that the imported ledger takes. */
    long bytes() throws Exception;

    /** Keeps the finished rows of the imported ledger for raw loads. */
    void keepRows() throws Exception;

    /** Deletes what the last raw load wrote, and makes empty tables for the next one. */
    void prepareRaw() throws Exception;

    /** Loads the finished rows. */
    void loadRaw() throws Exception;

    /** Imports all documents as the program does. */
    static void importInto(LedgerAddress address, Path documents, int count) throws Exception {
        try (Application application = address.open(Application.runtime());
                InputStream stream = Files.newInputStream(documents)) {
            ImportSummary summary =
                    application
                            .importDocuments()
                            .importFrom(
                                    "generated",
                                    stream,
                                    application.quarantineRejects(),
                                    NO_LISTENER,
                                    new StopSignal());
            if (summary.recorded() != count) {
                throw new IllegalStateException("not all recorded: " + summary);
            }
        }
    }

    /** Shows no progress. */
    ImportListener NO_LISTENER =
            new ImportListener() {
                @Override
                public void rejected(Rejection rejection) {
                    throw new IllegalStateException("rejected: " + rejection);
                }

                @Override
                public void recorded(ImportSummary soFar) {}
            };
}
