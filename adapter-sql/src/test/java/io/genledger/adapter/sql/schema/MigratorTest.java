package io.genledger.adapter.sql.schema;

import static io.genledger.ports.testkit.SampleGenerations.CREATED;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.LedgerFiles;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Migrations of versions before 5, whose tables are created by their own scripts. */
class MigratorTest {

    private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00.000001Z");
    private static final Instant DUE = SEEN.plusSeconds(60);

    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void createLedgerOfVersionOne() throws IOException, SQLException {
        file = folder.resolve("ledger.db");
        bringTo(1, "V1__ledger.sql");
        for (String row :
                List.of(
                        "('new', 'pending', %1$d, %2$d, 0, null, null)",
                        "('unready', 'pending', %1$d, %2$d, 3, 'no such generation', null)",
                        "('odd', 'pending', %1$d, %2$d, 1, 'cannot read the answer: empty', null)",
                        "('foreign', 'pending', %1$d, %2$d, 1, 'the answer is about x', null)",
                        "('broken', 'pending', %1$d, %2$d, 1, 'Genledger failed: x', null)",
                        "('held', 'pending', %1$d, %2$d, 1, null, 9000000000000000)",
                        "('gone', 'given_up', %1$d, %2$d, 7, 'not found: no such id', null)",
                        "('bad', 'given_up', %1$d, %2$d, 1, 'HTTP 400: malformed', null)")) {
            LedgerFiles.change(
                    file,
                    "insert into pending values "
                            + row.formatted(Moments.toMicros(SEEN), Moments.toMicros(DUE)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "new, PENDING, 0, , ",
        "unready, PENDING, 3, , no such generation",
        "odd, PENDING, 1, UNREADABLE, cannot read the answer: empty",
        "foreign, PENDING, 1, FOREIGN, the answer is about x",
        "broken, PENDING, 1, FAULT, Genledger failed: x",
        "held, PENDING, 1, , ",
        "gone, GIVEN_UP, 7, NOT_FOUND, no such id",
        "bad, REFUSED, 1, REJECTED, HTTP 400: malformed"
    })
    void keepsTheQueueOfVersionOne(
            String id, QueueState state, int attempts, Reason reason, String message) {
        Optional<Instant> due = state == QueueState.PENDING ? Optional.of(DUE) : Optional.empty();
        Optional<AttemptOutcome> outcome =
                Optional.ofNullable(message)
                        .map(text ->
                                new AttemptOutcome(
                                        Optional.empty(), Optional.ofNullable(reason), text));

        assertThat(open().queue().find(new GenerationId(id), SEEN))
                .contains(
                        new QueueEntry(
                                new GenerationId(id),
                                AccountName.DEFAULT,
                                state,
                                false,
                                SEEN,
                                attempts,
                                due,
                                Optional.empty(),
                                outcome));
    }

    @Test
    void pendingIdsOfVersionOneCanBeClaimed() {
        assertThat(open().claims().claim(10, DUE, Duration.ofMinutes(1)))
                .extracting(Claim::id)
                .extracting(GenerationId::value)
                .containsExactlyInAnyOrder("new", "unready", "odd", "foreign", "broken", "held");
    }

    @Test
    void generationsOfVersionOneCanBeRefreshed() throws IOException, SQLException {
        copyGenerations();
        LedgerDatabase database = open();

        assertThat(database.ledger().find(id(1)).map(Revision::document))
                .contains(recording(complete(id(1))).document());
        assertThat(
                        LedgerFiles.ask(
                                file,
                                "select read_age_s from generation where id = '%s'"
                                        .formatted(id(1).value())))
                .isEqualTo("22");
        assertThat(
                        database.refreshQueue()
                                .enqueue(Duration.ofDays(1), 9, CREATED.plusSeconds(90_000)))
                .isEqualTo(5);
        assertThat(database.ledger().record(List.of(recording(complete(id(1))))))
                .containsExactly(Outcome.UNCHANGED);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyVersionShowsTheSameFigures(int version) throws IOException, SQLException {
        for (int next = 2; next <= Math.min(version, 5); next++) {
            bringTo(next, OldLedger.SCRIPTS.get(next - 2));
        }
        copyGenerations();
        OldLedger.bring(5, version, false, change -> LedgerFiles.change(file, change));

        MigratedLedgerContract.assertFigures(open());
    }

    /** Up to version 4, one index covered all rows that were not recorded. */
    @Test
    void keepsTheQueueOfVersionFourInNewIndexes() throws IOException, SQLException {
        bringTo(2, "V2__queue.sql");
        bringTo(3, "V3__inline.sql");
        bringTo(4, "V4__follow.sql");
        LedgerFiles.change(file, "update tracked set state = 'recorded' where id = 'new'");
        LedgerFiles.change(
                file,
                "update tracked set lease = 1, leased_until_us = %d where id = 'held'"
                        .formatted(Moments.toMicros(DUE) + 1));
        LedgerDatabase database = open();

        assertThat(database.queue().list(QueueQuery.OPEN, 10, DUE))
                .extracting(entry -> entry.id().value(), QueueEntry::state)
                .containsExactly(
                        tuple("gone", QueueState.GIVEN_UP),
                        tuple("held", QueueState.CLAIMED),
                        tuple("unready", QueueState.PENDING),
                        tuple("broken", QueueState.PENDING),
                        tuple("foreign", QueueState.PENDING),
                        tuple("odd", QueueState.PENDING),
                        tuple("bad", QueueState.REFUSED));
        assertThat(database.pending().backlog(DUE))
                .isEqualTo(new Backlog(4, 0, 1, 1, 1, Optional.empty()));
        assertThat(
                        LedgerFiles.ask(
                                file,
                                "select group_concat(name, ' ' order by name) from sqlite_schema"
                                    + " where type = 'index' and tbl_name = 'tracked' and sql is"
                                    + " not null"))
                .isEqualTo("tracked_ended tracked_free tracked_leased tracked_looked_up");
    }

    @Test
    void theViewOfAnEarlierVersionIsReplaced() throws SQLException {
        Path newer = file.resolveSibling("newer.db");
        LedgerDatabase.open(newer).close();
        VersionEleven.restore(statements -> LedgerFiles.change(newer, statements));
        LedgerFiles.change(
                newer,
                "drop view generation_usd; create view generation_usd as select id from generation;"
                        + " delete from schema_version; insert into schema_version values (10, 0)");

        files.open(newer, new RecordingListener().migration());

        assertThat(LedgerFiles.ask(newer, "select count(spend_text) from generation_usd"))
                .isEqualTo("0");
        assertThat(LedgerFiles.ask(newer, "select max(version) from schema_version"))
                .isEqualTo("15");
    }

    private LedgerDatabase open() {
        return files.open(file, new RecordingListener().migration());
    }

    private void bringTo(int version, String script) throws SQLException {
        LedgerFiles.change(file, MigrationScripts.read(script));
        LedgerFiles.change(file, "insert into schema_version values (%d, 0)".formatted(version));
    }

    /** Copies the generations of the old ledger, as far as this version has their columns. */
    private void copyGenerations() throws IOException, SQLException {
        LedgerFiles.change(
                file,
                "attach '%s' as old;".formatted(OldLedger.in(folder))
                        + copying("document")
                        + copying("generation"));
    }

    private String copying(String table) throws SQLException {
        return "insert into %1$s (%2$s) select %2$s from old.%1$s;"
                .formatted(table, columnsOf(table));
    }

    private String columnsOf(String table) throws SQLException {
        return LedgerFiles.ask(
                file,
                "select group_concat(name, ', ' order by cid) from pragma_table_info('%s')"
                        .formatted(table));
    }
}
