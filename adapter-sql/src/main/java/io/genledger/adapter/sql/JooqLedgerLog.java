package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;

import io.genledger.adapter.sql.tables.tables.records.LedgerLogRecord;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.LedgerLog;
import io.genledger.ports.LogEntry;
import java.util.List;

/** The log as one table that only grows. */
final class JooqLedgerLog implements LedgerLog {

    private final Session session;

    JooqLedgerLog(Session session) {
        this.session = session;
    }

    @Override
    public List<LogEntry> of(GenerationId id) {
        return session.read(sql ->
                sql.selectFrom(LEDGER_LOG)
                        .where(LEDGER_LOG.GENERATION_ID.eq(id.value()))
                        .orderBy(LEDGER_LOG.AT_US, LEDGER_LOG.ENTRY)
                        .fetch(JooqLedgerLog::toEntry));
    }

    private static LogEntry toEntry(LedgerLogRecord row) {
        return new LogEntry(
                Moments.ofMicros(row.getAtUs()),
                Codes.to(LogEntry.What.class, row.getWhat()),
                row.getAttempts(),
                Answers.of(row.getAnsweredAtUs(), row.getAnswerReason(), row.getAnswer()));
    }
}
