package io.genledger.adapter.sql.rollup;

import io.genledger.adapter.sql.statement.NamedSetting;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/** The time zone whose days the day rollups sum. */
public final class LedgerZone {

    /** The setting with its id. */
    public static final NamedSetting SETTING = new NamedSetting("timezone");

    private static final int QUARTER_SECONDS = 900;

    private final ZoneId zone;
    private final Map<Integer, Integer> days = new HashMap<>();

    /** The days of {@code zone}. */
    public LedgerZone(ZoneId zone) {
        this.zone = zone;
    }

    /** Reads the zone of the ledger; UTC if it has none. */
    public static LedgerZone read(DSLContext sql) {
        return new LedgerZone(SETTING.read(sql).map(ZoneId::of).orElse(ZoneOffset.UTC));
    }

    /** The zone. */
    public ZoneId id() {
        return zone;
    }

    /** The day, numbered since 1970, in which a quarter of an hour begins. */
    public int dayOf(int quarter) {
        return days.computeIfAbsent(quarter, this::day);
    }

    private int day(int quarter) {
        Instant start = Instant.ofEpochSecond((long) quarter * QUARTER_SECONDS);
        return Math.toIntExact(LocalDate.ofInstant(start, zone).toEpochDay());
    }
}
