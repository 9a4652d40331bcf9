package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.row;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.TimeRangeConditions;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * Reads the ledger page by page in the order of creation (keyset pagination), so that every page
 * costs the same.
 */
public final class JooqLedgerArchive implements LedgerArchive {

    /** Bounds the memory of a page: a document has about a kilobyte, and at most a megabyte. */
    private static final int PAGE = 250;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqLedgerArchive(LedgerConnection connection) {
        this.connection = connection;
    }

    /** The place of an entry in the order of creation. */
    private record Place(long created, long seq) {

        static final Place START = new Place(Long.MIN_VALUE, Long.MIN_VALUE);

        static Place of(Record row) {
            return new Place(row.get(ENTRY.CREATED_US), row.get(ENTRY.SEQ));
        }
    }

    /** Converted while the ledger is read: a row that cannot be means that it is damaged. */
    private record Found(Place place, Revision revision) {

        static Found of(Record row) {
            return new Found(Place.of(row), DocumentRow.toRevision(row));
        }
    }

    @Override
    public void read(TimeRange range, Consumer<Revision> reader) {
        Place last = Place.START;
        List<Found> page;
        do {
            Place after = last;
            page = connection.read(sql -> page(sql, range, after));
            page.forEach(found -> reader.accept(found.revision()));
            last = page.isEmpty() ? last : page.get(page.size() - 1).place();
        } while (page.size() == PAGE);
    }

    private static List<Found> page(DSLContext sql, TimeRange range, Place after) {
        List<Field<?>> columns = new ArrayList<>(DocumentRow.REVISION_COLUMNS);
        columns.addAll(List.of(ENTRY.CREATED_US, ENTRY.SEQ));
        return sql.select(columns)
                .from(ENTRY)
                .join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .join(DOCUMENT)
                .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                .where(row(ENTRY.CREATED_US, ENTRY.SEQ).gt(after.created(), after.seq()))
                .and(TimeRangeConditions.createdIn(range))
                .orderBy(ENTRY.CREATED_US, ENTRY.SEQ)
                .limit(PAGE)
                .fetch(Found::of);
    }
}
