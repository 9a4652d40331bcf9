package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.adapter.sql.tables.tables.DimensionValue;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The statement of a report: rows of the ranges of each table, summed by period and dimensions. Its
 * columns are the period's number, the text of each dimension, and the figures.
 */
final class SpendStatement {

    private static final Field<Long> PERIOD = field(name("period"), BIGINT);
    private static final Field<Long> SIGN = field(name("sign"), BIGINT);
    private static final Field<Long> START = field(name("range_start"), BIGINT);
    private static final Field<Long> END = field(name("range_end"), BIGINT);
    private static final Field<Long> EDGE = field(name("edge"), BIGINT);

    private static final List<Field<Long>> SUMS =
            Figures.COLUMNS.stream().map(column -> field(name(column.getName()), BIGINT)).toList();

    private static final Field<Integer> MONTH = inline(Periods.MONTH);
    private static final Field<Long> SPLIT = inline(Picodollars.SPLIT);
    private static final Field<Long> SPEND_REST = rest(sumOf(Figures.SPEND + 1));
    private static final Field<Long> SPEND =
            sumOf(Figures.SPEND).plus(sumOf(Figures.SPEND + 1).minus(SPEND_REST).div(SPLIT));

    private final SpendQuery query;
    private final List<EntryDimension> dimensions;
    private final List<Field<Integer>> numbers;
    private final List<CommonTableExpression<?>> ranges = new ArrayList<>();
    private final List<Select<Record>> parts = new ArrayList<>();

    /**
     * @param dimensions those of {@code query} that are no times
     */
    SpendStatement(SpendQuery query, List<EntryDimension> dimensions) {
        this.query = query;
        this.dimensions = dimensions;
        this.numbers =
                IntStream.range(0, dimensions.size())
                        .mapToObj(i -> field(name("number" + i), INTEGER))
                        .toList();
    }

    /** Adds the rows of some ranges of a table, if there are any. */
    void add(SpendSource source, List<SignedRange> some) {
        if (some.stream().anyMatch(range -> range.sign() < 0)) {
            parts.add(edges(source, some));
        } else if (!some.isEmpty()) {
            parts.add(rows(source, some.stream().map(SpendStatement::constants)));
        }
    }

    private Select<Record> rows(SpendSource source, Stream<String> constants) {
        Table<?> range = table(constants, PERIOD, START, END);
        List<Field<?>> columns = new ArrayList<>();
        columns.add(in(range, PERIOD));
        for (int i = 0; i < dimensions.size(); i++) {
            columns.add(source.number().apply(dimensions.get(i)).as(numbers.get(i)));
        }
        for (int i = 0; i < SUMS.size(); i++) {
            columns.add(source.figures().get(i).as(SUMS.get(i)));
        }
        // SQLite reads the first table of a cross join first, and the second by its index.
        return DSL.select(columns)
                .from(range)
                .crossJoin(source.table())
                .where(source.condition())
                .and(source.bucket().ge(in(range, START)))
                .and(source.bucket().lt(in(range, END)));
    }

    /**
     * The edge that ends one period begins the next. Its rows are summed once, numbered by the edge
     * instead of a period, and then added to the one and subtracted from the other.
     */
    private Select<Record> edges(SpendSource source, List<SignedRange> some) {
        Map<String, Integer> edges = new LinkedHashMap<>();
        List<String> uses = new ArrayList<>();
        for (SignedRange one : some) {
            String bounds = one.from() + "," + one.to();
            int edge = edges.computeIfAbsent(bounds, added -> edges.size());
            uses.add(edge + "," + one.period() + "," + one.sign());
        }
        Select<Record> rows =
                rows(source, edges.entrySet().stream().map(e -> e.getValue() + "," + e.getKey()));
        Table<?> edge = totals(rows.asTable("edge_row"), "edge_sum");
        Table<?> use = table(uses.stream(), EDGE, PERIOD, SIGN);
        List<Field<?>> columns = new ArrayList<>();
        columns.add(in(use, PERIOD));
        columns.addAll(numbers);
        SUMS.forEach(sum -> columns.add(sum.mul(SIGN).as(sum)));
        return DSL.select(columns).from(edge).crossJoin(use).where(in(edge, PERIOD).eq(EDGE));
    }

    private static String constants(SignedRange range) {
        return range.period() + "," + range.from() + "," + range.to();
    }

    /**
     * A table of constants.
     *
     * @param rows numbers separated by commas
     */
    private Table<?> table(Stream<String> rows, Field<?>... columns) {
        Name[] names = Stream.of(columns).map(Field::getUnqualifiedName).toArray(Name[]::new);
        CommonTableExpression<?> table =
                name("range" + ranges.size())
                        .fields(names)
                        .as(resultQuery(rows.collect(joining("),(", "values (", ")"))));
        ranges.add(table);
        return table;
    }

    private static Field<Long> in(Table<?> range, Field<Long> column) {
        return field(range.getQualifiedName().append(column.getUnqualifiedName()), BIGINT);
    }

    /** Whether there is nothing to read. */
    boolean isEmpty() {
        return parts.isEmpty();
    }

    /**
     * The statement over all rows that were added.
     *
     * @param isGrouped whether each row that was added is alone in its period and dimensions, so
     *     that there is nothing to sum
     */
    ResultQuery<Record> build(DSLContext sql, boolean isGrouped) {
        Table<?> rows = parts.stream().reduce(Select::unionAll).orElseThrow().asTable("part");
        Table<?> from = isGrouped ? rows : totals(rows, "total");
        List<Field<?>> columns = new ArrayList<>();
        columns.add(PERIOD);
        List<OrderField<?>> order = new ArrayList<>();
        if (!startsWithTime()) {
            order.addAll(List.of(SPEND.desc(), SPEND_REST.desc()));
        }
        for (Dimension dimension : query.dimensions()) {
            if (dimension.isTime()) {
                order.add(dimension == Dimension.MONTH ? PERIOD.div(MONTH) : PERIOD);
            } else {
                DimensionValue text = DIMENSION_VALUE.as("text" + columns.size());
                Field<Integer> number = numbers.get(columns.size() - 1);
                from = from.leftJoin(text).on(text.NUMBER.eq(number));
                columns.add(text.VALUE);
                order.add(text.VALUE.asc().nullsLast());
            }
        }
        columns.addAll(SUMS);
        // Corrections may have left a group without generations.
        return sql.with(ranges)
                .select(columns)
                .from(from)
                .where(SUMS.get(Figures.REQUESTS).ne(inline(0L)))
                .orderBy(order);
    }

    /** The sums of each period and numbers. */
    private Table<?> totals(Table<?> rows, String alias) {
        List<Field<?>> groups = new ArrayList<>();
        groups.add(PERIOD);
        groups.addAll(numbers);
        List<Field<?>> columns = new ArrayList<>(groups);
        for (Field<Long> sum : SUMS) {
            columns.add(sum(sum).cast(BIGINT).as(sum));
        }
        return DSL.select(columns).from(rows).groupBy(groups).asTable(alias);
    }

    private boolean startsWithTime() {
        return !query.dimensions().isEmpty() && query.dimensions().get(0).isTime();
    }

    /** A sum of a group; it is null if the figure is unknown in every entry. */
    private static Field<Long> sumOf(int figure) {
        return coalesce(SUMS.get(figure), inline(0L));
    }

    /** Rounds down, so that the rest is not negative and two sums compare by their two parts. */
    private static Field<Long> rest(Field<Long> rest) {
        return rest.mod(SPLIT).plus(SPLIT).mod(SPLIT);
    }
}
