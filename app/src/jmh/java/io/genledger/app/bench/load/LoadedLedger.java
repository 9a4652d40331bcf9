package io.genledger.app.bench.load;

import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.files.FileContents;
import io.genledger.ports.usecase.intake.files.ImportFiles;
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
                            .importDocuments(AccountName.DEFAULT)
                            .importFrom(
                                    ImportFiles.of("generated", stream),
                                    ImportOptions.STANDARD,
                                    application.quarantineRejects(),
                                    NO_LISTENER,
                                    new StopSignal());
            if (summary.count(ImportCount.RECORDED) != count) {
                throw new IllegalStateException("not all recorded: " + summary);
            }
        }
    }

    /** Shows no progress. */
    ImportListener NO_LISTENER =
            new ImportListener() {
                @Override
                public void begun(String file) {}

                @Override
                public void noted(String file, long line, String sentence) {}

                @Override
                public void ended(FileContents contents) {}

                @Override
                public void unreadable(String file, String reason) {
                    throw new IllegalStateException(file + ": " + reason);
                }

                @Override
                public void rejected(Rejection rejection) {
                    throw new IllegalStateException("rejected: " + rejection);
                }

                @Override
                public void recorded(ImportSummary soFar) {}

                @Override
                public void ledgerUnavailable(String reason) {}
            };
}
