package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.binaryLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.archive.DocumentCodec;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.admin.DocumentPruning;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.SQLDataType;

/** Deletes documents in batches, and then gives their space back to the file system. */
public final class JooqDocumentPruning implements DocumentPruning {

    /** Bounds the time for which others cannot record: some tenths of a second. */
    private static final int BATCH = 5_000;

    private static final byte[] NOTHING = {};

    private final LedgerConnection connection;
    private final int batch;

    /** Prunes the ledger of {@code connection}. */
    public JooqDocumentPruning(LedgerConnection connection) {
        this(connection, BATCH);
    }

    JooqDocumentPruning(LedgerConnection connection, int batch) {
        this.connection = connection;
        this.batch = batch;
    }

    @Override
    public Pruned preview(Instant before) {
        return connection.snapshot(sql -> summarise(sql, old(before)));
    }

    private static Condition old(Instant before) {
        return ENTRY.CREATED_US.lt(Moments.toMicros(before)).and(DOCUMENT.CODEC.ge(inline(0)));
    }

    private static Pruned summarise(DSLContext sql, Condition selection) {
        return sql.select(
                        count(),
                        coalesce(sum(binaryLength(DOCUMENT.BODY)), inline(0))
                                .cast(SQLDataType.BIGINT),
                        min(ENTRY.CREATED_US),
                        max(ENTRY.CREATED_US))
                .from(ENTRY)
                .join(DOCUMENT)
                .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                .where(selection)
                .fetchSingle(row ->
                        new Pruned(
                                row.value1(),
                                row.value2(),
                                Optional.ofNullable(row.value3()).map(Moments::ofMicros),
                                Optional.ofNullable(row.value4()).map(Moments::ofMicros)));
    }

    @Override
    public Pruned prune(Instant before) {
        Pruned all = new Pruned(0, 0, Optional.empty(), Optional.empty());
        Pruned some;
        do {
            some = connection.write(batch, sql -> pruneBatch(sql, old(before)));
            all = plus(all, some);
        } while (some.documents() == batch);
        connection.read(sql -> {
            Engine.of(sql).compact(sql);
            return true;
        });
        return all;
    }

    private Pruned pruneBatch(DSLContext sql, Condition selection) {
        List<Long> seqs =
                sql.select(DOCUMENT.SEQ)
                        .from(ENTRY)
                        .join(DOCUMENT)
                        .on(DOCUMENT.SEQ.eq(ENTRY.SEQ))
                        .where(selection)
                        .orderBy(ENTRY.CREATED_US)
                        .limit(batch)
                        .fetch(DOCUMENT.SEQ);
        return Chunks.of(seqs)
                .map(some -> prune(sql, some))
                .reduce(
                        new Pruned(0, 0, Optional.empty(), Optional.empty()),
                        JooqDocumentPruning::plus);
    }

    private static Pruned prune(DSLContext sql, List<Long> seqs) {
        Pruned some = summarise(sql, DOCUMENT.SEQ.in(seqs));
        sql.update(DOCUMENT)
                .set(DOCUMENT.CODEC, inline(DocumentCodec.PRUNED))
                .set(DOCUMENT.BODY, NOTHING)
                .where(DOCUMENT.SEQ.in(seqs))
                .execute();
        return some;
    }

    /** Batches come in the order of creation. */
    private static Pruned plus(Pruned first, Pruned next) {
        return new Pruned(
                first.documents() + next.documents(),
                first.bytes() + next.bytes(),
                first.oldest().or(next::oldest),
                next.newest().or(first::newest));
    }
}
