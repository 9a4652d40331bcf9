package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY_BY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_SKETCH;
import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.rollup.RollupStatement;
import io.genledger.adapter.sql.rollup.ZoneDays;
import io.genledger.adapter.sql.sketch.EntrySketches;
import io.genledger.adapter.sql.sketch.SketchStatement;
import io.genledger.adapter.sql.statement.FloorDivision;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Adds a range of quarters of an hour to the days of the next time zone. A dimension that is summed
 * alone is summed from the entries, with the figures of reports.
 */
final class DayRebuild {

    private static final Field<Integer> QUARTER =
            FloorDivision.of(ENTRY.CREATED_US, QUARTER_MICROS).cast(SQLDataType.INTEGER);

    private static final RollupStatement DAY = new RollupStatement(NEXT_DAY);
    private static final RollupStatement DAY_BY = new RollupStatement(NEXT_DAY_BY);
    private static final SketchStatement SKETCH = new SketchStatement(NEXT_SKETCH);

    /** The places of the figures in the order of the columns of {@code rollup_day}. */
    private static final List<Integer> IN_ORDER =
            Stream.of(ROLLUP_DAY.fields())
                    .map(Figures.COLUMNS::indexOf)
                    .filter(place -> place >= 0)
                    .toList();

    private final ZoneDays days;
    private final int first;
    private final int last;

    /** The quarters from {@code first} to {@code last}, both included. */
    DayRebuild(ZoneId zone, int first, int last) {
        this.days = new ZoneDays(zone, first, last);
        this.first = first;
        this.last = last;
    }

    void run(DSLContext sql) {
        List<Field<?>> combined = new ArrayList<>();
        combined.add(days.dayOf(ROLLUP_QUARTER.BUCKET).as("bucket"));
        combined.add(ROLLUP_QUARTER.SHARD);
        EntryDimension.combined().forEach(one -> combined.add(valueOf(one)));
        DAY.add(sql, ofQuarters(combined));
        // One by one, because the primary key begins with the dimension.
        for (EntryDimension dimension : EntryDimension.combined()) {
            DAY_BY.add(
                    sql,
                    ofQuarters(
                            List.of(
                                    inline(dimension.code()).as("dimension"),
                                    days.dayOf(ROLLUP_QUARTER.BUCKET).as("bucket"),
                                    ROLLUP_QUARTER.SHARD,
                                    valueOf(dimension).as("value"))));
        }
        for (EntryDimension dimension : EntryDimension.alone()) {
            DAY_BY.add(
                    sql,
                    ofEntries(
                            List.of(
                                    inline(dimension.code()).as("dimension"),
                                    days.dayOf(QUARTER).as("bucket"),
                                    inline(0).as("shard"),
                                    dimension.column())));
        }
        addSketches(sql);
    }

    private void addSketches(DSLContext sql) {
        EntrySketches.read(
                sql, entries(), days::dayOf, (day, durations) -> SKETCH.add(sql, durations));
    }

    private static Field<Integer> valueOf(EntryDimension dimension) {
        return Objects.requireNonNull(ROLLUP_QUARTER.field(dimension.label(), Integer.class));
    }

    private Select<Record> ofQuarters(List<Field<?>> keys) {
        return sums(
                ROLLUP_QUARTER,
                ROLLUP_QUARTER.BUCKET.between(inline(first), inline(last)),
                keys,
                figure ->
                        Objects.requireNonNull(
                                ROLLUP_QUARTER.field(
                                        Figures.COLUMNS.get(figure).getName(), Long.class)));
    }

    private Select<Record> ofEntries(List<Field<?>> keys) {
        return sums(ENTRY, entries(), keys, Figures.OF_ENTRY::get);
    }

    private Condition entries() {
        return ENTRY.CREATED_US
                .ge(inline(first * QUARTER_MICROS))
                .and(ENTRY.CREATED_US.lt(inline((last + 1) * QUARTER_MICROS)));
    }

    private static Select<Record> sums(
            Table<?> source,
            Condition inRange,
            List<Field<?>> keys,
            IntFunction<Field<Long>> figures) {
        List<Field<?>> selected = new ArrayList<>(keys);
        for (int figure : IN_ORDER) {
            selected.add(coalesce(sum(figures.apply(figure)).cast(SQLDataType.BIGINT), inline(0L)));
        }
        return select(selected).from(source).where(inRange).groupBy(positions(keys.size()));
    }

    /** Columns by their places: a name could be that of the source's column. */
    private static List<Field<Integer>> positions(int keys) {
        List<Field<Integer>> positions = new ArrayList<>();
        for (int i = 1; i <= keys; i++) {
            positions.add(inline(i));
        }
        return positions;
    }
}
