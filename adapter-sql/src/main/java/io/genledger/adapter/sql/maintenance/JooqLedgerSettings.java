package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_BEFORE;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY_BY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_SKETCH;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_ZONE;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
import static io.genledger.adapter.sql.tables.Tables.SCHEMA_VERSION;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectFrom;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.ledger.admin.LedgerSettings;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Table;

/**
 * Settings in a table. The day rollups of another zone are built beside the present ones, a range
 * of quarters in each transaction, and replace them in the last one.
 */
public final class JooqLedgerSettings implements LedgerSettings {

    /** Bounds the time for which others cannot record: some tenths of a second. */
    private static final int ROWS_A_PART = 20_000;

    private final LedgerConnection connection;
    private final int rowsAPart;

    /** The settings of the ledger of {@code connection}. */
    public JooqLedgerSettings(LedgerConnection connection) {
        this(connection, ROWS_A_PART);
    }

    /**
     * @param rowsAPart about how many entries a transaction reads
     */
    JooqLedgerSettings(LedgerConnection connection, int rowsAPart) {
        this.connection = connection;
        this.rowsAPart = rowsAPart;
    }

    @Override
    public Instant created() {
        return connection.read(sql ->
                Moments.ofMicros(
                        sql.select(min(SCHEMA_VERSION.APPLIED_US))
                                .from(SCHEMA_VERSION)
                                .fetchSingle()
                                .value1()));
    }

    @Override
    public ZoneId timezone() {
        return connection.read(sql -> LedgerZone.read(sql).id());
    }

    @Override
    public Optional<ZoneId> nextTimezone() {
        return connection.read(JooqLedgerSettings::next);
    }

    @Override
    public Optional<ChangeProgress> changeProgress() {
        return connection.snapshot(sql -> next(sql).map(zone -> progress(sql)));
    }

    private static ChangeProgress progress(DSLContext sql) {
        int before = Integer.parseInt(NEXT_BEFORE.read(sql).orElse("0"));
        return sql.select(min(ROLLUP_QUARTER.BUCKET), max(ROLLUP_QUARTER.BUCKET))
                .from(ROLLUP_QUARTER)
                .fetchSingle(row ->
                        row.value1() == null
                                ? new ChangeProgress(0, 0)
                                : new ChangeProgress(
                                        Math.max(0, before - row.value1()),
                                        row.value2() + 1L - row.value1()));
    }

    private static Optional<ZoneId> next(DSLContext sql) {
        return NEXT_ZONE.read(sql).map(ZoneId::of);
    }

    @Override
    public void changeTimezone(ZoneId zone) {
        connection.write(
                rowsAPart,
                sql -> {
                    Engine.of(sql).lockRollups(sql);
                    if (!next(sql).equals(Optional.of(zone))) {
                        giveUp(sql);
                        if (!LedgerZone.read(sql).id().equals(zone)) {
                            begin(sql, zone);
                        }
                    }
                    return zone;
                });
    }

    private static void begin(DSLContext sql, ZoneId zone) {
        PrunedEntries.before(sql)
                .ifPresent(moment -> {
                    throw new EntriesPrunedException(moment);
                });
        create(sql, NEXT_DAY, ROLLUP_DAY);
        create(sql, NEXT_DAY_BY, ROLLUP_DAY_BY);
        create(sql, NEXT_SKETCH, ROLLUP_SKETCH);
        NEXT_ZONE.write(sql, zone.getId());
        NEXT_BEFORE.write(sql, "0");
    }

    private static void create(DSLContext sql, Table<?> next, Table<?> present) {
        sql.createTable(next)
                .columns(
                        present.fieldStream()
                                .map(one ->
                                        field(
                                                name(one.getName()),
                                                one.getDataType().nullable(true)))
                                .toList())
                .primaryKey(Objects.requireNonNull(present.getPrimaryKey()).getFields())
                .execute();
    }

    private static void giveUp(DSLContext sql) {
        sql.dropTableIfExists(NEXT_DAY).execute();
        sql.dropTableIfExists(NEXT_DAY_BY).execute();
        sql.dropTableIfExists(NEXT_SKETCH).execute();
        NEXT_ZONE.delete(sql);
        NEXT_BEFORE.delete(sql);
    }

    @Override
    public boolean continueChange() {
        return connection.write(
                rowsAPart,
                sql -> {
                    Engine.of(sql).lockRollups(sql);
                    return next(sql).map(zone -> add(sql, zone)).orElse(false);
                });
    }

    private boolean add(DSLContext sql, ZoneId zone) {
        int from = Integer.parseInt(NEXT_BEFORE.read(sql).orElse("0"));
        Optional<Integer> last = lastOfPart(sql, from);
        if (last.isEmpty()) {
            replace(sql, zone);
            return false;
        }
        new DayRebuild(zone, from, last.get()).run(sql);
        NEXT_BEFORE.write(sql, Integer.toString(last.get() + 1));
        return true;
    }

    /** The last quarter of the part that begins with {@code from}; empty if there is none left. */
    private Optional<Integer> lastOfPart(DSLContext sql, int from) {
        Optional<Integer> last = Optional.empty();
        long entries = 0;
        for (var row :
                sql.select(ROLLUP_QUARTER.BUCKET, ROLLUP_QUARTER.REQUESTS)
                        .from(ROLLUP_QUARTER)
                        .where(ROLLUP_QUARTER.BUCKET.ge(from))
                        .orderBy(ROLLUP_QUARTER.BUCKET)
                        .limit(rowsAPart)
                        .fetch()) {
            if (entries >= rowsAPart) {
                return last;
            }
            last = Optional.of(row.value1());
            entries += Math.abs(row.value2());
        }
        return last;
    }

    private static void replace(DSLContext sql, ZoneId zone) {
        replace(sql, ROLLUP_DAY, NEXT_DAY);
        replace(sql, ROLLUP_DAY_BY, NEXT_DAY_BY);
        replace(sql, ROLLUP_SKETCH, NEXT_SKETCH);
        LedgerZone.SETTING.write(sql, zone.getId());
        giveUp(sql);
    }

    private static void replace(DSLContext sql, Table<?> present, Table<?> next) {
        sql.deleteFrom(present).execute();
        sql.insertInto(present, present.fields()).select(selectFrom(next)).execute();
    }
}
