package io.genledger.adapter.sql.retention;

import static io.genledger.ports.testkit.SampleGenerations.RECEIVED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.withCharges;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.Removal;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.admin.DocumentPruning;
import io.genledger.ports.ledger.admin.DocumentPruning.Pruned;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

public class JooqDocumentPruningTest {

    private static final Instant FIRST = Instant.parse("2025-08-01T00:00:00Z");
    private static final Instant BOUND = FIRST.plus(Duration.ofDays(5));
    private static final Pruned NOTHING = new Pruned(0, 0, Optional.empty(), Optional.empty());

    @RegisterExtension protected final LedgerFiles files = new LedgerFiles();

    @TempDir Path folder;

    /** An empty ledger. */
    protected LedgerDatabase empty() {
        return files.open(folder.resolve("ledger.db"));
    }

    /** A second connection to that ledger. */
    protected LedgerConnection connect() {
        return LedgerConnection.open(new SqliteEngine(folder.resolve("ledger.db")));
    }

    private static Generation on(int day) {
        return createdAt(complete(id(day)), FIRST.plus(Duration.ofDays(day)));
    }

    /** Ten generations, one a day; one of each half was corrected. */
    private LedgerDatabase ledger() {
        LedgerDatabase database = empty();
        database.ledger()
                .record(IntStream.range(0, 10).mapToObj(day -> recording(on(day))).toList());
        database.ledger()
                .record(
                        List.of(
                                recording(withCharges(on(2), credits("3"))),
                                recording(withCharges(on(7), credits("3")))));
        return database;
    }

    private static List<SpendRow> report(LedgerDatabase database) {
        List<SpendRow> rows = new ArrayList<>();
        database.spend()
                .read(
                        new SpendQuery(
                                List.of(Dimension.DAY, Dimension.MODEL),
                                TimeRange.ALWAYS,
                                ZoneOffset.UTC),
                        rows::add);
        return rows;
    }

    @Test
    void deletesTheDocumentsBeforeTheBoundAndNoFigure() {
        LedgerDatabase database = ledger();
        List<SpendRow> before = report(database);

        database.pruning().prune(BOUND);

        MetadataDocument pruned =
                MetadataDocument.removed(Optional.of(id(2)), RECEIVED, Removal.PRUNED);
        assertThat(database.ledger().revisions(id(2)))
                .hasSize(2)
                .allSatisfy(revision -> assertThat(revision.document()).isEqualTo(pruned));
        assertThat(database.ledger().find(id(4)).orElseThrow().document().removal()).isPresent();
        assertThat(database.ledger().find(id(5)).orElseThrow().document())
                .isEqualTo(document(id(5)));
        assertThat(report(database)).isEqualTo(before);
        assertThat(database.verifier().verify(5).named()).isEmpty();
    }

    @Test
    void saysWhatItDeletesAndTheSameBefore() {
        LedgerDatabase database = ledger();

        Pruned previewed = database.pruning().preview(BOUND);

        assertThat(previewed.documents()).isEqualTo(6);
        assertThat(previewed.bytes()).isPositive();
        assertThat(previewed.oldest()).contains(FIRST);
        assertThat(previewed.newest()).contains(FIRST.plus(Duration.ofDays(4)));
        assertThat(database.pruning().prune(BOUND)).isEqualTo(previewed);
        assertThat(database.pruning().preview(BOUND)).isEqualTo(NOTHING);
        assertThat(database.pruning().prune(BOUND)).isEqualTo(NOTHING);
    }

    @Test
    void prunesInBatches() {
        LedgerDatabase database = ledger();
        Pruned all = database.pruning().preview(BOUND);
        try (LedgerConnection connection = connect()) {
            DocumentPruning pruning = new JooqDocumentPruning(connection, 2);

            assertThat(pruning.prune(BOUND)).isEqualTo(all);
        }
        assertThat(database.pruning().preview(BOUND)).isEqualTo(NOTHING);
    }

    @Test
    void unchangedContentIsNotStoredAgainAndChangedContentIs() {
        LedgerDatabase database = ledger();
        database.pruning().prune(BOUND);

        assertThat(
                        database.ledger()
                                .record(
                                        List.of(
                                                recording(on(1)),
                                                recording(withCharges(on(3), credits("4"))))))
                .containsExactly(Outcome.UNCHANGED, Outcome.REVISED);

        assertThat(database.ledger().find(id(1)).orElseThrow().document().removal())
                .contains(Removal.PRUNED);
        assertThat(database.ledger().find(id(3)).orElseThrow().document())
                .isEqualTo(document(id(3)));
        assertThat(database.pruning().preview(BOUND).documents()).isEqualTo(1);
    }
}
