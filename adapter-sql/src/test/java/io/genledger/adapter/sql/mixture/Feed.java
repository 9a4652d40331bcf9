package io.genledger.adapter.sql.mixture;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.mixture.Documented.Document;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import io.genledger.ports.usecase.intake.files.FileContents;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.runtime.MonotonicClock;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.runtime.Waiter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Feeds documents into a ledger: files by an import, and records that were returned by their id.
 */
final class Feed {

    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");

    private static final InstantSource CLOCK = () -> NOW;

    /** All that is fed can be read. */
    private static final ImportListener LISTENER =
            new ImportListener() {
                @Override
                public void begun(String file) {}

                @Override
                public void rejected(Rejection rejection) {
                    throw new AssertionError(rejection);
                }

                @Override
                public void noted(String file, long line, String sentence) {}

                @Override
                public void ended(FileContents contents) {}

                @Override
                public void unreadable(String file, String reason) {
                    throw new AssertionError(reason);
                }

                @Override
                public void recorded(ImportSummary soFar) {}

                @Override
                public void ledgerUnavailable(String reason) {
                    throw new AssertionError(reason);
                }
            };

    private final LedgerDatabase database;
    private final ImportDocuments imports;

    Feed(LedgerDatabase database) {
        this.database = database;
        this.imports =
                new ImportDocuments(
                        new JacksonDocumentReader(),
                        database.ledger(),
                        database.pending(),
                        AccountName.DEFAULT,
                        new RunEnvironment(
                                CLOCK,
                                new MonotonicClock(CLOCK, System::nanoTime),
                                Thread::startVirtualThread,
                                Waiter.REAL,
                                () -> 0));
    }

    /**
     * Feeds documents in this order, in files of random sizes, several of which are imported at
     * once.
     */
    void accept(List<Document> documents, Random random) throws IOException {
        List<String> files = new ArrayList<>();
        int at = 0;
        while (at < documents.size()) {
            Document first = documents.get(at);
            int most = at + 1 + random.nextInt(6);
            StringBuilder file = new StringBuilder(isRow(first) ? Wording.HEADER : "");
            do {
                file.append(documents.get(at++).text());
            } while (at < Math.min(most, documents.size()) && shareAFile(first, documents.get(at)));
            if (first.wording() == Wording.COLLECTED) {
                importFiles(files);
                collect(first.call().id(), file.toString());
            } else {
                files.add(file.toString());
            }
            if (random.nextInt(3) == 0) {
                importFiles(files);
            }
        }
        importFiles(files);
    }

    private static boolean isRow(Document document) {
        return document.wording() == Wording.ACTIVITY_ROW;
    }

    private static boolean shareAFile(Document first, Document next) {
        return isRow(first) == isRow(next)
                && !first.wording().isWholeFile()
                && !next.wording().isWholeFile();
    }

    /** Imports the texts as files, and empties the list. */
    void importFiles(List<String> texts) throws IOException {
        List<String> files = List.copyOf(texts);
        texts.clear();
        ImportFiles opened =
                visitor -> {
                    for (String file : files) {
                        visitor.file("file", new ByteArrayInputStream(file.getBytes(UTF_8)));
                    }
                };
        imports.importFrom(
                opened,
                ImportOptions.STANDARD,
                new QuarantineRejects(database.quarantineEditor(), CLOCK),
                LISTENER,
                new StopSignal());
    }

    /** Records a document that was returned by its id. */
    void collect(GenerationId id, String record) {
        MetadataDocument document =
                new MetadataDocument(Optional.of(id), record.getBytes(UTF_8), NOW);
        database.ledger()
                .record(
                        List.of(
                                new Recording(
                                        LedgerEntry.of(
                                                new JacksonDocumentDecoder().decode(document)),
                                        document)));
    }
}
