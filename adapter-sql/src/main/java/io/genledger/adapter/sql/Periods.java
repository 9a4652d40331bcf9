package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import io.genledger.domain.report.Period;
import java.time.Instant;
import org.jooq.Condition;

/** Stretches of time as conditions on when a generation was created. */
final class Periods {

    private Periods() {}

    /** Whether a generation was created in {@code period}. */
    static Condition within(Period period) {
        Condition since = period.since().map(Periods::from).orElse(noCondition());
        return since.and(period.until().map(end -> from(end).not()).orElse(noCondition()));
    }

    private static Condition from(Instant first) {
        return row(GENERATION.CREATED_AT, GENERATION.CREATED_AT_NANOS)
                .ge(first.getEpochSecond(), first.getNano());
    }
}
