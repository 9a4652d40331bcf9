package io.genledger.adapter.sql;

import java.sql.PreparedStatement;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;

/**
 * Runs one statement for many rows. jOOQ writes the statement, but would look at each value anew,
 * which takes several times as long as writing it into the file.
 */
final class Bulk {

    private Bulk() {}

    /**
     * Binds and runs {@code query} once per row.
     *
     * @param rows values for the statement's parameters, in their order
     * @return for each row how many rows of the table it changed
     */
    static int[] execute(DSLContext sql, Query query, List<Object[]> rows) {
        return sql.connectionResult(connection -> {
            try (PreparedStatement statement = connection.prepareStatement(query.getSQL())) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        statement.setObject(i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            }
        });
    }
}
