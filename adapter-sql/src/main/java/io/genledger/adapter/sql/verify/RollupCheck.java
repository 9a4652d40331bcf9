package io.genledger.adapter.sql.verify;

import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.genledger.ports.ledger.admin.LedgerFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jooq.Condition;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Compares the rows of one rollup with the rows that they sum. The database subtracts one from the
 * other and returns the keys whose difference is not zero, so that a ledger of any size is compared
 * in bounded memory.
 *
 * @param rollup the rollup
 * @param part the rows of {@code rollup} to compare
 * @param keys the names of the columns of its primary key, without the shard
 * @param columns the names of its sums
 * @param source the rows that it sums, with the columns {@code keys} and {@code columns}
 */
record RollupCheck(
        Table<?> rollup,
        Condition part,
        List<String> keys,
        List<String> columns,
        Select<Record> source) {

    private static final int FETCHED_AT_ONCE = 1_000;

    /** Adds a fault for each figure that differs. */
    void run(DSLContext sql, RowText text, Faults faults) {
        List<Figure> figures = Figure.in(columns);
        try (Cursor<Record> differing =
                sql.fetchLazy(differences(figures).fetchSize(FETCHED_AT_ONCE))) {
            for (Record row : differing) {
                Map<String, Long> difference = sums(row);
                figures.stream()
                        .filter(figure -> !figure.isZero(difference))
                        .forEach(figure ->
                                faults.add(() -> fault(sql, text, row, figure, difference)));
            }
        }
    }

    private Select<Record> differences(List<Figure> figures) {
        List<Field<?>> found = new ArrayList<>();
        keys.forEach(key -> found.add(rollup.field(key)));
        columns.forEach(column -> found.add(sumIn(rollup, column).neg().as(column)));
        Table<?> both = source.unionAll(select(found).from(rollup).where(part)).asTable("compared");
        List<Field<?>> selected = new ArrayList<>(keyFields(both));
        columns.forEach(column -> selected.add(total(both, column).as(column)));
        return select(selected)
                .from(both)
                .groupBy(keyFields(both))
                .having(
                        DSL.or(
                                figures.stream()
                                        .map(figure ->
                                                figure.isNotZero(column -> total(both, column)))
                                        .toList()));
    }

    private List<Field<Integer>> keyFields(Table<?> table) {
        return keys.stream()
                .<Field<Integer>>map(key -> Objects.requireNonNull(table.field(key, Integer.class)))
                .toList();
    }

    private static Field<Long> sumIn(Table<?> table, String column) {
        return Objects.requireNonNull(table.field(column, Long.class));
    }

    private static Field<Long> total(Table<?> table, String column) {
        return coalesce(sum(sumIn(table, column)), inline(BigDecimal.ZERO))
                .cast(SQLDataType.BIGINT);
    }

    private Map<String, Long> sums(Record row) {
        Map<String, Long> sums = new LinkedHashMap<>();
        columns.forEach(column -> sums.put(column, row.get(column, Long.class)));
        return sums;
    }

    private LedgerFault fault(
            DSLContext sql, RowText text, Record row, Figure figure, Map<String, Long> difference) {
        Map<String, Long> found = found(sql, row);
        Map<String, Long> expected = new LinkedHashMap<>(found);
        difference.forEach((column, value) -> expected.merge(column, value, Long::sum));
        return new LedgerFault(
                rollup.getName(),
                text.of(rollup.getName(), keys, row),
                figure.name(),
                figure.text(expected),
                figure.text(found));
    }

    /** The sums of all shards. */
    private Map<String, Long> found(DSLContext sql, Record row) {
        Condition isRow =
                DSL.and(
                        keys.stream()
                                .map(key ->
                                        field(name(key), Integer.class)
                                                .eq(row.get(key, Integer.class)))
                                .toList());
        return sums(
                sql.select(
                                columns.stream()
                                        .map(column -> total(rollup, column).as(column))
                                        .toList())
                        .from(rollup)
                        .where(isRow)
                        .fetchSingle());
    }
}
