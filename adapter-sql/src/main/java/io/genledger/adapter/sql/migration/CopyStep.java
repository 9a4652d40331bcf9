package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.ledger.CopyBatch;
import io.genledger.adapter.sql.schema.MigrationState;
import io.genledger.adapter.sql.schema.MigrationState.Phase;
import io.genledger.ports.ledger.Migration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import org.jspecify.annotations.Nullable;

/** Copies one batch after another; the next one is read and decoded while one is written. */
final class CopyStep {

    private final LedgerConnection connection;
    private final Migration migration;
    private final DimensionNumbers numbers;
    private final ExecutorService ahead;
    private @Nullable CompletableFuture<Batch> next;

    /**
     * @param ahead prepares the next batch
     */
    CopyStep(LedgerConnection connection, Migration migration, ExecutorService ahead) {
        this.connection = connection;
        this.migration = migration;
        this.numbers = new DimensionNumbers(connection);
        this.ahead = ahead;
    }

    /**
     * A batch that is ready to be written.
     *
     * @param from the state that it follows
     * @param to the state after it; that of the next phase if there are no more generations
     * @param generations how many it has
     */
    record Batch(
            MigrationState from,
            MigrationState to,
            int generations,
            CopyBatch copies,
            List<RevisionDecoder.Undecodable> undecodable) {}

    /** The batch after {@code state}. */
    Batch after(MigrationState state) {
        CompletableFuture<Batch> prepared = next;
        next = null;
        Batch batch = prepared == null ? null : join(prepared);
        if (batch == null || !batch.from().equals(state)) {
            batch = prepare(state);
        }
        MigrationState to = batch.to();
        if (to.phase() == Phase.COPY) {
            next = CompletableFuture.supplyAsync(() -> prepare(to), ahead);
        }
        return batch;
    }

    private static Batch join(CompletableFuture<Batch> prepared) {
        try {
            return prepared.join();
        } catch (CompletionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failure;
        }
    }

    private Batch prepare(MigrationState state) {
        List<OldGeneration> old =
                connection.read(sql -> OldGeneration.after(sql, state.after(), migration.batch()));
        RevisionDecoder decoder = new RevisionDecoder(migration.decoder());
        CopyBatch copies = CopyBatch.prepare(old.stream().map(decoder::copied).toList(), numbers);
        MigrationState to =
                old.isEmpty()
                        ? new MigrationState(Phase.VERIFY, "")
                        : new MigrationState(Phase.COPY, old.get(old.size() - 1).figures().id());
        return new Batch(state, to, old.size(), copies, decoder.undecodable());
    }

    /** Writes {@code batch}; false if another process has written it. */
    boolean write(Batch batch) {
        return connection.write(sql -> {
            boolean isNext = batch.from().advance(sql, batch.to());
            if (isNext) {
                batch.copies().write(sql);
            }
            return isNext;
        });
    }
}
