package io.genledger.adapter.sql.export;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.export.ExportRow;
import io.genledger.ports.export.RowShape;
import io.genledger.ports.ledger.EntriesPrunedException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Exports say what the ledger no longer has. */
class PrunedExportTest {

    private static final Instant FIRST = Instant.parse("2025-08-01T10:00:00Z");
    private static final Instant BOUND = Instant.parse("2025-08-02T00:00:00Z");

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    private LedgerDatabase twoGenerations() {
        LedgerDatabase database = files.emptyIn(folder);
        database.ledger()
                .record(
                        List.of(
                                recording(createdAt(complete(id(1)), FIRST)),
                                recording(createdAt(complete(id(2)), BOUND))));
        return database;
    }

    @Test
    void aPrunedDocumentIsNamedAsSuch() {
        LedgerDatabase database = twoGenerations();
        database.pruning().prune(BOUND);
        List<ExportRow> rows = new ArrayList<>();

        assertThat(database.exports().readCurrent(since(Optional.empty()), rows::add)).isEmpty();

        assertThat(rows)
                .extracting(row -> row.document().flatMap(MetadataDocument::removal))
                .containsExactly(Optional.of(Removal.PRUNED), Optional.empty());
    }

    @Test
    void documentsAloneAreEmptyWhereTheyWerePrunedOrAreMissing() throws SQLException {
        LedgerDatabase database = twoGenerations();
        database.pruning().prune(BOUND);
        List<Optional<byte[]>> documents = new ArrayList<>();
        database.exports().readDocuments(ExportQuery.ALL, documents::add);
        assertThat(documents).extracting(Optional::isPresent).containsExactly(false, true);

        LedgerFiles.change(folder.resolve("1.db"), "delete from document");
        documents.clear();
        database.exports().readDocuments(ExportQuery.ALL, documents::add);
        assertThat(documents).containsExactly(Optional.empty(), Optional.empty());
    }

    @Test
    void prunedEntriesAreMissingAndSaid() {
        LedgerDatabase database = twoGenerations();
        database.entryPruning().prune(BOUND);
        List<ExportRow> rows = new ArrayList<>();

        assertThat(database.exports().readCurrent(since(Optional.empty()), rows::add))
                .contains(BOUND);

        assertThat(rows).extracting(ExportRow::id).containsExactly(id(2));
        assertThatExceptionOfType(EntriesPrunedException.class)
                .isThrownBy(
                        () -> database.exports().readCurrent(since(Optional.of(FIRST)), rows::add));
        assertThat(database.exports().readEntries(since(Optional.of(BOUND)), rows::add)).isEmpty();
    }

    private static ExportQuery since(Optional<Instant> first) {
        return new ExportQuery(
                new TimeRange(first, Optional.empty()),
                List.of(),
                Optional.empty(),
                EntrySpan.ALL,
                RowShape.WITH_DOCUMENT);
    }
}
