package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.TimeRangeConditions;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Reads the ledger page by page in the order of the ids (keyset pagination): reading blocks no
 * writer for long, and every page costs the same.
 */
public final class JooqLedgerArchive implements LedgerArchive {

    /** Bounds the memory of a page: a document has about a kilobyte, and at most a megabyte. */
    private static final int PAGE = 250;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqLedgerArchive(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void read(TimeRange range, Consumer<Revision> reader) {
        String last = "";
        List<Revision> page;
        do {
            String after = last;
            page = connection.read(sql -> page(sql, range, after));
            page.forEach(reader);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id().value();
        } while (page.size() == PAGE);
    }

    private static List<Revision> page(DSLContext sql, TimeRange range, String after) {
        return sql.select(DOCUMENT.asterisk())
                .from(GENERATION)
                .join(DOCUMENT)
                .on(DOCUMENT.GENERATION_ID.eq(GENERATION.ID))
                .and(DOCUMENT.REVISION.eq(GENERATION.REVISION))
                .where(GENERATION.ID.gt(after))
                .and(TimeRangeConditions.createdIn(range))
                .orderBy(GENERATION.ID)
                .limit(PAGE)
                .fetch(DocumentRow::toRevision);
    }
}
