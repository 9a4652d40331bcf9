package io.genledger.adapter.sql.engine;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;

/** Reads rows by JDBC: jOOQ's records of ten thousand rows take longer than the query. */
public final class Streamed {

    /** Rows that PostgreSQL sends at once; without a size it sends all. */
    private static final int FETCH_SIZE = 500;

    private Streamed() {}

    /** Reads the row at which a result stands. */
    public interface RowReader {

        void read(ResultSet row) throws SQLException;
    }

    /** Passes the rows of {@code query}, which are not held in memory together, to {@code rows}. */
    public static void read(DSLContext sql, ResultQuery<Record> query, RowReader rows) {
        String text = sql.render(query);
        List<Object> values = sql.extractBindValues(query);
        sql.connection(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(text)) {
                statement.setFetchSize(FETCH_SIZE);
                for (int i = 0; i < values.size(); i++) {
                    statement.setObject(i + 1, values.get(i));
                }
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        rows.read(row);
                    }
                }
            }
        });
    }
}
