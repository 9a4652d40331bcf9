package io.genledger.adapter.sql.statement;

import io.genledger.adapter.sql.engine.Engine;
import java.sql.PreparedStatement;
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
        return sql.connectionResult(connection -> {
            try (PreparedStatement each = connection.prepareStatement(statement)) {
                for (@Nullable Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        // Nulls, too: an unbound parameter keeps the value of the previous row.
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
