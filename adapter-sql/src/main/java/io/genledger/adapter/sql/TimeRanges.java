package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import org.jooq.Condition;

/** Stretches of time as conditions on when a generation was created. */
final class TimeRanges {

    private TimeRanges() {}

    /** Whether a generation was created in {@code range}. */
    static Condition within(TimeRange range) {
        Condition since = range.since().map(TimeRanges::from).orElse(noCondition());
        return since.and(range.until().map(end -> from(end).not()).orElse(noCondition()));
    }

    private static Condition from(Instant first) {
        return row(GENERATION.CREATED_AT, GENERATION.CREATED_AT_NANOS)
                .ge(first.getEpochSecond(), first.getNano());
    }
}
