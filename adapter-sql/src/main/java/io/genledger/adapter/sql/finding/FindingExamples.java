package io.genledger.adapter.sql.finding;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.generation.GenerationId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** The earliest generations with a finding, read from the first days that have it. */
final class FindingExamples {

    private FindingExamples() {}

    static List<FindingExample> of(DSLContext sql, DayRange range, int finding) {
        List<FindingExample> examples = new ArrayList<>(entries(sql, range.before(), finding));
        if (examples.size() < FindingGroup.EXAMPLES) {
            for (int day : firstDays(sql, range, finding)) {
                examples.addAll(entries(sql, DayRange.day(day), finding));
            }
        }
        if (examples.size() < FindingGroup.EXAMPLES) {
            examples.addAll(entries(sql, range.after(), finding));
        }
        return examples;
    }

    private static List<Integer> firstDays(DSLContext sql, DayRange range, int finding) {
        return sql.select(ROLLUP_FINDING.DAY)
                .from(ROLLUP_FINDING)
                .where(range.wholeDays())
                .and(ROLLUP_FINDING.FINDING.eq(finding))
                .groupBy(ROLLUP_FINDING.DAY)
                .having(sum(ROLLUP_FINDING.GENERATIONS).gt(BigDecimal.ZERO))
                .orderBy(ROLLUP_FINDING.DAY)
                .limit(FindingGroup.EXAMPLES)
                .fetch(ROLLUP_FINDING.DAY);
    }

    private static List<FindingExample> entries(DSLContext sql, Condition selected, int finding) {
        return sql.select(ENTRY.CREATED_US, ENTRY.GENERATION)
                .from(ENTRY)
                .join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .where(selected)
                .and(ENTRY.FINDINGS.bitAnd(inline(1L << finding)).ne(inline(0L)))
                .orderBy(ENTRY.CREATED_US, ENTRY.GENERATION)
                .limit(FindingGroup.EXAMPLES)
                .fetch(row ->
                        new FindingExample(
                                Moments.ofMicros(row.value1()), new GenerationId(row.value2())));
    }
}
