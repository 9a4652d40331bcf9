package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.retention.EntryBatch.Documents;
import io.genledger.adapter.sql.retention.EntryBatch.Row;
import io.genledger.adapter.sql.rollup.DayRollup;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.EntryPruning;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jooq.DSLContext;

/** Deletes entries in batches, and then gives their space back to the file system. */
public final class JooqEntryPruning implements EntryPruning {

    /** Bounds the time for which others cannot record: some tenths of a second. */
    private static final int BATCH = 5_000;

    private final LedgerConnection connection;
    private final int batch;

    /** Prunes the ledger of {@code connection}. */
    public JooqEntryPruning(LedgerConnection connection) {
        this(connection, BATCH);
    }

    JooqEntryPruning(LedgerConnection connection, int batch) {
        this.connection = connection;
        this.batch = batch;
    }

    @Override
    public Pruned preview(Instant before) {
        Instant day = before.truncatedTo(ChronoUnit.DAYS);
        return connection.snapshot(sql -> {
            Pruned all = new Pruned(day, 0, 0, 0, 0);
            EntryBatch some = EntryBatch.read(sql, Moments.toMicros(day), Row.START, batch);
            while (!some.rows().isEmpty()) {
                all = plus(all, some, some.currentEntries(), some.documents(sql));
                some = EntryBatch.read(sql, Moments.toMicros(day), some.last(), batch);
            }
            return all;
        });
    }

    /** A batch that was deleted, and the documents that it had. */
    private record Deleted(EntryBatch entries, Documents documents) {}

    @Override
    public Pruned prune(Instant before) {
        Instant day = before.truncatedTo(ChronoUnit.DAYS);
        Pruned all = new Pruned(day, 0, 0, 0, 0);
        Deleted some = delete(day, Row.START);
        while (!some.entries().rows().isEmpty()) {
            all = plus(all, some.entries(), some.entries().begunGenerations(), some.documents());
            some = delete(day, some.entries().last());
        }
        connection.read(sql -> {
            Engine.of(sql).compact(sql);
            return true;
        });
        return all;
    }

    private Deleted delete(Instant day, Row after) {
        return connection.write(batch, sql -> delete(sql, day, after));
    }

    private Deleted delete(DSLContext sql, Instant day, Row after) {
        EntryBatch some = EntryBatch.lock(sql, Moments.toMicros(day), after, batch);
        Documents documents = some.documents(sql);
        if (!some.seqs().isEmpty()) {
            begin(sql, day);
            some.delete(sql);
        }
        return new Deleted(some, documents);
    }

    /** The sums of days in another time zone need all entries. */
    private static void begin(DSLContext sql, Instant day) {
        if (PrunedEntries.before(sql).filter(moment -> !moment.isBefore(day)).isPresent()) {
            return;
        }
        Engine.of(sql).lockRollups(sql);
        DayRollup.NEXT_ZONE
                .read(sql)
                .ifPresent(zone -> {
                    throw new LedgerUnavailableException(
                            "the change of the time zone to %s is not finished; finish it by config timezone first"
                                    .formatted(zone),
                            null);
                });
        PrunedEntries.begin(sql, day);
    }

    private static Pruned plus(Pruned all, EntryBatch some, long generations, Documents documents) {
        return new Pruned(
                all.before(),
                all.generations() + generations,
                all.entries() + some.seqs().size(),
                all.documents() + documents.count(),
                all.bytes() + documents.bytes());
    }

    @Override
    public Optional<Instant> prunedBefore() {
        return connection.read(PrunedEntries::before);
    }

    @Override
    public boolean isPruned(GenerationId id) {
        return connection.read(sql ->
                sql.fetchExists(
                        GENERATION, GENERATION.ID.eq(id.value()).and(PrunedEntries.isPruned())));
    }
}
