package io.genledger.adapter.sql.report.range;

import static org.jooq.impl.DSL.inline;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;

/**
 * The number of an hour: the second since 1970 at which its local time reads a whole hour, times
 * {@value #OFFSETS}, and the clock's offset. Numbers are in the order of {@link
 * OffsetDateTime#compareTo}: hours that begin at one moment are ordered by their local time.
 */
public final class HourNumber {

    /** More than there are offsets, which go from -18 h to 18 h. */
    private static final long OFFSETS = 131_072;

    private static final long LOWEST_OFFSET = ZoneOffset.MIN.getTotalSeconds();
    private static final long HOUR_SECONDS = 3_600;
    private static final long SECOND_MICROS = 1_000_000;

    /** Hours of two thousand years, because databases round negative quotients up. */
    private static final long BEFORE_1970 = 20_000_000;

    private HourNumber() {}

    /**
     * The number in SQL.
     *
     * @param micros a moment, in microseconds since 1970
     * @param seconds the clock's offset
     */
    public static Field<Long> of(Field<Long> micros, Field<Long> seconds) {
        // PostgreSQL reads small constants as numbers of 32 bits.
        Field<Long> offset = seconds.cast(SQLDataType.BIGINT);
        Field<Long> local =
                micros.plus(offset.times(inline(SECOND_MICROS)))
                        .plus(inline(BEFORE_1970 * HOUR_SECONDS * SECOND_MICROS));
        Field<Long> start =
                local.div(inline(HOUR_SECONDS * SECOND_MICROS))
                        .minus(inline(BEFORE_1970))
                        .times(inline(HOUR_SECONDS))
                        .minus(offset);
        return start.times(inline(OFFSETS)).plus(offset).minus(inline(LOWEST_OFFSET));
    }

    /** The hour as ISO 8601. */
    static String text(long number) {
        long offset = Math.floorMod(number, OFFSETS) + LOWEST_OFFSET;
        return OffsetDateTime.ofInstant(
                        Instant.ofEpochSecond(Math.floorDiv(number, OFFSETS)),
                        ZoneOffset.ofTotalSeconds((int) offset))
                .toString();
    }
}
