package io.genledger.adapter.sql.report.range;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.Dimension;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * The numbers of {@link Periods} as SQL that computes them for each row. A table of the periods
 * would have to be compared with every row by a database without an index.
 */
public final class PeriodNumbers {

    private static final long DAY_MICROS = 86_400_000_000L;
    private static final long SECOND_MICROS = 1_000_000;

    /** The days of 400 years, after which the calendar repeats itself; whole weeks. */
    private static final long ERA_DAYS = 146_097;

    private static final long ERA_MONTHS = 4_800;

    /** Days are counted from two thousand years before 1970: SQL rounds quotients towards zero. */
    private static final long ERAS_BEFORE = 5;

    /** From March 1st of the year 0 to 1970; a year that begins in March ends with its leap day. */
    private static final long MARCH_DAYS = 719_468;

    /** The offset where no period depends on it. */
    public static final Field<Long> NO_OFFSET = inline(0L).cast(SQLDataType.BIGINT);

    /** Two a year for two centuries; those until the year 9999 make a statement of a megabyte. */
    private static final int MOST_CHANGES = 400;

    private PeriodNumbers() {}

    /**
     * The clock's offset at a moment, in seconds.
     *
     * @param micros the moment, in microseconds since 1970
     * @param first no moment is earlier
     * @param last no moment is later
     * @throws IllegalArgumentException if the zone has too many changes of the clock between them
     */
    public static Field<Long> offset(Field<Long> micros, ZoneId zone, Instant first, Instant last) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition change = zone.getRules().nextTransition(first);
        while (change != null && !change.getInstant().isAfter(last)) {
            if (changes.size() == MOST_CHANGES) {
                throw new IllegalArgumentException("more than " + MOST_CHANGES + " changes");
            }
            changes.add(change);
            change = zone.getRules().nextTransition(change.getInstant());
        }
        return offset(micros, changes, zone.getRules().getOffset(first)).cast(SQLDataType.BIGINT);
    }

    /** By halves, so that a row is compared with few of many changes. */
    private static Field<Long> offset(
            Field<Long> micros, List<ZoneOffsetTransition> changes, ZoneOffset before) {
        if (changes.isEmpty()) {
            return inline((long) before.getTotalSeconds());
        }
        int middle = changes.size() / 2;
        ZoneOffsetTransition change = changes.get(middle);
        return when(
                        micros.lt(inline(Moments.toMicros(change.getInstant()))),
                        offset(micros, changes.subList(0, middle), before))
                .otherwise(
                        offset(
                                micros,
                                changes.subList(middle + 1, changes.size()),
                                change.getOffsetAfter()));
    }

    /** The number of the local day since 1970. */
    public static Field<Long> day(Field<Long> micros, Field<Long> offset) {
        return micros.plus(offset.times(inline(SECOND_MICROS)))
                .plus(inline(ERAS_BEFORE * ERA_DAYS * DAY_MICROS))
                .div(inline(DAY_MICROS))
                .minus(inline(ERAS_BEFORE * ERA_DAYS));
    }

    /** The number of the week whose first day is {@code start}. */
    public static Field<Long> week(Field<Long> day, DayOfWeek start) {
        // 1970 began on a Thursday.
        long shift = DayOfWeek.THURSDAY.getValue() - start.getValue() + ERAS_BEFORE * ERA_DAYS;
        return day.minus(day.plus(inline(shift)).mod(inline(7L)));
    }

    /** The number of the month, by the arithmetic of the Gregorian calendar. */
    public static Field<Long> month(Field<Long> day) {
        Field<Long> days = day.plus(inline(MARCH_DAYS + ERAS_BEFORE * ERA_DAYS));
        Field<Long> dayOfEra = days.mod(inline(ERA_DAYS));
        Field<Long> yearOfEra =
                dayOfEra.minus(dayOfEra.div(inline(1_460L)))
                        .plus(dayOfEra.div(inline(36_524L)))
                        .minus(dayOfEra.div(inline(146_096L)))
                        .div(inline(365L));
        Field<Long> dayOfYear =
                dayOfEra.minus(yearOfEra.times(inline(365L)))
                        .minus(yearOfEra.div(inline(4L)))
                        .plus(yearOfEra.div(inline(100L)));
        // Five months from March on have 153 days, and so do those that follow.
        Field<Long> monthsSinceMarch =
                dayOfYear.times(inline(5L)).plus(inline(2L)).div(inline(153L));
        return days.div(inline(ERA_DAYS))
                .times(inline(ERA_MONTHS))
                .plus(yearOfEra.times(inline(12L)))
                .plus(monthsSinceMarch)
                .plus(inline(2 - ERAS_BEFORE * ERA_MONTHS));
    }

    /**
     * The number of a period, or the clock's offset for an hour.
     *
     * @param offset of {@link #offset}
     * @param day of {@link #day}
     */
    public static Field<Long> of(
            Dimension time, Field<Long> offset, Field<Long> day, DayOfWeek startOfWeek) {
        return switch (time) {
            case HOUR -> offset;
            case WEEK -> week(day, startOfWeek);
            case MONTH -> month(day);
            default -> day;
        };
    }
}
