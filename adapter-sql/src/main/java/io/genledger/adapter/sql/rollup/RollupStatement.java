package io.genledger.adapter.sql.rollup;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.insertInto;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.RollupKey;
import io.genledger.adapter.sql.statement.BulkStatement;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

/** Adds sums to the rows of one rollup. */
public final class RollupStatement {

    private final Table<?> table;
    private final List<Field<?>> keys;
    private final boolean[] isNullable;
    private final BulkStatement upsert;

    /** The columns of {@code table} are its primary key and then its sums. */
    public RollupStatement(Table<?> table) {
        this.table = table;
        int count = Objects.requireNonNull(table.getPrimaryKey()).getFields().size();
        this.keys = List.of(table.fields()).subList(0, count);
        this.isNullable = Sums.nullable(table);
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
            // A server stores null in place of zero.
            sums.put(column, coalesce(sum.plus(excluded(sum)), sum, excluded(sum)));
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
    void add(DSLContext sql, RollupSums sums) {
        Engine engine = Engine.of(sql);
        List<@Nullable Object[]> rows = new ArrayList<>();
        sums.sorted().forEach(one -> rows.add(row(engine, one.getKey(), one.getValue())));
        engine.queryOf(sql, table, rows)
                .ifPresentOrElse(all -> add(sql, all), () -> upsert.execute(sql, rows));
    }

    private @Nullable Object[] row(Engine engine, RollupKey key, long[] sums) {
        @Nullable Object[] row = new @Nullable Object[key.length() + sums.length];
        int start = key.put(row);
        for (int i = 0; i < sums.length; i++) {
            boolean isNull = sums[i] == 0 && isNullable[start + i] && engine.storesZeroAsNull();
            row[start + i] = isNull ? null : (Long) sums[i];
        }
        return row;
    }
}
