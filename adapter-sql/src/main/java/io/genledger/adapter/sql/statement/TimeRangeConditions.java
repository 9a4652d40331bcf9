package io.genledger.adapter.sql.statement;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.genledger.domain.report.TimeRange;
import java.time.Instant;
import org.jooq.Condition;

/** Time ranges as conditions on the creation time of generations. */
public final class TimeRangeConditions {

    private TimeRangeConditions() {}

    /** Generations created in {@code range}, exact to the nanosecond. */
    public static Condition createdIn(TimeRange range) {
        Condition since = range.since().map(TimeRangeConditions::from).orElse(noCondition());
        return since.and(range.until().map(end -> from(end).not()).orElse(noCondition()));
    }

    private static Condition from(Instant first) {
        return row(GENERATION.CREATED_AT, GENERATION.CREATED_AT_NANOS)
                .ge(first.getEpochSecond(), first.getNano());
    }
}
