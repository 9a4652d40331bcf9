package io.genledger.adapter.sql.statement;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.noCondition;

import io.genledger.domain.period.TimeRange;
import org.jooq.Condition;

/** Time ranges as conditions on the creation time of generations. */
public final class TimeRangeConditions {

    private TimeRangeConditions() {}

    /** Entries of generations created in {@code range}, exact to the microsecond. */
    public static Condition createdIn(TimeRange range) {
        Condition since =
                range.since()
                        .map(first -> ENTRY.CREATED_US.ge(Moments.toMicrosUp(first)))
                        .orElse(noCondition());
        return since.and(
                range.until()
                        .map(end -> ENTRY.CREATED_US.lt(Moments.toMicrosUp(end)))
                        .orElse(noCondition()));
    }
}
