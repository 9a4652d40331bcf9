package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static java.util.Collections.disjoint;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerChanges;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;

/**
 * Reads the entries behind a number. An entry that was visible when no transaction could write, or
 * whose contemporary writers have all ended since, has no later entry before it.
 */
public final class JooqLedgerChanges implements LedgerChanges {

    private final LedgerConnection connection;

    /** No entry up to this number can appear any more. */
    private long complete;

    /** As soon as {@link #writers} have ended, no entry up to this number can appear any more. */
    private long highest;

    private Set<String> writers = Set.of();

    /** Reads over {@code connection}. */
    public JooqLedgerChanges(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public synchronized Changes since(long after, int most) {
        return connection.read(sql -> since(sql, after, most));
    }

    private Changes since(DSLContext sql, long after, int most) {
        String state = Engine.of(sql).state(sql);
        long last = sql.fetchValue(select(coalesce(max(ENTRY.SEQ), inline(0L))).from(ENTRY));
        // Read after the last entry: a writer that is not there any more is visible below.
        completeUntil(last, Engine.of(sql).writers(sql, ENTRY));
        List<Change> entries = entries(sql, after, most);
        return new Changes(entries, end(entries, after, most, last), state);
    }

    private void completeUntil(long last, Set<String> present) {
        if (disjoint(writers, present)) {
            complete = Math.max(complete, present.isEmpty() ? last : highest);
            highest = last;
            writers = present;
        }
    }

    private List<Change> entries(DSLContext sql, long after, int most) {
        return sql.select(ENTRY.SEQ, ENTRY.GENERATION, ENTRY.REVISION)
                .from(ENTRY)
                .where(ENTRY.SEQ.gt(after))
                .and(ENTRY.SEQ.le(complete))
                .and(ENTRY.SIGN.eq(inline(1)))
                .orderBy(ENTRY.SEQ)
                .limit(most)
                .fetch(row ->
                        new Change(row.value1(), new GenerationId(row.value2()), row.value3() > 1));
    }

    private long end(List<Change> entries, long after, int most, long last) {
        if (entries.size() == most) {
            return entries.get(most - 1).number();
        }
        return after > last ? complete : Math.max(after, complete);
    }
}
