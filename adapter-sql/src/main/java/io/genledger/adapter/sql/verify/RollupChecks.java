package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.rollup.ZoneDays;
import io.genledger.adapter.sql.statement.Moments;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The comparisons that cover all rollups: the quarters sum the entries, and the days sum the
 * quarters, or the entries where a dimension is summed alone.
 */
final class RollupChecks {

    private final ZoneDays days;
    private final long since;
    private final List<RollupCheck> checks = new ArrayList<>();

    private RollupChecks(ZoneDays days, long since) {
        this.days = days;
        this.since = since;
    }

    /**
     * The comparisons of all rollups.
     *
     * @param days the days of the day rollups
     * @param since the moment before which entries were pruned, in microseconds since 1970; 0 if
     *     none were
     */
    static List<RollupCheck> of(ZoneDays days, long since) {
        RollupChecks all = new RollupChecks(days, since);
        all.addQuarters();
        all.addDays();
        return all.checks;
    }

    private void addQuarters() {
        Map<String, Field<Integer>> keys = new LinkedHashMap<>();
        keys.put("bucket", EntrySums.QUARTER);
        EntryDimension.combined().forEach(one -> keys.put(one.label(), one.column()));
        int first =
                since == 0 ? Integer.MIN_VALUE : Math.toIntExact(since / Moments.QUARTER_MICROS);
        Condition entries = since == 0 ? noCondition() : ENTRY.CREATED_US.ge(inline(since));
        add(
                ROLLUP_QUARTER,
                ROLLUP_QUARTER.BUCKET.ge(inline(first)),
                keys,
                ENTRY,
                entries,
                EntrySums::ofEntry);
    }

    private void addDays() {
        Map<String, Field<Integer>> keys = new LinkedHashMap<>();
        keys.put("bucket", days.dayOf(ROLLUP_QUARTER.BUCKET));
        for (EntryDimension dimension : EntryDimension.combined()) {
            keys.put(dimension.label(), column(ROLLUP_QUARTER, dimension.label()));
        }
        add(ROLLUP_DAY, noCondition(), keys, ROLLUP_QUARTER, noCondition(), sumsOf(ROLLUP_QUARTER));
        for (EntryDimension dimension : EntryDimension.combined()) {
            add(
                    ROLLUP_DAY_BY,
                    ROLLUP_DAY_BY.DIMENSION.eq(inline(dimension.code())),
                    by(ROLLUP_DAY.BUCKET, dimension, column(ROLLUP_DAY, dimension.label())),
                    ROLLUP_DAY,
                    noCondition(),
                    sumsOf(ROLLUP_DAY));
        }
        EntryDimension.alone().forEach(this::addDaysOfEntries);
        List<EntryDimension> all = new ArrayList<>(EntryDimension.combined());
        all.addAll(EntryDimension.alone());
        addUnknown(ROLLUP_DAY_BY, ROLLUP_DAY_BY.DIMENSION, all);
    }

    /**
     * Of days that lost some entries, the sums of dimensions that are summed alone are not known.
     */
    private void addDaysOfEntries(EntryDimension dimension) {
        Field<Integer> day = days.dayOf(EntrySums.QUARTER);
        Condition rows = ROLLUP_DAY_BY.DIMENSION.eq(inline(dimension.code()));
        Condition entries = noCondition();
        if (since != 0) {
            int first = days.dayOf(Math.toIntExact(since / Moments.QUARTER_MICROS)) + 1;
            rows = rows.and(ROLLUP_DAY_BY.BUCKET.ge(inline(first)));
            entries = ENTRY.CREATED_US.ge(inline(since)).and(day.ge(inline(first)));
        }
        add(
                ROLLUP_DAY_BY,
                rows,
                by(day, dimension, dimension.column()),
                ENTRY,
                entries,
                EntrySums::ofEntry);
    }

    private static Map<String, Field<Integer>> by(
            Field<Integer> bucket, EntryDimension dimension, Field<Integer> value) {
        Map<String, Field<Integer>> keys = new LinkedHashMap<>();
        keys.put("bucket", bucket);
        keys.put("dimension", inline(dimension.code()));
        keys.put("value", value);
        return keys;
    }

    private static Field<Integer> column(Table<?> table, String name) {
        return Objects.requireNonNull(table.field(name, Integer.class));
    }

    private static Function<String, Field<Long>> sumsOf(Table<?> rollup) {
        return name -> Objects.requireNonNull(rollup.field(name, Long.class));
    }

    /** Rows of a dimension that the rollup does not have sum nothing. */
    private void addUnknown(Table<?> rollup, Field<Integer> dimension, List<EntryDimension> known) {
        Condition isUnknown =
                dimension.notIn(known.stream().map(one -> inline(one.code())).toList());
        Map<String, Field<Integer>> keys = new LinkedHashMap<>();
        List.of("bucket", "dimension", "value").forEach(key -> keys.put(key, column(rollup, key)));
        add(rollup, isUnknown, keys, rollup, falseCondition(), sumsOf(rollup));
    }

    private void add(
            Table<?> rollup,
            Condition part,
            Map<String, Field<Integer>> keys,
            Table<?> source,
            Condition sourcePart,
            Function<String, Field<Long>> sums) {
        List<Field<?>> selected = new ArrayList<>();
        keys.forEach((name, key) -> selected.add(key.as(name)));
        EntrySums.NAMES.forEach(name -> selected.add(sums.apply(name).as(name)));
        Select<Record> rows = select(selected).from(source).where(sourcePart);
        checks.add(
                new RollupCheck(rollup, part, List.copyOf(keys.keySet()), EntrySums.NAMES, rows));
    }
}
