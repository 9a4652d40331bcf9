package io.genledger.adapter.sql.report.grouping;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.genledger.adapter.sql.report.source.SpendSource;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The exact percentiles of a duration in each group, by nearest rank: the smallest value that is
 * not exceeded by that part of the values.
 */
final class DurationSpreads {

    /** The columns of percentiles: 50 and 95 of the latency, and of the generation time. */
    static final List<Field<Long>> COLUMNS =
            List.of(
                    field(name("latency_p50_us"), BIGINT),
                    field(name("latency_p95_us"), BIGINT),
                    field(name("generation_time_p50_us"), BIGINT),
                    field(name("generation_time_p95_us"), BIGINT));

    private static final List<Field<Long>> DURATIONS =
            List.of(ENTRY.LATENCY_US, ENTRY.GENERATION_TIME_US);

    private static final Field<Long> DURATION = field(name("duration_us"), BIGINT);
    private static final Field<Long> COUNT = field(name("occurrences"), BIGINT);
    private static final Field<Long> SEEN = field(name("seen"), BIGINT);
    private static final Field<Long> ALL = field(name("all_values"), BIGINT);

    private final List<GroupKey> keys;
    private final List<CommonTableExpression<?>> with;
    private final List<CommonTableExpression<?>> counted = new ArrayList<>();

    DurationSpreads(List<GroupKey> keys, List<CommonTableExpression<?>> with) {
        this.keys = keys;
        this.with = with;
    }

    /** Adds the rows of a table, as some values, to those that are counted. */
    interface Addition {

        void to(RangeRows rows, SpendSource source, List<Field<Long>> values);
    }

    /** Counts the values of each duration in the groups of some entries. */
    void add(SpendSource entries, Addition addition) {
        for (Field<Long> duration : DURATIONS) {
            RangeRows rows = new RangeRows(keys, List.of(DURATION, COUNT), with);
            addition.to(
                    rows,
                    entries.where(duration.isNotNull()),
                    List.of(duration, ENTRY.SIGN.coerce(Long.class)));
            counted.add(counted(rows.table(), "counted" + counted.size()));
        }
        with.addAll(counted);
    }

    /** A value of an entry that a correction cancels occurs one time less. */
    private CommonTableExpression<?> counted(Table<?> rows, String alias) {
        List<Field<?>> groups = new ArrayList<>();
        keys.forEach(key -> groups.add(key.column()));
        groups.add(DURATION);
        List<Field<?>> columns = new ArrayList<>(groups);
        columns.add(sum(COUNT).cast(BIGINT).as(COUNT));
        Table<?> byPart = Groups.byPart(rows, "part", keys, List.of(DURATION, COUNT));
        return name(alias)
                .as(
                        DSL.select(columns)
                                .from(byPart)
                                .groupBy(groups)
                                .having(sum(COUNT).ne(inline(BigDecimal.ZERO))));
    }

    /**
     * The percentiles of each duration, as rows with {@link #COLUMNS}, in which those of the other
     * duration are null.
     *
     * @param some the keys by which the values are grouped, some or all of the report's
     */
    List<Select<Record>> of(List<Field<?>> some, List<Field<?>> otherColumns) {
        List<Select<Record>> all = new ArrayList<>();
        for (int i = 0; i < DURATIONS.size(); i++) {
            all.add(spread(counted.get(i), 2 * i, some, otherColumns));
        }
        return all;
    }

    private static Select<Record> spread(
            Table<?> counted, int first, List<Field<?>> some, List<Field<?>> otherColumns) {
        List<Field<?>> ranked = new ArrayList<>(some);
        ranked.add(DURATION);
        ranked.add(sum(COUNT).over().partitionBy(some).orderBy(DURATION).cast(BIGINT).as(SEEN));
        ranked.add(sum(COUNT).over().partitionBy(some).cast(BIGINT).as(ALL));
        List<Field<?>> columns = new ArrayList<>(some);
        columns.addAll(otherColumns);
        for (int i = 0; i < COLUMNS.size(); i++) {
            columns.add(
                    (i == first
                                    ? at(50)
                                    : i == first + 1
                                            ? at(95)
                                            : inline((Long) null, BIGINT).cast(BIGINT))
                            .as(COLUMNS.get(i)));
        }
        return Groups.grouped(
                DSL.select(columns).from(DSL.select(ranked).from(counted).asTable("ranked")), some);
    }

    private static Field<Long> at(int percent) {
        return min(when(SEEN.times(inline(100L)).ge(ALL.times(inline((long) percent))), DURATION));
    }
}
