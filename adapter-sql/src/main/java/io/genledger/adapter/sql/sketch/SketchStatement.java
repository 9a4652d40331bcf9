package io.genledger.adapter.sql.sketch;

import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.with;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Link;
import io.genledger.adapter.sql.entry.RollupKey;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.tables.tables.RollupSketch;
import io.genledger.domain.metrics.DurationSketch;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Query;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * Adds durations to sketches. A database cannot add up bodies, so they are read and replaced; no
 * other transaction writes to the rows of the same shard meanwhile.
 */
public final class SketchStatement {

    /** Up to this number, keys are read one by one. */
    private static final int FEW = 4;

    /** The keys that are read at once. */
    private static final int MANY = 32;

    private final RollupSketch table;
    private final List<Field<?>> keys;
    private final Query upsert;
    private final Map<String, String> rendered = new ConcurrentHashMap<>();

    /** Adds to {@code table}. */
    public SketchStatement(RollupSketch table) {
        this.table = table;
        int count = Objects.requireNonNull(table.getPrimaryKey()).getFields().size();
        this.keys = List.of(table.fields()).subList(0, count);
        this.upsert =
                insertInto(table, table.fields())
                        .values(new Object[table.fields().length])
                        .onConflict(keys)
                        .doUpdate()
                        .set(table.LATENCY, excluded(table.LATENCY))
                        .set(table.GENERATION_TIME, excluded(table.GENERATION_TIME));
    }

    /** The sketches of one row. */
    private record Present(DurationSketch latency, DurationSketch generationTime) {

        private static final Present NONE = new Present(DurationSketch.EMPTY, DurationSketch.EMPTY);
    }

    /** Adds to the sketches of each row once, in the order of the keys. */
    public void add(DSLContext sql, SketchSums sums) {
        List<RollupKey> all = sums.keys();
        Map<RollupKey, Present> present = new HashMap<>();
        int start = 0;
        while (start < all.size()) {
            int read = all.size() - start > FEW ? Math.min(MANY, all.size() - start) : 1;
            read(sql, all.subList(start, start + read), present);
            start += read;
        }
        write(sql, sums, key -> present.getOrDefault(key, Present.NONE));
    }

    /** Inserts sketches of which the table has no row, faster than they are added. */
    public void insert(DSLContext sql, SketchSums sums) {
        write(sql, sums, key -> Present.NONE);
    }

    private void write(DSLContext sql, SketchSums sums, Function<RollupKey, Present> present) {
        Chunks.of(sums.keys())
                .forEach(some ->
                        write(
                                sql,
                                some.stream()
                                        .map(key -> row(key, sums, present.apply(key)))
                                        .toList()));
    }

    /** By JDBC, as {@code BulkStatement} does, but also while a migration has no engine yet. */
    private void write(DSLContext sql, List<@Nullable Object[]> rows) {
        String text =
                rendered.computeIfAbsent(
                        Engine.systemOf(sql) + " write", any -> sql.render(upsert));
        Link.prepared(
                sql,
                text,
                each -> {
                    each.clearBatch();
                    for (@Nullable Object[] row : rows) {
                        for (int i = 0; i < row.length; i++) {
                            each.setObject(i + 1, row[i]);
                        }
                        each.addBatch();
                    }
                    return each.executeBatch();
                });
    }

    private @Nullable Object[] row(RollupKey key, SketchSums sums, Present present) {
        @Nullable Object[] row = new @Nullable Object[table.fields().length];
        int figures = key.put(row);
        row[figures] = SketchBody.encode(present.latency().plus(sums.latency(key)));
        row[figures + 1] =
                SketchBody.encode(present.generationTime().plus(sums.generationTime(key)));
        return row;
    }

    /** By one of two statements, which stay prepared: that of many repeats the last key. */
    private void read(DSLContext sql, List<RollupKey> some, Map<RollupKey, Present> present) {
        int size = some.size() == 1 ? 1 : MANY;
        String text =
                rendered.computeIfAbsent(
                        Engine.systemOf(sql) + " read " + size, any -> sql.render(select(size)));
        Link.prepared(
                sql,
                text,
                each -> {
                    int parameter = 1;
                    for (int i = 0; i < size; i++) {
                        RollupKey key = some.get(Math.min(i, some.size() - 1));
                        for (int part = 0; part < key.length(); part++) {
                            each.setInt(parameter++, key.part(part));
                        }
                    }
                    try (ResultSet row = each.executeQuery()) {
                        while (row.next()) {
                            put(row, present);
                        }
                    }
                    return present.size();
                });
    }

    /** Selects the rows of as many keys. */
    private Select<Record> select(int size) {
        List<QueryPart> parameters = new ArrayList<>();
        StringJoiner rows = new StringJoiner(", ", "values ", "");
        for (int i = 0; i < size; i++) {
            StringJoiner row = new StringJoiner(", ", "(", ")");
            for (int key = 0; key < keys.size(); key++) {
                row.add("{" + parameters.size() + "}");
                parameters.add(DSL.param("key" + parameters.size(), SQLDataType.INTEGER));
            }
            rows.add(row.toString());
        }
        List<Name> names = new ArrayList<>();
        List<Condition> isWanted = new ArrayList<>();
        for (Field<?> key : keys) {
            Name name = name("key" + names.size());
            names.add(name);
            isWanted.add(
                    key.coerce(Integer.class)
                            .eq(field(name("wanted").append(name), Integer.class)));
        }
        CommonTableExpression<Record> wanted =
                name("wanted")
                        .fields(names.toArray(Name[]::new))
                        .as(resultQuery(rows.toString(), parameters.toArray(QueryPart[]::new)));
        // SQLite reads the first table of a cross join first, and the second by its index.
        return with(wanted)
                .select(table.fields())
                .from(wanted.crossJoin(table))
                .where(DSL.and(isWanted));
    }

    private void put(ResultSet row, Map<RollupKey, Present> present) throws SQLException {
        int[] parts = new int[keys.size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = row.getInt(i + 1);
        }
        present.put(
                new RollupKey(parts),
                new Present(
                        SketchBody.decode(row.getBytes(parts.length + 1)),
                        SketchBody.decode(row.getBytes(parts.length + 2))));
    }
}
