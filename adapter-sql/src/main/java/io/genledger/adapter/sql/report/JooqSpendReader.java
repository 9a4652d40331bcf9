package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.SpendReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Consumer;

/** Sums spend in the database, from its rollups where these distinguish what is asked. */
public final class JooqSpendReader implements SpendReader {

    /** Rows that PostgreSQL sends at once; without a size it sends all. */
    private static final int FETCH_SIZE = 500;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqSpendReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void read(SpendQuery query, Consumer<SpendRow> rows) {
        connection.snapshot(
                rows,
                (sql, consumer) -> {
                    SpendPlan plan = SpendPlan.of(sql, query);
                    if (!plan.isEmpty()) {
                        String statement = sql.renderInlined(plan.query(sql));
                        SpendRows reader = new SpendRows(query.dimensions());
                        sql.connection(open -> read(open, statement, reader, consumer));
                    }
                    return plan;
                });
    }

    /** By JDBC: jOOQ's records of ten thousand rows take longer than the query. */
    private static void read(
            Connection connection, String query, SpendRows reader, Consumer<SpendRow> rows)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setFetchSize(FETCH_SIZE);
            try (ResultSet row = statement.executeQuery(query)) {
                while (row.next()) {
                    rows.accept(reader.read(row));
                }
            }
        }
    }
}
