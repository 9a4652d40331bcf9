package io.genledger.adapter.sql.finding;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.SelectJoinStep;

/** The earliest and the latest generations with a finding, read from the days that have it. */
final class FindingExamples {

    private FindingExamples() {}

    /**
     * @param days the days on which generations with the finding were created, in their order
     */
    static List<FindingExample> of(
            DSLContext sql, DayRange range, int finding, Collection<Integer> days) {
        List<FindingExample> examples = new ArrayList<>();
        for (int day : days) {
            if (examples.size() < FindingGroup.EXAMPLES) {
                examples.addAll(entries(sql, range.day(day), finding));
            }
        }
        return examples;
    }

    /** The latest time of creation of a generation with the finding on a day; empty without any. */
    static Optional<Instant> last(DSLContext sql, DayRange range, int finding, int day) {
        return current(sql.select(max(ENTRY.CREATED_US)).from(ENTRY), range.day(day), finding)
                .fetchOptional(0, Long.class)
                .map(Moments::ofMicros);
    }

    private static List<FindingExample> entries(DSLContext sql, Condition selected, int finding) {
        return current(
                        sql.select(ENTRY.CREATED_US, ENTRY.GENERATION).from(ENTRY),
                        selected,
                        finding)
                .orderBy(ENTRY.CREATED_US, ENTRY.GENERATION)
                .limit(FindingGroup.EXAMPLES)
                .fetch(row ->
                        new FindingExample(
                                Moments.ofMicros(row.value1()), new GenerationId(row.value2())));
    }

    private static <R extends Record> SelectConditionStep<R> current(
            SelectJoinStep<R> entries, Condition selected, int finding) {
        return entries.join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .where(selected)
                .and(ENTRY.FINDINGS.bitAnd(inline(1L << finding)).ne(inline(0L)));
    }
}
