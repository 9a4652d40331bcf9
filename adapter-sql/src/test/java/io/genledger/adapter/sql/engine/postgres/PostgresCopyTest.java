package io.genledger.adapter.sql.engine.postgres;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.FINDING_MONEY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresCopyTest {

    private static final int ROWS = 1_000;

    @RegisterExtension final LedgerServers servers = new LedgerServers();
    private PostgresServer place;
    private Connection connection;
    private PostgresEngine engine;
    private DSLContext sql;

    @BeforeEach
    void begin() throws SQLException {
        place = servers.emptyLedger();
        engine = LedgerServers.engine(place);
        connection = LedgerServers.connect(place);
        connection.setAutoCommit(false);
        sql = engine.over(connection);
    }

    @AfterEach
    void end() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void copiesIntegersOfBothWidthsAndUnknownOnes() {
        List<Object[]> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i ->
                                new Object[] {
                                    Long.MAX_VALUE - i, i, i % 3 == 0 ? null : -i * 1L, 1, 2, null
                                })
                        .toList();

        assertThat(engine.copy(sql, FINDING_MONEY, rows)).isTrue();

        List<Record> copied =
                List.copyOf(
                        sql.select(FINDING_MONEY.fields())
                                .from(FINDING_MONEY)
                                .orderBy(FINDING_MONEY.FINDING)
                                .fetch());
        for (int i = 0; i < ROWS; i++) {
            assertThat(copied.get(i).intoArray())
                    .containsExactly(
                            Long.MAX_VALUE - i, i, i % 3 == 0 ? null : -i * 1L, 1L, 2L, null);
        }
    }

    @Test
    void copiesBodiesLongerThanItsBuffer() {
        byte[] body = new byte[1_000_000];
        new Random(1).nextBytes(body);
        List<Object[]> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i ->
                                new Object[] {
                                    (long) i,
                                    i == 7 ? "gen-\u0000-\ud83d\ude00-\ud800" : null,
                                    1,
                                    i == 7 ? body : new byte[i]
                                })
                        .toList();

        assertThat(engine.copy(sql, DOCUMENT, rows)).isTrue();

        assertThat(sql.fetchCount(DOCUMENT)).isEqualTo(ROWS);
        Record seventh =
                sql.select(DOCUMENT.REQUESTED_ID, DOCUMENT.BODY)
                        .from(DOCUMENT)
                        .where(DOCUMENT.SEQ.eq(7L))
                        .fetchSingle();
        assertThat(seventh.get(DOCUMENT.REQUESTED_ID)).isEqualTo("gen-\ufffd-\ud83d\ude00-\ufffd");
        assertThat(seventh.get(DOCUMENT.BODY)).isEqualTo(body);
        assertThat(sql.fetchValue("select sum(length(body)) from document where seq <> 7"))
                .hasToString(String.valueOf(ROWS * (ROWS - 1) / 2 - 7));
    }

    @Test
    void copiesFlags() {
        List<Object[]> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i -> {
                            Object[] row = new Object[TRACKED.fields().length];
                            row[TRACKED.fieldsRow().indexOf(TRACKED.ID)] = "gen-" + i;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.ACCOUNT)] = "default";
                            row[TRACKED.fieldsRow().indexOf(TRACKED.STATE)] = "pending";
                            row[TRACKED.fieldsRow().indexOf(TRACKED.REFRESH)] = i < 10;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.FIRST_SEEN_US)] = 1L;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.SINCE_US)] = 1L;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.NEXT_DUE_US)] = 1L;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.ATTEMPTS)] = 0;
                            row[TRACKED.fieldsRow().indexOf(TRACKED.LOOKED_UP)] = false;
                            return row;
                        })
                        .toList();

        assertThat(engine.copy(sql, TRACKED, rows)).isTrue();

        assertThat(sql.fetchCount(TRACKED, TRACKED.REFRESH.isTrue())).isEqualTo(10);
    }

    @Test
    void aRowThatDoesNotFitLeavesTheConnectionUsable() throws SQLException {
        List<Object[]> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new Object[] {"a" + i, i == 500 ? new Object() : "b"})
                        .toList();

        assertThatThrownBy(() -> engine.copy(sql, SETTING, rows))
                .isInstanceOf(ClassCastException.class);
        connection.rollback();

        assertThat(sql.fetchCount(SETTING, SETTING.NAME.like("a%"))).isZero();
    }

    @Test
    void queriesRowsInTheirOrder() {
        List<Object[]> rows = new ArrayList<>(settings("a"));
        rows.add(new Object[] {"quoted", "{\"a\\\\b\", null, ''}"});
        rows.add(new Object[] {"empty", ""});
        rows.add(new Object[] {"none", null});

        Result<Record> found = engine.queryOf(sql, SETTING, rows).orElseThrow().fetch();

        assertThat(found.map(row -> List.of("" + row.get(0), "" + row.get(1))))
                .containsExactlyElementsOf(
                        rows.stream().map(row -> List.of("" + row[0], "" + row[1])).toList());
    }

    @Test
    void aQueryOfRowsHasTheTypesOfTheTable() {
        List<Object[]> rows =
                IntStream.range(0, ROWS)
                        .mapToObj(i -> new Object[] {"id" + i, Long.MIN_VALUE + i, i, null})
                        .toList();

        sql.insertInto(GENERATION, GENERATION.fields())
                .select(engine.queryOf(sql, GENERATION, rows).orElseThrow())
                .execute();

        assertThat(sql.fetchCount(GENERATION, GENERATION.READ_AGE_S.isNull())).isEqualTo(ROWS);
        assertThat(
                        sql.fetchValue(
                                GENERATION.CURRENT,
                                GENERATION.ID.eq("id7").and(GENERATION.COLLECTED.eq(7))))
                .isEqualTo(Long.MIN_VALUE + 7);
    }

    @Test
    void fewRowsAreLeftToStatements() {
        assertThat(engine.queryOf(sql, SETTING, settings("a").subList(0, 3))).isEmpty();
    }

    @Test
    void aConnectionOfNoPostgresDriverIsLeftToStatements() {
        Connection foreign =
                (Connection)
                        Proxy.newProxyInstance(
                                getClass().getClassLoader(),
                                new Class<?>[] {Connection.class},
                                (proxy, method, arguments) -> {
                                    if (method.getName().equals("isWrapperFor")) {
                                        return false;
                                    }
                                    try {
                                        return method.invoke(connection, arguments);
                                    } catch (InvocationTargetException failure) {
                                        throw failure.getCause();
                                    }
                                });
        DSLContext over = engine.over(foreign);

        assertThat(engine.copy(over, SETTING, settings("any"))).isFalse();
    }

    private static List<Object[]> settings(String prefix) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> new Object[] {prefix + (i * 7 % ROWS), "value"})
                .toList();
    }
}
