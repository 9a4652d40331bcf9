package io.genledger.adapter.sql.log;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.AttemptOutcomeColumns;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.LedgerLogRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEvent;
import java.util.List;

/** The event log as one append-only table. */
public final class JooqEventLog implements EventLog {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqEventLog(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<QueueEvent> of(GenerationId id) {
        return connection.read(sql ->
                sql.selectFrom(LEDGER_LOG)
                        .where(LEDGER_LOG.GENERATION_ID.eq(id.value()))
                        .orderBy(LEDGER_LOG.AT_US, LEDGER_LOG.ENTRY)
                        .fetch(JooqEventLog::toEvent));
    }

    private static QueueEvent toEvent(LedgerLogRecord row) {
        return new QueueEvent(
                Moments.ofMicros(row.getAtUs()),
                Codes.to(QueueEvent.Kind.class, row.getKind()),
                row.getAttempts(),
                AttemptOutcomeColumns.of(
                        row.getOutcomeAtUs(), row.getOutcomeReason(), row.getOutcomeMessage()));
    }
}
