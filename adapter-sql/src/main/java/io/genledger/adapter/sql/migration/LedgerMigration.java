package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.DimensionNumbers;
import io.genledger.adapter.sql.ledger.CopyBatch;
import io.genledger.adapter.sql.schema.MigrationState;
import io.genledger.adapter.sql.schema.MigrationState.Phase;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Migrates the generations of a ledger, one batch a transaction. Several processes may do this at
 * the same time: of those that have prepared the same batch, one writes it, and the others wait as
 * long as there is progress. A process that is killed leaves the batches that it has written.
 */
public final class LedgerMigration {

    private static final long WAIT_MILLIS = 500;

    private final LedgerConnection connection;
    private final Migration migration;
    private final DimensionNumbers numbers;
    private final MigrationProgress progress;

    private LedgerMigration(LedgerConnection connection, Migration migration) {
        this.connection = connection;
        this.migration = migration;
        this.numbers = new DimensionNumbers(connection);
        this.progress = new MigrationProgress(connection);
    }

    /**
     * Finishes the migration of a ledger if one is under way.
     *
     * @throws LedgerUnavailableException if the database fails, or the new tables do not hold what
     *     the earlier ones do; these are kept then
     */
    public static void finish(LedgerConnection connection, Migration migration) {
        if (connection.read(MigrationState::read).isPresent()) {
            new LedgerMigration(connection, migration).finish();
        }
    }

    private void finish() {
        migration.listener().begun(connection.read(MigrationState::copy).map(Path::of));
        Optional<MigrationState> state = connection.read(MigrationState::read);
        while (state.isPresent()) {
            progress.startAt(state.get());
            if (!step(state.get())) {
                waitForOthers();
            }
            state = connection.read(MigrationState::read);
        }
        migration.listener().finished();
    }

    /** Goes one step on; false if another process has done so. */
    private boolean step(MigrationState state) {
        return switch (state.phase()) {
            case COPY -> copy(state);
            case VERIFY -> verify(state);
            case COMPACT -> compact(state);
        };
    }

    private boolean copy(MigrationState state) {
        List<OldGeneration> batch = read(state);
        if (batch.isEmpty()) {
            return advance(state, new MigrationState(Phase.VERIFY, ""));
        }
        RevisionDecoder decoder = new RevisionDecoder(migration.decoder());
        CopyBatch copies =
                CopyBatch.prepare(batch.stream().map(decoder::copied).toList(), numbers);
        MigrationState next = new MigrationState(Phase.COPY, last(batch));
        boolean written =
                connection.write(sql -> {
                    boolean isNext = state.advance(sql, next);
                    if (isNext) {
                        copies.write(sql);
                    }
                    return isNext;
                });
        if (written) {
            decoder.undecodable()
                    .forEach(one ->
                            migration.listener()
                                    .undecodable(one.id(), one.revision(), one.reason()));
            migration.listener().copied(progress.add(batch.size(), next), progress.all());
        }
        return written;
    }

    private List<OldGeneration> read(MigrationState state) {
        return connection.read(sql -> OldGeneration.after(sql, state.after(), migration.batch()));
    }

    private boolean verify(MigrationState state) {
        List<OldGeneration> batch = read(state);
        if (batch.isEmpty()) {
            connection.read(sql -> {
                MigratedTotals.requireEqual(sql);
                return true;
            });
            return connection.write(sql -> {
                boolean isNext = state.advance(sql, new MigrationState(Phase.COMPACT, ""));
                if (isNext) {
                    OldTables.drop(sql);
                }
                return isNext;
            });
        }
        connection.read(sql -> {
            MigratedRevisions.requireEqual(sql, batch);
            return true;
        });
        MigrationState next = new MigrationState(Phase.VERIFY, last(batch));
        boolean isNext = advance(state, next);
        if (isNext) {
            migration.listener().compared(progress.add(batch.size(), next), progress.all());
        }
        return isNext;
    }

    private boolean compact(MigrationState state) {
        connection.read(MigrationState::copy).map(Path::of).ifPresent(LedgerMigration::delete);
        try {
            connection.read(sql -> {
                Engine.of(sql).compact(sql);
                return true;
            });
        } catch (LedgerUnavailableException failure) {
            if (failure.isTransient()) {
                throw failure;
            }
            // The ledger is complete, and uses the free space of the file when it grows.
            migration.listener().notCompacted(failure);
        }
        return connection.write(sql -> {
            MigrationState.end(sql);
            return true;
        });
    }

    private static void delete(Path copy) {
        try {
            Files.deleteIfExists(copy);
        } catch (IOException failure) {
            throw new LedgerUnavailableException(
                    "%s cannot be deleted, though the migration is complete; delete it"
                            .formatted(copy),
                    failure);
        }
    }

    private boolean advance(MigrationState state, MigrationState next) {
        return connection.write(sql -> state.advance(sql, next));
    }

    private static String last(List<OldGeneration> batch) {
        return batch.get(batch.size() - 1).figures().id();
    }

    private void waitForOthers() {
        migration.listener().waiting();
        Optional<MigrationState> before;
        Optional<MigrationState> now = connection.read(MigrationState::read);
        do {
            before = now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
            now = connection.read(MigrationState::read);
        } while (now.isPresent() && !now.equals(before));
    }
}
