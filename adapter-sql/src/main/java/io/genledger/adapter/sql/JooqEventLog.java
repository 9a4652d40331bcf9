package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;

import io.genledger.adapter.sql.tables.tables.records.LedgerLogRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEvent;
import java.util.List;

/** The log as one table that only grows. */
final class JooqEventLog implements EventLog {

    private final Session session;

    JooqEventLog(Session session) {
        this.session = session;
    }

    @Override
    public List<QueueEvent> of(GenerationId id) {
        return session.read(sql ->
                sql.selectFrom(LEDGER_LOG)
                        .where(LEDGER_LOG.GENERATION_ID.eq(id.value()))
                        .orderBy(LEDGER_LOG.AT_US, LEDGER_LOG.ENTRY)
                        .fetch(JooqEventLog::toEntry));
    }

    private static QueueEvent toEntry(LedgerLogRecord row) {
        return new QueueEvent(
                Moments.ofMicros(row.getAtUs()),
                Codes.to(QueueEvent.Kind.class, row.getWhat()),
                row.getAttempts(),
                Answers.of(row.getAnsweredAtUs(), row.getAnswerReason(), row.getAnswer()));
    }
}
