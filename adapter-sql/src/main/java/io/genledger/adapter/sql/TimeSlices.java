package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.when;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jooq.Field;

/**
 * Cuts time into slices so short that each lies within one day of a zone: the database knows no
 * zones, so it groups by slices, and we put them together. A slice is a quarter of an hour, which
 * today's offsets from UTC are multiples of, and a second in times when the zone's was odd.
 */
final class TimeSlices {

    private static final long QUARTER = 900;

    private TimeSlices() {}

    /** The first second of the slice that a generation was created in. */
    static Field<Long> in(ZoneId zone) {
        Field<Long> second = GENERATION.CREATED_AT;
        return when(second.lt(inline(evenSince(zone.getRules()))), second)
                .otherwise(second.minus(second.mod(inline(QUARTER))));
    }

    /** From when on each quarter lies within one day; not before 1970, where remainders differ. */
    static long evenSince(ZoneRules rules) {
        long since = isEven(rules.getOffset(Instant.MIN)) ? 0 : Long.MAX_VALUE;
        for (ZoneOffsetTransition change : rules.getTransitions()) {
            if (!isEven(change.getOffsetAfter())) {
                since = Long.MAX_VALUE;
            } else if (!isEven(change.getOffsetBefore()) || change.toEpochSecond() % QUARTER != 0) {
                since = Math.max(0, change.toEpochSecond() + QUARTER);
            }
        }
        return since;
    }

    private static boolean isEven(ZoneOffset offset) {
        return offset.getTotalSeconds() % QUARTER == 0;
    }
}
