package io.genledger.adapter.sql;

import java.sql.PreparedStatement;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/**
 * One statement, run for many rows. jOOQ writes it down, once; bound by jOOQ too, a row would cost
 * twice the processor time.
 */
final class Bulk {

    private final String statement;

    /** Writes {@code query} down once; keep this for as long as it is used. */
    Bulk(Query query) {
        this.statement = DSL.using(SQLDialect.SQLITE, Session.SETTINGS).render(query);
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
        return sql.connectionResult(connection -> {
            try (PreparedStatement each = connection.prepareStatement(statement)) {
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        // Nulls too: what is not set keeps the value it had in the row before.
                        each.setObject(i + 1, row[i]);
                    }
                    each.addBatch();
                }
                return each.executeBatch();
            }
        });
    }
}
