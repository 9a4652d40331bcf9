package io.genledger.adapter.sql;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;

/**
 * One statement, run for many rows. jOOQ writes it down, once; bound by jOOQ too, a row would cost
 * twice the processor time.
 */
final class Bulk {

    private final Query query;
    private final Map<SQLDialect, String> statements = new ConcurrentHashMap<>();

    /** Writes {@code query} down once for each dialect; keep this for as long as it is used. */
    Bulk(Query query) {
        this.query = query;
    }

    /** The values of {@code row}, in their order; jOOQ's own way there looks for a mapper first. */
    static Object[] row(Record row) {
        Object[] values = new Object[row.size()];
        Arrays.setAll(values, row::get);
        return values;
    }

    /**
     * Runs the statement once per row.
     *
     * @param rows values for the statement's parameters, in their order
     * @return for each row how many rows of the table it changed
     */
    int[] execute(DSLContext sql, List<Object[]> rows) {
        Engine engine = Engine.of(sql);
        String statement = statements.computeIfAbsent(sql.dialect(), any -> sql.render(query));
        return sql.connectionResult(connection -> {
            try (PreparedStatement each = connection.prepareStatement(statement)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        // Nulls too: what is not set keeps the value it had in the row before.
                        each.setObject(
                                i + 1,
                                row[i] instanceof String text ? engine.storable(text) : row[i]);
                    }
                    each.addBatch();
                }
                return each.executeBatch();
            }
        });
    }
}
