package io.genledger.adapter.sql.report.grouping;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.genledger.adapter.sql.report.range.ReportRanges;
import io.genledger.adapter.sql.report.range.SignedRange;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statement of a report: rows of the ranges of each table, summed by group. Its columns are the
 * number of the period or the text of each dimension, the figures, percentiles if these are asked
 * for, and the level if there are subtotals.
 */
public final class SpendStatement {

    private static final List<Field<Long>> SUMS =
            Figures.COLUMNS.stream().map(column -> field(name(column.getName()), BIGINT)).toList();

    /** The name of the column that is 0 in rows of subtotals; absent if there are none. */
    public static final String LEVEL_NAME = "level";

    private static final Field<Integer> LEVEL = field(name(LEVEL_NAME), INTEGER);

    private final SpendQuery query;
    private final RowOrder order;
    private final List<GroupKey> keys;
    private final List<Field<?>> columns;
    private final List<Field<Long>> values = new ArrayList<>(SUMS);
    private final List<CommonTableExpression<?>> with = new ArrayList<>();
    private final RangeRows rows;
    private final DurationSpreads spreads;

    /**
     * The statement of {@code query} over no row.
     *
     * @param texts how the rows have the texts of a dimension
     */
    public SpendStatement(SpendQuery query, Function<Dimension, TextDimension> texts) {
        this.query = query;
        this.order = RowOrder.of(query);
        this.keys = GroupKey.of(query, texts);
        this.columns = keys.stream().<Field<?>>map(GroupKey::column).toList();
        this.rows = new RangeRows(keys, SUMS, with);
        this.spreads = new DurationSpreads(keys, with);
        if (query.details().percentiles()) {
            values.addAll(DurationSpreads.COLUMNS);
        }
    }

    /** Adds the sums of some ranges of a table, if there are any. */
    public void add(SpendSource source, List<SignedRange> ranges) {
        rows.add(source, source.figures(), ranges);
    }

    /** Adds the durations of some entries, for a query of percentiles. */
    public void addDurations(SpendSource entries, ReportRanges ranges) {
        if (!ranges.micros().isEmpty()) {
            spreads.add(
                    entries,
                    (durations, source, values) -> durations.add(source, values, ranges.micros()));
        }
    }

    /**
     * Adds all rows of a table, with their durations in a query of percentiles.
     *
     * @param period the number of a row's period, or the clock's offset for an hour
     */
    public void addAll(SpendSource entries, Function<Dimension, Field<Long>> period) {
        rows.addAll(entries, entries.figures(), period);
        if (query.details().percentiles()) {
            spreads.add(
                    entries,
                    (durations, source, values) -> durations.addAll(source, values, period));
        }
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /**
     * The statement over all rows that were added.
     *
     * @param isGrouped whether each row that was added is alone in its group, so that there is
     *     nothing to sum
     */
    public ResultQuery<Record> build(DSLContext sql, boolean isGrouped) {
        Table<?> groups =
                isGrouped ? rows.table() : Groups.sums(rows.table(), columns, SUMS, "total");
        if (keys.stream().anyMatch(GroupKey::isPart)) {
            groups =
                    Groups.sums(Groups.byPart(groups, "total", keys, SUMS), columns, SUMS, "parts");
        }
        Table<?> all = query.hasSubtotals() ? withSubtotals(groups) : withSpreads(groups, columns);
        return ordered(sql, all);
    }

    /** The groups with the percentiles of their durations, if these are asked for. */
    private Table<?> withSpreads(Table<?> groups, List<Field<?>> by) {
        if (!query.details().percentiles()) {
            return groups;
        }
        Stream<Field<Long>> noSums = SUMS.stream().map(sum -> none(sum));
        List<Field<?>> sums = new ArrayList<>(by);
        sums.addAll(SUMS);
        DurationSpreads.COLUMNS.forEach(spread -> sums.add(none(spread)));
        Select<Record> all = DSL.select(sums).from(groups);
        for (Select<Record> spread : spreads.of(by, noSums.<Field<?>>map(one -> one).toList())) {
            all = all.unionAll(spread);
        }
        List<Field<?>> merged = new ArrayList<>(by);
        SUMS.forEach(sum -> merged.add(sum(sum).cast(BIGINT).as(sum)));
        DurationSpreads.COLUMNS.forEach(spread -> merged.add(max(spread).as(spread)));
        return Groups.grouped(DSL.select(merged).from(all.asTable("spread")), by).asTable("merged");
    }

    /** The groups, and the sums of each value of the first key as rows of level 0. */
    private Table<?> withSubtotals(Table<?> groups) {
        CommonTableExpression<?> detail =
                name("detail").as(DSL.select(all(columns, SUMS)).from(groups));
        with.add(detail);
        List<Field<?>> first = columns.subList(0, 1);
        Table<?> subtotals = withSpreads(Groups.sums(detail, first, SUMS, "subtotal"), first);
        List<Field<?>> upper = new ArrayList<>(List.of(inline(0).as(LEVEL)));
        upper.addAll(first);
        columns.subList(1, columns.size()).forEach(key -> upper.add(none(key)));
        upper.addAll(values);
        upper.addAll(named(order.measures(SUMS::get)));
        List<Field<?>> lower = new ArrayList<>(List.of(inline(1).as(LEVEL)));
        lower.addAll(all(columns, values));
        lower.addAll(
                named(
                        order.measures(figure ->
                                sum(SUMS.get(figure)).over().partitionBy(first).cast(BIGINT))));
        return DSL.select(upper)
                .from(subtotals)
                .unionAll(DSL.select(lower).from(withSpreads(detail, columns)))
                .asTable("levels");
    }

    private ResultQuery<Record> ordered(DSLContext sql, Table<?> all) {
        Table<?> from = all;
        List<Field<?>> selected = new ArrayList<>();
        List<OrderField<?>> groupOrder = new ArrayList<>();
        for (GroupKey key : keys) {
            Field<?> shown = key.column();
            if (key.text().flatMap(text -> text.column()).isPresent()) {
                String alias = "text" + key.index();
                from = from.leftJoin(Groups.texts(key, alias)).on(Groups.isNumbered(alias, shown));
                shown = Groups.text(alias);
            }
            selected.add(shown);
            groupOrder.add(order.ofKey(shown));
        }
        selected.addAll(values);
        List<OrderField<?>> by = new ArrayList<>();
        if (query.hasSubtotals()) {
            selected.add(LEVEL);
            named(order.measures(SUMS::get))
                    .forEach(one ->
                            by.add(order.ofMeasure(field(one.getUnqualifiedName(), BIGINT))));
            by.add(groupOrder.get(0));
            by.add(LEVEL);
        }
        order.measures(SUMS::get).forEach(measure -> by.add(order.ofMeasure(measure)));
        by.addAll(groupOrder);
        // Corrections may have left a group without generations.
        return sql.with(with)
                .select(selected)
                .from(from)
                .where(SUMS.get(Figures.REQUESTS).ne(inline(0L)))
                .orderBy(by);
    }

    private static List<Field<?>> all(List<Field<?>> some, List<Field<Long>> others) {
        return Stream.<Field<?>>concat(some.stream(), others.stream()).toList();
    }

    /** The measures of the subtotal to which a row belongs. */
    private static List<Field<Long>> named(List<Field<Long>> measures) {
        List<Field<Long>> named = new ArrayList<>();
        for (Field<Long> measure : measures) {
            named.add(measure.as(name("subtotal" + named.size())));
        }
        return named;
    }

    private static <T> Field<T> none(Field<T> column) {
        return inline((T) null, column.getDataType()).cast(column.getDataType()).as(column);
    }
}
