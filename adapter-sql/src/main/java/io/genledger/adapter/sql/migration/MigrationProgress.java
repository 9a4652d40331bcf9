package io.genledger.adapter.sql.migration;

import static org.jooq.impl.DSL.noCondition;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.schema.MigrationState;
import io.genledger.adapter.sql.schema.MigrationState.Phase;
import java.util.Optional;
import org.jooq.Condition;

/**
 * The number of generations that a phase is done with. They are counted by the database only where
 * another run has left off.
 */
final class MigrationProgress {

    private final LedgerConnection connection;
    private Optional<MigrationState> known = Optional.empty();
    private long done;
    private long all;

    MigrationProgress(LedgerConnection connection) {
        this.connection = connection;
    }

    /** Begins a step at {@code state}, as the database has it. */
    void startAt(MigrationState state) {
        if (!known.equals(Optional.of(state)) && state.phase() != Phase.COMPACT) {
            all = count(noCondition());
            done = count(OldTables.text("id").le(state.after()));
            known = Optional.of(state);
        }
    }

    private long count(Condition condition) {
        return connection.read(sql -> sql.fetchCount(OldTables.GENERATION, condition));
    }

    /**
     * Adds generations that this run is done with.
     *
     * @param next the state after them
     * @return all that the phase is done with
     */
    long add(int generations, MigrationState next) {
        done += generations;
        known = Optional.of(next);
        return done;
    }

    /** The generations of the ledger. */
    long all() {
        return all;
    }
}
