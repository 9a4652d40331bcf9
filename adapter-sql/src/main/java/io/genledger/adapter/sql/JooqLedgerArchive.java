package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.domain.report.TimeRange;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import java.util.List;
import java.util.function.Consumer;
import org.jooq.DSLContext;

/**
 * Goes through the ledger a page at a time, in the order of the ids: neither does a long reading
 * keep others from writing, nor does a page cost more the later it comes.
 */
final class JooqLedgerArchive implements LedgerArchive {

    /** A document has about a thousand bytes, and a megabyte at most. */
    private static final int PAGE = 250;

    private final Session session;

    JooqLedgerArchive(Session session) {
        this.session = session;
    }

    @Override
    public void read(TimeRange range, Consumer<Revision> reader) {
        String last = "";
        List<Revision> page;
        do {
            String behind = last;
            page = session.read(sql -> page(sql, range, behind));
            page.forEach(reader);
            last = page.isEmpty() ? last : page.get(page.size() - 1).id().value();
        } while (page.size() == PAGE);
    }

    private static List<Revision> page(DSLContext sql, TimeRange range, String behind) {
        return sql.select(DOCUMENT.asterisk())
                .from(GENERATION)
                .join(DOCUMENT)
                .on(DOCUMENT.GENERATION_ID.eq(GENERATION.ID))
                .and(DOCUMENT.REVISION.eq(GENERATION.REVISION))
                .where(GENERATION.ID.gt(behind))
                .and(TimeRanges.within(range))
                .orderBy(GENERATION.ID)
                .limit(PAGE)
                .fetch(JooqLedger::toKept);
    }
}
