package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.schema.MigrationState;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.MigrationListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
    private final MigrationListener listener;
    private final MigrationProgress progress;
    private final CopyStep copying;
    private final VerifyStep verifying;

    private LedgerMigration(
            LedgerConnection connection, Migration migration, ExecutorService ahead) {
        this.connection = connection;
        this.listener = migration.listener();
        this.progress = new MigrationProgress(connection);
        this.copying = new CopyStep(connection, migration, ahead);
        this.verifying = new VerifyStep(connection, migration.batch());
    }

    /**
     * Finishes the migration of a ledger if one is under way.
     *
     * @throws LedgerUnavailableException if the database fails, or the new tables do not hold what
     *     the earlier ones do; these are kept then
     */
    public static void finish(LedgerConnection connection, Migration migration) {
        if (connection.read(MigrationState::read).isPresent()) {
            try (ExecutorService ahead = Executors.newSingleThreadExecutor()) {
                new LedgerMigration(connection, migration, ahead).finish();
            }
        }
    }

    private void finish() {
        listener.begun(connection.read(MigrationState::copy).map(Path::of));
        Optional<MigrationState> state = connection.read(MigrationState::read);
        while (state.isPresent()) {
            progress.startAt(state.get());
            if (!stepped(state.get())) {
                waitForOthers();
            }
            state = connection.read(MigrationState::read);
        }
        listener.finished();
    }

    /**
     * Goes one step on; false if another process has done so. It may have dropped the earlier
     * tables while this one read them.
     */
    private boolean stepped(MigrationState state) {
        try {
            return step(state);
        } catch (LedgerUnavailableException failure) {
            if (connection.read(MigrationState::read).equals(Optional.of(state))) {
                throw failure;
            }
            return false;
        }
    }

    private boolean step(MigrationState state) {
        return switch (state.phase()) {
            case COPY -> copy(state);
            case VERIFY -> verify(state);
            case COMPACT -> compact();
        };
    }

    private boolean copy(MigrationState state) {
        CopyStep.Batch batch = copying.after(state);
        boolean isWritten = copying.write(batch);
        if (isWritten && batch.generations() > 0) {
            batch.undecodable()
                    .forEach(one -> listener.undecodable(one.id(), one.revision(), one.reason()));
            listener.copied(progress.add(batch.generations(), batch.to()), progress.all());
        }
        return isWritten;
    }

    private boolean verify(MigrationState state) {
        VerifyStep.Batch batch = verifying.after(state);
        boolean isWritten = verifying.write(state, batch);
        if (isWritten && batch.generations() > 0) {
            listener.compared(progress.add(batch.generations(), batch.to()), progress.all());
        }
        return isWritten;
    }

    private boolean compact() {
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
            listener.notCompacted(failure);
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

    private void waitForOthers() {
        listener.waiting();
        Optional<MigrationState> before;
        Optional<MigrationState> now = connection.read(MigrationState::read);
        do {
            before = now;
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WAIT_MILLIS));
            now = connection.read(MigrationState::read);
        } while (now.isPresent() && !now.equals(before));
    }
}
