package io.genledger.adapter.sql.rollup;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.BulkStatement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertOnDuplicateStep;
import org.jooq.InsertValuesStepN;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** Adds sums to the rows of one rollup. */
public final class RollupStatement {

    private final Table<?> table;
    private final List<Field<?>> keys;
    private final BulkStatement upsert;

    /** The columns of {@code table} are its primary key and then its sums. */
    public RollupStatement(Table<?> table) {
        this.table = table;
        int count = Objects.requireNonNull(table.getPrimaryKey()).getFields().size();
        this.keys = List.of(table.fields()).subList(0, count);
        this.upsert = new BulkStatement(upsert(insert().values(new Object[table.fields().length])));
    }

    private InsertValuesStepN<?> insert() {
        return insertInto(table, table.fields());
    }

    private Query upsert(InsertOnDuplicateStep<?> insert) {
        Map<Field<?>, Object> sums = new LinkedHashMap<>();
        for (Field<?> column :
                List.of(table.fields()).subList(keys.size(), table.fields().length)) {
            Field<Long> sum = column.coerce(Long.class);
            sums.put(column, sum.plus(excluded(sum)));
        }
        return insert.onConflict(keys).doUpdate().set(sums);
    }

    /**
     * Adds the sums that a query returns.
     *
     * @param rows has the columns of the rollup in their order, and a {@code where} clause, without
     *     which SQLite misunderstands the statement
     */
    public void add(DSLContext sql, Select<Record> rows) {
        sql.execute(upsert(insert().select(rows)));
    }

    /** Touches each row once, in the order of the keys: writers cannot deadlock. */
    void add(DSLContext sql, Map<RollupKey, long[]> sums) {
        List<Object[]> rows =
                sums.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(one -> row(one.getKey(), one.getValue()))
                        .toList();
        Engine.of(sql)
                .stage(sql, table, rows)
                .ifPresentOrElse(staged -> add(sql, staged), () -> upsert.execute(sql, rows));
    }

    private static Object[] row(RollupKey key, long[] sums) {
        Object[] row = new Object[key.length() + sums.length];
        int start = key.put(row);
        for (int i = 0; i < sums.length; i++) {
            row[start + i] = sums[i];
        }
        return row;
    }
}
