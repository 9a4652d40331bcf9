package io.genledger.adapter.sql.quarantine;

import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static java.util.stream.Collectors.toCollection;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.RejectedDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.DSLContext;

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
        connection.write(
                all.size(),
                sql -> {
                    QuarantineRows.add(sql, all);
                    return all.size();
                });
    }

    @Override
    public Set<Long> drop(Set<Long> numbers) {
        List<Long> all = numbers.stream().sorted().toList();
        return connection.write(
                all.size(),
                sql ->
                        Chunks.of(all)
                                .flatMap(some -> drop(sql, some).stream())
                                .collect(toCollection(TreeSet::new)));
    }

    private static List<Long> drop(DSLContext sql, List<Long> numbers) {
        return sql.deleteFrom(QUARANTINED_DOCUMENT)
                .where(QUARANTINED_DOCUMENT.NUMBER.in(numbers))
                .returningResult(QUARANTINED_DOCUMENT.NUMBER)
                .fetch(QUARANTINED_DOCUMENT.NUMBER);
    }

    @Override
    public long dropAll() {
        return connection.write(sql -> sql.deleteFrom(QUARANTINED_DOCUMENT).execute());
    }
}
