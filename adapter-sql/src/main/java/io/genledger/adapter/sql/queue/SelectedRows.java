package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.tables.tables.Tracked;
import io.genledger.ports.queue.admin.QueueQuery;
import org.jooq.Field;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.Table;

/**
 * The queue rows a query selects: a {@code UNION ALL} with one branch per state, each served by its
 * own partial index.
 */
final class SelectedRows {

    /**
     * The columns id, state, reason, first seen and next due. A claimed row is due when its lease
     * expires; a terminal or recorded one is not.
     */
    static final Tracked ROWS = TRACKED.as("selected");

    /** The state that the port reports, which distinguishes claimed rows from pending ones. */
    static final Field<String> SHOWN_STATE =
            field(name("selected", "shown_state"), TRACKED.STATE.getDataType());

    private SelectedRows() {}

    static Table<?> of(QueueQuery query, long now) {
        return QueueBranch.of(query).stream()
                .map(branch -> rows(branch, query, now))
                .reduce(Select::unionAll)
                .orElseThrow()
                .asTable(ROWS.getUnqualifiedName());
    }

    private static Select<Record6<String, String, String, String, Long, Long>> rows(
            QueueBranch branch, QueueQuery query, long now) {
        return select(
                        inline(Codes.of(branch.state())).as(SHOWN_STATE.getUnqualifiedName()),
                        TRACKED.ID,
                        TRACKED.STATE,
                        TRACKED.OUTCOME_REASON,
                        TRACKED.FIRST_SEEN_US,
                        dueIn(branch).as(TRACKED.NEXT_DUE_US))
                .from(TRACKED)
                .where(branch.rows(query, now));
    }

    private static Field<Long> dueIn(QueueBranch branch) {
        return switch (branch) {
            case UNCLAIMED, EXPIRED -> TRACKED.NEXT_DUE_US;
            case CLAIMED -> TRACKED.LEASED_UNTIL_US;
            case GIVEN_UP, REFUSED, RECORDED -> inline(null, TRACKED.NEXT_DUE_US);
        };
    }
}
