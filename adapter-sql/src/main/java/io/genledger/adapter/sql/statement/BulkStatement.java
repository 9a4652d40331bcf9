package io.genledger.adapter.sql.statement;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Link;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * One statement that is executed for many rows. jOOQ renders it once per engine; JDBC binds the
 * values, because binding by jOOQ needs twice the processor time.
 */
public final class BulkStatement {

    /** Bounds the driver's copy of the rows, which the garbage collector would copy, too. */
    private static final int ROWS_AT_ONCE = 500;

    private final Query query;
    private final Map<Class<? extends Engine>, String> rendered = new ConcurrentHashMap<>();

    /**
     * A statement for the life of the program, since its rendered text is cached.
     *
     * @param query its parameters are bound in the order in which they are written
     */
    public BulkStatement(Query query) {
        this.query = query;
    }

    /**
     * The values of {@code row} in column order. jOOQ's {@code intoArray} looks up a record mapper
     * on every call.
     */
    public static Object[] row(Record row) {
        Object[] values = new Object[row.size()];
        Arrays.setAll(values, row::get);
        return values;
    }

    /**
     * Executes the statement once per row.
     *
     * @param rows the values of the statement's parameters, in their order
     * @return for each of {@code rows}, the number of rows of the table that changed
     */
    public int[] execute(DSLContext sql, List<? extends @Nullable Object[]> rows) {
        Engine engine = Engine.of(sql);
        String statement = rendered.computeIfAbsent(engine.getClass(), any -> sql.render(query));
        return Link.prepared(sql, statement, each -> execute(each, engine, rows));
    }

    private static int[] execute(
            PreparedStatement each, Engine engine, List<? extends @Nullable Object[]> rows)
            throws SQLException {
        each.clearBatch();
        int[] changed = new int[rows.size()];
        int executed = 0;
        for (int end = 1; end <= rows.size(); end++) {
            bind(each, engine, rows.get(end - 1));
            each.addBatch();
            if (end - executed == ROWS_AT_ONCE || end == rows.size()) {
                int[] some = each.executeBatch();
                System.arraycopy(some, 0, changed, executed, some.length);
                executed = end;
            }
        }
        return changed;
    }

    private static void bind(PreparedStatement each, Engine engine, @Nullable Object[] row)
            throws SQLException {
        for (int i = 0; i < row.length; i++) {
            // Nulls, too: an unbound parameter keeps the value of the previous row.
            each.setObject(i + 1, row[i] instanceof String text ? engine.storable(text) : row[i]);
        }
    }
}
