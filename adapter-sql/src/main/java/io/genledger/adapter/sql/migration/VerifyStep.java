package io.genledger.adapter.sql.migration;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.schema.MigrationState;
import io.genledger.adapter.sql.schema.MigrationState.Phase;
import io.genledger.adapter.sql.verify.JooqLedgerVerifier;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.admin.Verification;
import java.util.List;

/** Compares the copied generations with the earlier ones, and drops these when all are equal. */
final class VerifyStep {

    private final LedgerConnection connection;
    private final int most;

    /**
     * @param most generations that are compared at once
     */
    VerifyStep(LedgerConnection connection, int most) {
        this.connection = connection;
        this.most = most;
    }

    /**
     * A batch that was compared.
     *
     * @param to the state after it; that of the next phase if there are no more generations
     * @param generations how many it has
     */
    record Batch(MigrationState to, int generations) {}

    /**
     * Compares the batch after {@code state}; after the last one, all sums.
     *
     * @throws LedgerUnavailableException if something differs
     */
    Batch after(MigrationState state) {
        List<OldGeneration> batch =
                connection.read(sql -> OldGeneration.after(sql, state.after(), most));
        if (batch.isEmpty()) {
            requireEqualSums();
            return new Batch(new MigrationState(Phase.COMPACT, ""), 0);
        }
        int compared = connection.read(sql -> MigratedRevisions.requireEqual(sql, batch));
        String last = batch.get(batch.size() - 1).figures().id();
        return new Batch(new MigrationState(Phase.VERIFY, last), compared);
    }

    private void requireEqualSums() {
        var unused = connection.read(MigratedTotals::requireEqual);
        Verification verification = new JooqLedgerVerifier(connection).verify(1);
        if (!verification.isFaultless()) {
            throw MigratedRevisions.differs("verifying found " + verification.named());
        }
    }

    /** Keeps what was compared; false if another process has done so. */
    boolean write(MigrationState from, Batch batch) {
        return connection.write(sql -> {
            boolean isNext = from.advance(sql, batch.to());
            if (isNext && batch.to().phase() == Phase.COMPACT) {
                OldTables.drop(sql);
            }
            return isNext;
        });
    }
}
