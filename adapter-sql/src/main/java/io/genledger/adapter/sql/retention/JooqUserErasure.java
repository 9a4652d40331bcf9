package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.LEDGER_LOG;
import static io.genledger.adapter.sql.tables.Tables.QUARANTINED_DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.binaryLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.selectFrom;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.ports.ledger.admin.UserErasure;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.SQLDataType;

/**
 * Erases a user in one transaction. The user's text gets an anonymous one under the same number, so
 * that no entry and no sum changes.
 */
public final class JooqUserErasure implements UserErasure {

    /** More rows than a group of works has, because an erasure may take long. */
    private static final int ROWS = 100_000;

    private static final byte[] NOTHING = {};

    private final LedgerConnection connection;

    /** Erases in the ledger of {@code connection}. */
    public JooqUserErasure(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Erased preview(ExternalUser user) {
        return connection.snapshot(sql -> {
            UserRows rows = new UserRows(sql, user);
            Record2<Integer, Long> documents = documents(sql, rows);
            return new Erased(
                    sql.fetchCount(rows.generations()),
                    documents.value1(),
                    documents.value2(),
                    rows.sessions().size(),
                    sql.fetchCount(TRACKED, rows.queueMessages()),
                    sql.fetchCount(LEDGER_LOG, rows.events()),
                    sql.fetchCount(QUARANTINED_DOCUMENT, rows.quarantined()));
        });
    }

    @Override
    public Erased erase(ExternalUser user) {
        Erased erased = connection.write(ROWS, sql -> erase(sql, new UserRows(sql, user)));
        // Also when nothing was erased: an earlier run may have been killed before this.
        connection.read(sql -> {
            Engine.of(sql).scrub(sql);
            return erased;
        });
        return erased;
    }

    /** The queue comes first, as in all transactions, so that they do not deadlock. */
    private static Erased erase(DSLContext sql, UserRows rows) {
        Engine.of(sql).overwriteDeleted(sql);
        int messages =
                sql.update(TRACKED)
                        .set(TRACKED.OUTCOME_MESSAGE, inline(UserRows.ERASED_MESSAGE))
                        .where(rows.queueMessages())
                        .execute();
        int events = sql.deleteFrom(LEDGER_LOG).where(rows.events()).execute();
        int quarantined = sql.deleteFrom(QUARANTINED_DOCUMENT).where(rows.quarantined()).execute();
        // Recordings that begin after this see the erasure.
        Engine.of(sql).waitForWriters(sql, ENTRY);
        Record2<Integer, Long> documents = documents(sql, rows);
        Erased erased =
                new Erased(
                        sql.fetchCount(rows.generations()),
                        documents.value1(),
                        documents.value2(),
                        eraseSessions(sql, rows.sessions()),
                        messages,
                        events,
                        quarantined);
        eraseEntries(sql, rows);
        return erased;
    }

    private static Record2<Integer, Long> documents(DSLContext sql, UserRows rows) {
        return sql.select(
                        count(),
                        coalesce(sum(binaryLength(DOCUMENT.BODY)), inline(0))
                                .cast(SQLDataType.BIGINT))
                .from(DOCUMENT)
                .where(rows.documents())
                .fetchSingle();
    }

    private static int eraseSessions(DSLContext sql, List<Integer> sessions) {
        sessions.forEach(session -> rename(sql, EntryDimension.SESSION, session));
        return sessions.size();
    }

    private static void eraseEntries(DSLContext sql, UserRows rows) {
        if (rows.number() < 0) {
            return;
        }
        sql.update(DOCUMENT)
                .set(DOCUMENT.CODEC, inline(DocumentCodec.ERASED))
                .set(DOCUMENT.BODY, NOTHING)
                .where(rows.documents())
                .execute();
        sql.update(ENTRY)
                .setNull(ENTRY.REQUEST_ID)
                .where(rows.entries())
                .and(ENTRY.REQUEST_ID.isNotNull())
                .execute();
        rename(sql, EntryDimension.EXTERNAL_USER, rows.number());
        DimensionNumbers.markErased(sql);
    }

    private static void rename(DSLContext sql, EntryDimension dimension, int number) {
        StringBuilder name = new StringBuilder("erased-").append(number);
        while (isTaken(sql, dimension, name.toString())) {
            name.append('~');
        }
        sql.update(DIMENSION_VALUE)
                .set(DIMENSION_VALUE.VALUE, name.toString())
                .where(DIMENSION_VALUE.NUMBER.eq(number))
                .execute();
    }

    private static boolean isTaken(DSLContext sql, EntryDimension dimension, String name) {
        return sql.fetchExists(
                selectFrom(DIMENSION_VALUE)
                        .where(DIMENSION_VALUE.DIMENSION.eq(dimension.label()))
                        .and(DIMENSION_VALUE.VALUE.eq(name)));
    }
}
