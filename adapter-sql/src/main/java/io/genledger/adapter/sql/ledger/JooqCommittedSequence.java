package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.select;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.ports.ledger.CommittedSequence;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Waits for the writers that are under way, and lets new ones wait meanwhile; so it does that at
 * most once a second.
 */
public final class JooqCommittedSequence implements CommittedSequence {

    private static final long LASTS_NANOS = Duration.ofSeconds(1).toNanos();

    private final LedgerConnection connection;
    private final LongSupplier nanoTime;
    private boolean isKnown;
    private long readAt;
    private long end;

    /** Reads over {@code connection}. */
    public JooqCommittedSequence(LedgerConnection connection) {
        this(connection, System::nanoTime);
    }

    JooqCommittedSequence(LedgerConnection connection, LongSupplier nanoTime) {
        this.connection = connection;
        this.nanoTime = nanoTime;
    }

    @Override
    public synchronized long end() {
        if (!isKnown || nanoTime.getAsLong() - readAt >= LASTS_NANOS) {
            end =
                    Math.max(
                            end,
                            connection.write(sql -> {
                                Engine.of(sql).waitForWriters(sql, ENTRY);
                                return sql.fetchValue(
                                        select(coalesce(max(ENTRY.SEQ), inline(0L))).from(ENTRY));
                            }));
            readAt = nanoTime.getAsLong();
            isKnown = true;
        }
        return end;
    }
}
