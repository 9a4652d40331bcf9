package io.genledger.adapter.sql.report.grouping;

import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.resultQuery;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.genledger.adapter.sql.report.range.SignedRange;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.domain.report.Dimension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Rows of some tables, or of ranges of them, as the keys of their groups and some values. */
final class RangeRows {

    private static final Field<Long> SIGN = field(name("sign"), BIGINT);
    private static final Field<Long> START = field(name("range_start"), BIGINT);
    private static final Field<Long> END = field(name("range_end"), BIGINT);
    private static final Field<Integer> DAY = field(name("range_day"), INTEGER);
    private static final Field<Long> EDGE = field(name("edge"), BIGINT);

    private static final long DAY_MICROS = 86_400_000_000L;

    private final List<GroupKey> keys;
    private final List<GroupKey> times;
    private final List<Field<Long>> names;
    private final List<CommonTableExpression<?>> ranges;
    private final List<Select<Record>> parts = new ArrayList<>();

    /**
     * @param keys the keys of the groups
     * @param names the names of the values
     * @param ranges where tables of ranges are added that the rows refer to
     */
    RangeRows(List<GroupKey> keys, List<Field<Long>> names, List<CommonTableExpression<?>> ranges) {
        this.keys = keys;
        this.times = keys.stream().filter(key -> key.text().isEmpty()).toList();
        this.names = names;
        this.ranges = ranges;
    }

    /**
     * Adds the rows of some ranges of a table, if there are any.
     *
     * @param values of the rows of {@code source}
     */
    void add(SpendSource source, List<Field<Long>> values, List<SignedRange> some) {
        if (some.stream().anyMatch(range -> range.sign() < 0)) {
            parts.add(edges(source, values, some));
        } else if (!some.isEmpty()) {
            Table<?> range =
                    source.day().isPresent()
                            ? constants(some.stream().flatMap(RangeRows::days), START, END, DAY)
                            : constants(some.stream().map(RangeRows::bounds), START, END);
            parts.add(
                    rows(
                            source,
                            range,
                            keys.stream()
                                    .<Field<?>>map(key ->
                                            key.of(source, time -> in(range, time.column()))
                                                    .as(key.column()))
                                    .toList(),
                            values));
        }
    }

    /**
     * Adds all rows of a table.
     *
     * @param values of the rows of {@code source}
     * @param period the number of a row's period, or the clock's offset for an hour
     */
    void addAll(
            SpendSource source, List<Field<Long>> values, Function<Dimension, Field<Long>> period) {
        List<Field<?>> columns = new ArrayList<>();
        keys.forEach(key ->
                columns.add(
                        key.of(source, time -> period.apply(time.dimension())).as(key.column())));
        columns.addAll(named(values));
        parts.add(DSL.select(columns).from(source.table()).where(source.condition()));
    }

    /** The rows that were added. */
    Table<?> table() {
        return parts.stream().reduce(Select::unionAll).orElseThrow().asTable("part");
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    private List<Field<?>> named(List<Field<Long>> values) {
        return IntStream.range(0, names.size())
                .<Field<?>>mapToObj(i -> values.get(i).as(names.get(i)))
                .toList();
    }

    private Select<Record> rows(
            SpendSource source, Table<?> range, List<Field<?>> groups, List<Field<Long>> values) {
        List<Field<?>> columns = new ArrayList<>(groups);
        columns.addAll(named(values));
        // SQLite reads the first table of a cross join first, and the second by its index.
        return DSL.select(columns)
                .from(range)
                .crossJoin(source.table())
                .where(source.condition())
                .and(source.day().map(day -> day.eq(DAY)).orElse(noCondition()))
                .and(source.bucket().ge(in(range, START)))
                .and(source.bucket().lt(in(range, END)));
    }

    /**
     * The edge that ends one period begins the next. Its rows are summed once, numbered by the edge
     * instead of a period, and then added to the one and subtracted from the other.
     */
    private Select<Record> edges(
            SpendSource source, List<Field<Long>> values, List<SignedRange> some) {
        Map<String, Integer> edges = new LinkedHashMap<>();
        List<String> uses = new ArrayList<>();
        for (SignedRange one : some) {
            String bounds = one.from() + "," + one.to();
            int edge = edges.computeIfAbsent(bounds, added -> edges.size());
            uses.add(periods(one) + edge + "," + one.sign());
        }
        Table<?> range =
                table(
                        edges.entrySet().stream().map(one -> one.getValue() + "," + one.getKey()),
                        List.of(EDGE, START, END));
        List<GroupKey> texts = keys.stream().filter(key -> key.text().isPresent()).toList();
        List<Field<?>> groups = new ArrayList<>();
        groups.add(in(range, EDGE).as(EDGE));
        texts.forEach(key -> groups.add(source.column(key.text().orElseThrow()).as(key.column())));
        List<Field<?>> names = new ArrayList<>(List.of(EDGE));
        texts.forEach(key -> names.add(key.column()));
        Table<?> sums =
                Groups.sums(
                        rows(source, range, groups, values).asTable("edge_row"),
                        names,
                        this.names,
                        "edge_sum");
        Table<?> use = constants(uses.stream(), EDGE, SIGN);
        List<Field<?>> columns = new ArrayList<>();
        keys.forEach(
                key -> columns.add(key.text().isPresent() ? key.column() : in(use, key.column())));
        this.names.forEach(name -> columns.add(name.mul(SIGN).as(name)));
        return DSL.select(columns)
                .from(sums)
                .crossJoin(use)
                .where(in(use, EDGE).eq(field(name("edge_sum", "edge"), BIGINT)));
    }

    private static String bounds(SignedRange range) {
        return periods(range) + range.from() + "," + range.to();
    }

    /** The parts of a range of microseconds, each with its day. */
    private static Stream<String> days(SignedRange range) {
        return LongStream.rangeClosed(
                        Math.floorDiv(range.from(), DAY_MICROS),
                        Math.floorDiv(range.to() - 1, DAY_MICROS))
                .mapToObj(day ->
                        periods(range)
                                + Math.max(range.from(), day * DAY_MICROS)
                                + ","
                                + Math.min(range.to(), (day + 1) * DAY_MICROS)
                                + ","
                                + day);
    }

    private static String periods(SignedRange range) {
        return range.periods().stream().map(period -> period + ",").collect(joining());
    }

    /** A table of constants: the periods, and more numbers. */
    private Table<?> constants(Stream<String> rows, Field<?>... more) {
        List<Field<?>> columns = new ArrayList<>();
        times.forEach(time -> columns.add(time.column()));
        columns.addAll(List.of(more));
        return table(rows, columns);
    }

    /**
     * A table of constants.
     *
     * @param rows numbers separated by commas
     */
    private Table<?> table(Stream<String> rows, List<Field<?>> columns) {
        Name[] names = columns.stream().map(Field::getUnqualifiedName).toArray(Name[]::new);
        CommonTableExpression<?> table =
                name("range" + ranges.size())
                        .fields(names)
                        .as(resultQuery(rows.collect(joining("),(", "values (", ")"))));
        ranges.add(table);
        return table;
    }

    private static Field<Long> in(Table<?> range, Field<?> column) {
        return field(range.getQualifiedName().append(column.getUnqualifiedName()), BIGINT);
    }
}
