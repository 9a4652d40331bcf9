package io.genledger.adapter.sql.report;

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
 * Time buckets that never cross midnight in a zone. SQLite has no time zones, so the database
 * groups by bucket, and the reader merges the buckets of a day or month. A bucket is a quarter of
 * an hour, because today's UTC offsets are multiples of that; before {@link #alignedSince} it is a
 * second.
 */
final class TimeBuckets {

    private static final long QUARTER = 900;

    private TimeBuckets() {}

    /** The first second of the bucket in which a generation was created. */
    static Field<Long> in(ZoneId zone) {
        Field<Long> second = GENERATION.CREATED_AT;
        return when(second.lt(inline(alignedSince(zone.getRules()))), second)
                .otherwise(second.minus(second.mod(inline(QUARTER))));
    }

    /**
     * The second from which on all offsets of a zone are multiples of a quarter of an hour; not
     * before 1970, because the remainder of a negative number is negative.
     */
    static long alignedSince(ZoneRules rules) {
        long since = isAligned(rules.getOffset(Instant.MIN)) ? 0 : Long.MAX_VALUE;
        for (ZoneOffsetTransition change : rules.getTransitions()) {
            if (!isAligned(change.getOffsetAfter())) {
                since = Long.MAX_VALUE;
            } else if (!isAligned(change.getOffsetBefore())
                    || change.toEpochSecond() % QUARTER != 0) {
                since = Math.max(0, change.toEpochSecond() + QUARTER);
            }
        }
        return since;
    }

    private static boolean isAligned(ZoneOffset offset) {
        return offset.getTotalSeconds() % QUARTER == 0;
    }
}
