package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.adapter.sql.rollup.ZoneDays;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.admin.LedgerVerifier;
import io.genledger.ports.ledger.admin.Verification;
import io.genledger.ports.ledger.admin.VerificationListener;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;

/** Lets the database recompute its rollups and follow its chains of revisions. */
public final class JooqLedgerVerifier implements LedgerVerifier {

    private static final List<Table<?>> ROLLUPS =
            List.of(ROLLUP_QUARTER, ROLLUP_DAY, ROLLUP_DAY_BY, ROLLUP_SKETCH, ROLLUP_FINDING);

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final LedgerConnection connection;

    /** Verifies the ledger of {@code connection}. */
    public JooqLedgerVerifier(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Verification verify(int named, VerificationListener listener) {
        return connection.snapshot(sql -> verify(sql, named, listener));
    }

    private static Verification verify(DSLContext sql, int named, VerificationListener listener) {
        Faults faults = new Faults(named);
        listener.comparing(GENERATION.getName());
        new RevisionChecks(sql, faults).run();
        RowText text = new RowText(sql);
        ZoneDays days = ZoneDays.ofAll(sql, LedgerZone.read(sql).id());
        long since = PrunedEntries.before(sql).map(Moments::toMicros).orElse(0L);
        for (RollupCheck check : RollupChecks.of(days, since)) {
            listener.comparing(check.rollup().getName());
            check.run(sql, text, faults);
        }
        listener.comparing(ROLLUP_SKETCH.getName());
        SketchCheck.run(sql, days, since, text, faults);
        int day = since == 0 ? Integer.MIN_VALUE : Math.toIntExact(since / MICROS_PER_DAY);
        listener.comparing(ROLLUP_FINDING.getName());
        FindingCheck.of(sql, day).run(sql, text, faults);
        return new Verification(
                sql.fetchCount(GENERATION),
                sql.fetchCount(ENTRY),
                ROLLUPS.stream().mapToLong(sql::fetchCount).sum(),
                0,
                faults.count(),
                faults.named());
    }
}
