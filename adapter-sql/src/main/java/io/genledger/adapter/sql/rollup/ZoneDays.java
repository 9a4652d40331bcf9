package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.genledger.adapter.sql.statement.FloorDivision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CaseConditionStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The day in which a quarter of an hour begins, in SQL. */
public final class ZoneDays {

    private static final int QUARTER_SECONDS = 900;
    private static final int DAY_SECONDS = 86_400;

    private final ZoneId zone;
    private final List<ZoneOffsetTransition> changes;
    private final Instant first;

    /** The days of {@code zone} for the quarters from {@code from} to {@code to}. */
    public ZoneDays(ZoneId zone, int from, int to) {
        this.zone = zone;
        this.first = start(from);
        this.changes = changes(zone, first, start(to));
    }

    /** The days of {@code zone} for the quarters that the ledger has. */
    public static ZoneDays ofAll(DSLContext sql, ZoneId zone) {
        Record2<Integer, Integer> quarters =
                sql.select(
                                coalesce(min(ROLLUP_QUARTER.BUCKET), inline(0)),
                                coalesce(max(ROLLUP_QUARTER.BUCKET), inline(0)))
                        .from(ROLLUP_QUARTER)
                        .fetchSingle();
        return new ZoneDays(zone, quarters.value1(), quarters.value2());
    }

    private static Instant start(int quarter) {
        return Instant.ofEpochSecond((long) quarter * QUARTER_SECONDS);
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone, Instant from, Instant to) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(from);
        while (next != null && !next.getInstant().isAfter(to)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    /** The number since 1970 of the day in which {@code quarter} begins. */
    public int dayOf(int quarter) {
        return Math.toIntExact(LocalDate.ofInstant(start(quarter), zone).toEpochDay());
    }

    /** The number since 1970 of the day in which {@code quarter} begins. */
    public Field<Integer> dayOf(Field<Integer> quarter) {
        Field<Long> seconds =
                quarter.cast(SQLDataType.BIGINT).times(inline((long) QUARTER_SECONDS));
        Field<Long> last = inline((long) lastOffset());
        CaseConditionStep<Long> offset = DSL.when(DSL.falseCondition(), last);
        for (ZoneOffsetTransition change : changes) {
            offset =
                    offset.when(
                            seconds.lt(inline(change.getInstant().getEpochSecond())),
                            inline((long) change.getOffsetBefore().getTotalSeconds()));
        }
        return day(seconds.plus(offset.else_(last)));
    }

    private int lastOffset() {
        return changes.isEmpty()
                ? zone.getRules().getOffset(first).getTotalSeconds()
                : changes.get(changes.size() - 1).getOffsetAfter().getTotalSeconds();
    }

    private static Field<Integer> day(Field<Long> localSeconds) {
        return FloorDivision.of(localSeconds, DAY_SECONDS).cast(SQLDataType.INTEGER);
    }
}
