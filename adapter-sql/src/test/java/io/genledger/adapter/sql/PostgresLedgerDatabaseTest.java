package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.COUNTER;
import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.adapter.sql.tables.DefaultSchema;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.testkit.SampleGenerations;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.util.Throwables;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class PostgresLedgerDatabaseTest {

    private static final String COLUMNS =
            "select string_agg(concat_ws(' ', table_name, column_name, data_type, is_nullable),"
                    + " ', ' order by table_name collate \"C\", column_name collate \"C\") from"
                    + " information_schema.columns where table_schema = current_schema() and"
                    + " table_name not in ('generation_usd', 'entry_feed')";

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    @RegisterExtension final LedgerFiles files = new LedgerFiles();
    @TempDir Path folder;

    @Test
    void hasTheTablesAndColumnsOfAFile() throws SQLException {
        PostgresServer place = servers.emptyPlace();
        servers.open(place);
        String expected =
                DefaultSchema.DEFAULT_SCHEMA.getTables().stream()
                        // Sequences, on a server.
                        .filter(table -> !table.equals(COUNTER))
                        .flatMap(table -> table.fieldStream().map(field -> column(table, field)))
                        .sorted()
                        .collect(Collectors.joining(", "));

        assertThat(LedgerServers.ask(place, COLUMNS)).isEqualTo(expected);
    }

    private static String column(Table<?> table, Field<?> field) {
        return "%s %s %s %s"
                .formatted(
                        table.getName(),
                        field.getName(),
                        typeOf(field.getDataType()),
                        isNullable(table, field) ? "YES" : "NO");
    }

    /** On a server, a sum of zero in a rollup is null, except the numbers that reports order by. */
    private static boolean isNullable(Table<?> table, Field<?> field) {
        boolean isSmallSum =
                table.getName().matches("rollup_(quarter|day|day_by)")
                        && !Objects.requireNonNull(table.getPrimaryKey())
                                .getFields()
                                .contains(field)
                        && !field.getName().matches("requests|spend_.*");
        return isSmallSum || field.getDataType().nullable();
    }

    private static String typeOf(DataType<?> type) {
        return switch (type.getType().getSimpleName()) {
            case "Long" -> "bigint";
            case "Integer" -> "integer";
            case "Boolean" -> "boolean";
            case "String" -> "text";
            default -> "bytea";
        };
    }

    @Test
    void hasTheVersionAndTheIndexesOfAFile() throws SQLException {
        PostgresServer place = servers.emptyPlace();
        servers.open(place);
        Path file = folder.resolve("ledger.db");
        files.open(file);

        assertThat(LedgerServers.ask(place, "select max(version) from schema_version"))
                .isEqualTo(LedgerFiles.ask(file, "select max(version) from schema_version"));
        assertThat(
                        LedgerServers.ask(
                                place,
                                "select string_agg(indexname, ' ' order by indexname collate \"C\")"
                                        + " from pg_indexes where schemaname = current_schema() and"
                                        + " indexname not like '%_pkey'"))
                .isEqualTo(
                        LedgerFiles.ask(
                                file,
                                "select group_concat(name, ' ' order by name) from sqlite_schema"
                                    + " where type = 'index' and sql is not null and tbl_name <>"
                                    + " 'pending'"));
    }

    @Test
    void showsExactDollars() throws SQLException {
        PostgresServer place = servers.emptyPlace();
        servers.open(place)
                .ledger()
                .record(List.of(recording(costing(id(1), credits("-9223372.036854775808")))));

        assertThat(LedgerServers.ask(place, "select spend from generation_usd"))
                .isEqualTo("-9223372.036854775808");
    }

    @Test
    void manyCanCreateOneLedgerAtOnce() throws Exception {
        PostgresServer place = servers.emptyPlace();
        List<Boolean> created =
                atOnce(
                        8,
                        number -> {
                            try (LedgerDatabase database = LedgerDatabase.open(place)) {
                                return database.isNew();
                            }
                        });

        assertThat(created).containsOnlyOnce(true);
    }

    /** Claims, settlements and recordings of the same ids over separate connections. */
    @Test
    void manyWritersLoseNothingAndDoubleNothing() throws Exception {
        PostgresServer place = servers.emptyPlace();
        LedgerDatabase database = servers.open(place);
        database.pending()
                .track(
                        IntStream.range(0, 400).mapToObj(SampleGenerations::id).collect(toSet()),
                        Instant.now());
        List<List<String>> all =
                atOnce(
                        6,
                        number -> {
                            try (LedgerDatabase own = LedgerDatabase.open(place)) {
                                return number < 4
                                        ? LedgerProcess.collect(own)
                                        : recordAll(own, number);
                            }
                        });
        long claimed = all.stream().flatMap(List::stream).distinct().count();

        assertThat(all.stream().mapToInt(List::size).sum()).as("claimed once").isEqualTo(claimed);
        assertThat(
                        LedgerServers.ask(
                                place,
                                "select (select count(*) from document) || ' ' || max(revision)"
                                        + " from entry"))
                .isEqualTo("400 1");
        assertThat(
                        LedgerServers.ask(
                                place,
                                "select count(distinct spend_picousd) || ' ' || sum(spend_picousd)"
                                        + " from entry"))
                .isEqualTo("1 " + 400L * 1_489_509_000L);
        assertThat(
                        LedgerServers.ask(
                                place, "select count(*) from tracked where state <> 'recorded'"))
                .isEqualTo("0");
    }

    private static List<String> recordAll(LedgerDatabase own, int number) {
        for (int i = 0; i < 400; i += 20) {
            // One ascending, one descending: locking rows in opposite orders must not deadlock.
            int from = number % 2 == 0 ? i : 380 - i;
            var unused =
                    own.ledger()
                            .record(
                                    IntStream.range(from, from + 20)
                                            .mapToObj(one -> recording(complete(id(one))))
                                            .toList());
        }
        return List.of();
    }

    private interface Work<T> {
        T with(int number) throws Exception;
    }

    private static <T> List<T> atOnce(int many, Work<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<T>> all =
                    IntStream.range(0, many)
                            .mapToObj(number -> threads.submit(() -> work.with(number)))
                            .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> one : all) {
                results.add(one.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void openExistingCreatesNoTables() {
        PostgresServer place = servers.emptyPlace();

        assertThat(refusalOf(() -> LedgerDatabase.openExisting(place)))
                .hasMessage("no ledger at " + place + "; track or import into it first");
        assertThat(LedgerDatabase.hasLedger(place)).isFalse();
        servers.open(place);
        assertThat(LedgerDatabase.hasLedger(place)).isTrue();
    }

    @Test
    void aLedgerOfANewerVersionIsRefused() {
        PostgresServer place = servers.emptyPlace();
        servers.open(place);
        LedgerServers.change(place, "insert into schema_version values (16, 0)");

        assertThat(refusalOf(() -> LedgerDatabase.open(place)))
                .hasMessageContaining("newer Genledger (schema version 16, this one reads 15)");
    }

    @Test
    void namesTablesOfAnotherProgram() {
        PostgresServer place = servers.emptyPlace();
        LedgerServers.change(place, "create table document (title text)");

        assertThat(refusalOf(() -> LedgerDatabase.open(place)))
                .hasMessageContaining("is not a ledger")
                .hasMessageContaining("with the names document");
    }

    @Test
    void translatesErrorsWithoutThePassword() {
        PostgresServer place = servers.emptyPlace();
        LedgerServers.change(TestServer.asOwner(""), "drop role if exists guarded");
        LedgerServers.change(TestServer.asOwner(""), "create role guarded login password 'open'");
        Optional<String> wrong = Optional.of("hunter2");
        PostgresServer guarded =
                new PostgresServer(place.place(), place.settings(), Optional.of("guarded"), wrong);

        assertThat(refusalOf(() -> LedgerDatabase.open(guarded)))
                .hasMessageContaining("refused the login of guarded")
                .hasMessageNotContaining("hunter2");
        assertThat(guarded.toString()).doesNotContain("hunter2");
        PostgresServer allowed =
                new PostgresServer(
                        place.place(), Map.of(), Optional.of("guarded"), Optional.of("open"));
        assertThat(refusalOf(() -> LedgerDatabase.open(allowed)))
                .hasMessageContaining("does not permit that to guarded");
        assertThat(
                        refusalOf(() ->
                                LedgerDatabase.open(
                                        PostgresServer.of("postgres://localhost:1/ledger"))))
                .hasMessageContaining("cannot be reached")
                .matches(LedgerUnavailableException::isTransient);
        assertThat(
                        refusalOf(() ->
                                LedgerDatabase.open(
                                        PostgresServer.of(
                                                "postgres://postgres@localhost:%d/nowhere"
                                                        .formatted(TestServer.port())))))
                .hasMessageContaining("has no such database");
        LedgerServers.change(TestServer.asOwner(""), "drop role guarded");
    }

    @Test
    void aRefusedBatchShowsTheServersWordsAndNoDocument() {
        PostgresServer place = servers.emptyPlace();
        servers.open(place);
        String schema = place.settings().get("currentSchema");
        LedgerServers.change(TestServer.asOwner(""), "drop role if exists reader");
        LedgerServers.change(
                place,
                "create role reader login; grant usage on schema %s to reader; grant select on all tables in schema %s to reader; grant insert on document, entry, dimension_value to reader; grant update on tracked to reader; grant usage on all sequences in schema %s to reader"
                        .formatted(schema, schema, schema));
        LedgerDatabase database =
                servers.open(
                        new PostgresServer(
                                place.place(),
                                place.settings(),
                                Optional.of("reader"),
                                Optional.empty()));
        LedgerUnavailableException refusal =
                refusalOf(() -> database.ledger().record(List.of(recording(complete(id(1))))));

        assertThat(refusal)
                .hasMessage(
                        place
                                + " does not permit that to reader: ERROR: permission denied for"
                                + " table generation; ask its owner to grant it");
        assertThat(Throwables.getStackTrace(refusal)).doesNotContain(id(1).value(), "\\x");
    }

    @Test
    void aDatabaseOfAnotherEncodingIsSaidToBeThat() {
        LedgerServers.change(
                TestServer.asOwner(""),
                "create database western encoding 'LATIN1' locale 'C' template template0");
        PostgresServer western =
                PostgresServer.of("postgresql://localhost:%d/western".formatted(TestServer.port()))
                        .orElse(Optional.of("postgres"), Optional.empty());
        try (LedgerDatabase database = LedgerDatabase.open(western)) {
            Generation arrow =
                    Sample.complete().id(id(1).value()).with(Sample.routing("a/→", "b")).build();

            assertThat(refusalOf(() -> database.ledger().record(List.of(recording(arrow)))))
                    .hasMessageStartingWith(
                            western + " cannot store every character, because its encoding is not")
                    .hasMessageContaining("--encoding=UTF8");
        }
        LedgerServers.change(TestServer.asOwner(""), "drop database western");
    }

    private static LedgerUnavailableException refusalOf(ThrowingCallable action) {
        return assertThatExceptionOfType(LedgerUnavailableException.class)
                .isThrownBy(action)
                .actual();
    }
}
