package io.genledger.adapter.sql.lookup;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.LookUp;
import io.genledger.adapter.sql.queue.JooqPendingGenerations;
import io.genledger.adapter.sql.statement.QueueStates;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.LookedUpGenerations;
import java.time.Instant;
import org.jooq.Param;

/** The looked-up ids as marked rows of the queue. */
public final class JooqLookedUpGenerations implements LookedUpGenerations {

    private static final Param<String> ID = param("id", TRACKED.ID);

    private static final LookUp<Boolean> KNOWN =
            new LookUp<>(
                    select(inline(1))
                            .where(exists(selectOne().from(TRACKED).where(TRACKED.ID.eq(ID))))
                            .or(exists(JooqPendingGenerations.recorded(ID))),
                    row -> true);

    private final LedgerConnection connection;
    private final LookedUpCount pending;

    /** Reads and writes over {@code connection}. */
    public JooqLookedUpGenerations(LedgerConnection connection) {
        this.connection = connection;
        this.pending = new LookedUpCount(() -> count(connection), System::nanoTime);
    }

    private static int count(LedgerConnection connection) {
        return connection.read(
                sql -> sql.fetchCount(TRACKED, QueueStates.isPending().and(TRACKED.LOOKED_UP)));
    }

    /** Most look-ups are repeated ones of a client that waits; they write nothing. */
    @Override
    public Outcome track(GenerationId id, AccountName account, Instant now, int most) {
        if (connection.find(KNOWN, id.value()).isPresent()) {
            return Outcome.KNOWN;
        }
        if (!pending.add(most)) {
            return Outcome.FULL;
        }
        boolean added = false;
        try {
            added =
                    connection.write(
                            sql -> JooqPendingGenerations.trackLookedUp(sql, id, account, now));
            return added ? Outcome.TRACKED : Outcome.KNOWN;
        } finally {
            pending.written(added);
        }
    }
}
