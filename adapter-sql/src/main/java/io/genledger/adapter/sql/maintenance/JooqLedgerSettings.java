package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_BEFORE;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_DAY_BY;
import static io.genledger.adapter.sql.rollup.DayRollup.NEXT_ZONE;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.selectFrom;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.ports.ledger.admin.LedgerSettings;
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
    public ZoneId timezone() {
        return connection.read(sql -> LedgerZone.read(sql).id());
    }

    @Override
    public Optional<ZoneId> nextTimezone() {
        return connection.read(JooqLedgerSettings::next);
    }

    private static Optional<ZoneId> next(DSLContext sql) {
        return value(sql, NEXT_ZONE).map(ZoneId::of);
    }

    private static Optional<String> value(DSLContext sql, String name) {
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(name))
                .fetchOptional(SETTING.VALUE);
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
        create(sql, NEXT_DAY, ROLLUP_DAY);
        create(sql, NEXT_DAY_BY, ROLLUP_DAY_BY);
        put(sql, NEXT_ZONE, zone.getId());
        put(sql, NEXT_BEFORE, "0");
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

    private static void put(DSLContext sql, String name, String value) {
        sql.insertInto(SETTING, SETTING.NAME, SETTING.VALUE)
                .values(name, value)
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, value)
                .execute();
    }

    private static void giveUp(DSLContext sql) {
        sql.dropTableIfExists(NEXT_DAY).execute();
        sql.dropTableIfExists(NEXT_DAY_BY).execute();
        sql.deleteFrom(SETTING).where(SETTING.NAME.in(NEXT_ZONE, NEXT_BEFORE)).execute();
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
        int from = Integer.parseInt(value(sql, NEXT_BEFORE).orElse("0"));
        Optional<Integer> last = lastOfPart(sql, from);
        if (last.isEmpty()) {
            replace(sql, zone);
            return false;
        }
        new DayRebuild(zone, from, last.get()).run(sql);
        put(sql, NEXT_BEFORE, Integer.toString(last.get() + 1));
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
        put(sql, LedgerZone.SETTING_NAME, zone.getId());
        giveUp(sql);
    }

    private static void replace(DSLContext sql, Table<?> present, Table<?> next) {
        sql.deleteFrom(present).execute();
        sql.insertInto(present, present.fields()).select(selectFrom(next)).execute();
    }
}
