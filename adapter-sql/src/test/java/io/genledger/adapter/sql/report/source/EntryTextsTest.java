package io.genledger.adapter.sql.report.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.report.Dimension;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

class EntryTextsTest {

    /** More texts than are held at once. */
    private static final int TEXTS = 40_000;

    /** Of the next row's number. */
    private static final int STEP = 7_919;

    private static final int ROWS = 3_000;

    @Test
    void readsTheTextOfEachNumberAlsoWhenThereAreMoreThanItHolds() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            fill(statement);
            EntryTexts texts = new EntryTexts(DSL.using(connection, SQLDialect.SQLITE));
            try (ResultSet row = statement.executeQuery(rows())) {
                for (int i = 0; i < ROWS; i++) {
                    assertThat(row.next()).isTrue();
                    assertThat(texts.read(row, 1)).isEqualTo(expected(i * STEP % TEXTS));
                }
            }
        }
    }

    @Test
    void readsNoTextWhereNoneIsStatedOrTheTableLacksTheNumber() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                Statement statement = connection.createStatement()) {
            fill(statement);
            DSLContext sql = DSL.using(connection, SQLDialect.SQLITE);
            for (int number : new int[] {0, TEXTS + 1, TEXTS + 1_000_000}) {
                try (ResultSet row =
                        statement.executeQuery("select null" + (", " + number).repeat(numbers()))) {
                    assertThat(new EntryTexts(sql).read(row, 1)).isEmpty();
                }
            }
        }
    }

    private static int numbers() {
        return EntryDimension.all().size();
    }

    private static void fill(Statement statement) throws SQLException {
        statement.execute(
                "create table dimension_value (number integer primary key, dimension, value)");
        statement.execute(
                "with recursive n(n) as (select 1 union all select n + 1 from n where n < %d)"
                                .formatted(TEXTS)
                        + " insert into dimension_value select n, 'any', 'a' || n || '/m:v' || n"
                        + " from n");
    }

    /** Rows whose dimensions have numbers one after the other. */
    private static String rows() {
        StringBuilder columns = new StringBuilder("'req-' || first");
        IntStream.range(0, numbers())
                .forEach(i -> columns.append(", (first + %d) %% %d + 1".formatted(i, TEXTS)));
        return "with recursive n(n) as (select 0 union all select n + 1 from n where n < %d)"
                        .formatted(ROWS)
                + " select %s from (select n * %d %% %d as first from n)"
                        .formatted(columns, STEP, TEXTS);
    }

    private static Map<Dimension, String> expected(int first) {
        Map<Dimension, String> texts = new HashMap<>();
        for (Dimension dimension : Dimension.ofLedger()) {
            if (dimension.isTime()) {
                continue;
            }
            TextDimension stored = TextDimension.of(dimension);
            if (stored.column().isEmpty()) {
                texts.put(dimension, "req-" + first);
                continue;
            }
            int number = (first + EntryDimension.all().indexOf(stored.column().get())) % TEXTS + 1;
            texts.put(
                    dimension,
                    switch (dimension) {
                        case AUTHOR -> "a" + number;
                        case VARIANT -> "v" + number;
                        default -> "a%d/m:v%d".formatted(number, number);
                    });
        }
        return texts;
    }
}
