package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.tables.tables.Tracked;
import io.genledger.ports.queue.admin.QueueQuery;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;

/** The rows of the queue that a query means as one table: those of each standing by its index. */
final class MeantRows {

    /**
     * Has the id, the state, the reason and both times; when it is due if it waits or may have to
     * again.
     */
    static final Tracked ROWS = TRACKED.as("meant");

    /** As what state the queue shows the row. */
    static final Field<String> SHOWN = field(name("meant", "shown"), TRACKED.STATE.getDataType());

    private MeantRows() {}

    static Table<?> of(QueueQuery query, long now) {
        return Standing.meantBy(query).stream()
                .map(standing -> rows(standing, query, now))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(ROWS.getUnqualifiedName());
    }

    private static Select<Record6<String, String, String, String, Long, Long>> rows(
            Standing standing, QueueQuery query, long now) {
        return select(
                        inline(Codes.of(standing.shown())).as(SHOWN.getUnqualifiedName()),
                        TRACKED.ID,
                        TRACKED.STATE,
                        TRACKED.ANSWER_REASON,
                        TRACKED.FIRST_SEEN_US,
                        dueIn(standing).as(TRACKED.NEXT_DUE_US))
                .from(TRACKED)
                .where(standing.meantBy(query, now));
    }

    private static Field<Long> dueIn(Standing standing) {
        return switch (standing) {
            case FREE, LAPSED -> TRACKED.NEXT_DUE_US;
            case CLAIMED -> TRACKED.LEASED_UNTIL_US;
            case GIVEN_UP, REFUSED, RECORDED -> inline(null, TRACKED.NEXT_DUE_US);
        };
    }
}
