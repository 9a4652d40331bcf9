package io.genledger.adapter.sql.statement;

import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Link;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BulkStatementTest {

    private static final BulkStatement INSERT =
            new BulkStatement(insertInto(SETTING, SETTING.fields()).values(new Object[2]));

    private final Connection connection;
    private final Link link;

    BulkStatementTest() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        link = Link.keeping(new SqliteEngine(Path.of("unused")), connection, () -> false);
    }

    @BeforeEach
    void createTable() {
        link.sql().createTable(SETTING).columns(SETTING.fields()).execute();
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void staysPreparedFromOneBatchToTheNext() {
        Map<String, PreparedStatement> kept = link.kept().orElseThrow();

        assertThat(INSERT.execute(link.sql(), List.<Object[]>of(row("one")))).containsExactly(1);
        List<PreparedStatement> first = List.copyOf(kept.values());
        assertThat(INSERT.execute(link.sql(), List.<Object[]>of(row("two")))).containsExactly(1);

        assertThat(kept.values()).hasSize(1).containsExactlyElementsOf(first);
        assertThat(names()).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void leavesOutTheRowsOfABatchThatFailed() {
        assertThatNullPointerException()
                .isThrownBy(() -> INSERT.execute(link.sql(), Arrays.asList(row("failed"), null)));

        var unused = INSERT.execute(link.sql(), List.<Object[]>of(row("good")));

        assertThat(names()).containsExactly("good");
    }

    private List<String> names() {
        return link.sql().select(SETTING.NAME).from(SETTING).fetch(SETTING.NAME);
    }

    private static Object[] row(String name) {
        return new Object[] {name, ""};
    }
}
