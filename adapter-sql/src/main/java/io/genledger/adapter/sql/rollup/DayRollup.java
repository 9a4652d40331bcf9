package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
import static io.genledger.adapter.sql.tables.Tables.SETTING;

import io.genledger.adapter.sql.sketch.SketchStatement;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.adapter.sql.tables.tables.RollupDay;
import io.genledger.adapter.sql.tables.tables.RollupDayBy;
import io.genledger.adapter.sql.tables.tables.RollupSketch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/**
 * The sums of days in one time zone: in the present zone of the ledger, or in the next one while a
 * change to it is under way. Recording adds to both, so that no sum of the next zone is missing
 * when it becomes the present one.
 *
 * @param before the first quarter of an hour that the sums do not have yet
 */
public record DayRollup(
        LedgerZone zone,
        int before,
        RollupStatement day,
        RollupStatement dayBy,
        SketchStatement sketches) {

    /** The setting with the next zone. It is absent unless a change is under way. */
    public static final NamedSetting NEXT_ZONE = new NamedSetting("timezone_next");

    /** The setting with {@link #before} of the next zone. */
    public static final NamedSetting NEXT_BEFORE = new NamedSetting("timezone_next_quarter");

    /** The days of the next zone. The table exists only during the change. */
    public static final RollupDay NEXT_DAY = ROLLUP_DAY.rename("rollup_day_next");

    /** The days of the next zone by single dimensions. The table exists only during the change. */
    public static final RollupDayBy NEXT_DAY_BY = ROLLUP_DAY_BY.rename("rollup_day_by_next");

    /** The sketches by days of the next zone. The table exists only during the change. */
    public static final RollupSketch NEXT_SKETCH = ROLLUP_SKETCH.rename("rollup_sketch_next");

    private static final RollupStatement DAY = new RollupStatement(ROLLUP_DAY);
    private static final RollupStatement DAY_BY = new RollupStatement(ROLLUP_DAY_BY);
    private static final RollupStatement ADD_NEXT_DAY = new RollupStatement(NEXT_DAY);
    private static final RollupStatement ADD_NEXT_DAY_BY = new RollupStatement(NEXT_DAY_BY);

    private static final SketchStatement SKETCH = new SketchStatement(ROLLUP_SKETCH);
    private static final SketchStatement ADD_NEXT_SKETCH = new SketchStatement(NEXT_SKETCH);

    /** The sums of days that a recording adds to; read in its transaction. */
    static List<DayRollup> read(DSLContext sql) {
        Map<String, String> settings =
                sql.selectFrom(SETTING)
                        .where(
                                SETTING.NAME.in(
                                        LedgerZone.SETTING.name(),
                                        NEXT_ZONE.name(),
                                        NEXT_BEFORE.name()))
                        .fetchMap(SETTING.NAME, SETTING.VALUE);
        List<DayRollup> all = new ArrayList<>();
        String present = settings.getOrDefault(LedgerZone.SETTING.name(), "Z");
        all.add(new DayRollup(zone(present), Integer.MAX_VALUE, DAY, DAY_BY, SKETCH));
        String next = settings.get(NEXT_ZONE.name());
        if (next != null) {
            int before = Integer.parseInt(settings.getOrDefault(NEXT_BEFORE.name(), "0"));
            all.add(
                    new DayRollup(
                            zone(next), before, ADD_NEXT_DAY, ADD_NEXT_DAY_BY, ADD_NEXT_SKETCH));
        }
        return all;
    }

    private static LedgerZone zone(String id) {
        return new LedgerZone(ZoneId.of(id));
    }
}
