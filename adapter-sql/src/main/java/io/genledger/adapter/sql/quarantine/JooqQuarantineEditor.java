package io.genledger.adapter.sql.quarantine;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.RejectedDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Adds and drops quarantined documents. */
public final class JooqQuarantineEditor implements QuarantineEditor {

    private final LedgerConnection connection;

    /** Writes over {@code connection}. */
    public JooqQuarantineEditor(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void add(List<RejectedDocument> documents) {
        List<RejectedDocument> all = List.copyOf(documents);
        connection.write(sql -> {
            QuarantineRows.add(sql, all);
            return all.size();
        });
    }

    @Override
    public Set<Long> drop(Set<Long> numbers) {
        List<Long> all = List.copyOf(numbers);
        return connection.write(sql -> {
            Set<Long> dropped = new TreeSet<>();
            Chunks.of(all)
                    .forEach(some -> {
                        dropped.addAll(
                                sql.select(QUARANTINED_DOCUMENT.NUMBER)
                                        .from(QUARANTINED_DOCUMENT)
                                        .where(QUARANTINED_DOCUMENT.NUMBER.in(some))
                                        .fetch(QUARANTINED_DOCUMENT.NUMBER));
                        sql.deleteFrom(QUARANTINED_DOCUMENT)
                                .where(QUARANTINED_DOCUMENT.NUMBER.in(some))
                                .execute();
                    });
            return dropped;
        });
    }

    @Override
    public long dropAll() {
        return connection.write(sql -> sql.deleteFrom(QUARANTINED_DOCUMENT).execute());
    }
}
