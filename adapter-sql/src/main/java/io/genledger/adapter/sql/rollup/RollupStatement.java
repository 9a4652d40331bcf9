package io.genledger.adapter.sql.rollup;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.statement.BulkStatement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.UniqueKey;

/** Adds sums to the rows of one rollup. */
final class RollupStatement {

    private final BulkStatement upsert;
    private final int columns;

    /** The columns of {@code table} are its primary key and then its sums. */
    RollupStatement(Table<?> table) {
        this.upsert = new BulkStatement(upsert(table));
        this.columns = table.fields().length;
    }

    private static <R extends Record> Query upsert(Table<R> table) {
        UniqueKey<R> key = Objects.requireNonNull(table.getPrimaryKey());
        Map<Field<?>, Object> sums = new LinkedHashMap<>();
        for (Field<?> column : table.fields()) {
            if (!key.getFields().contains(column)) {
                Field<Long> sum = column.coerce(Long.class);
                sums.put(column, sum.plus(excluded(sum)));
            }
        }
        return insertInto(table, table.fields())
                .values(new Object[table.fields().length])
                .onConflict(key.getFields())
                .doUpdate()
                .set(sums);
    }

    /** Touches each row once, in the order of the keys: writers cannot deadlock. */
    void add(DSLContext sql, Map<RollupKey, long[]> sums) {
        List<Object[]> rows = new ArrayList<>(sums.size());
        new TreeMap<>(sums)
                .forEach((key, values) -> {
                    Object[] row = new Object[columns];
                    int start = key.put(row);
                    for (int i = 0; i < values.length; i++) {
                        row[start + i] = values[i];
                    }
                    rows.add(row);
                });
        upsert.execute(sql, rows);
    }
}
