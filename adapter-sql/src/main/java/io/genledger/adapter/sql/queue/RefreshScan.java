package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.SETTING;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.Chunks;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Result;

/**
 * Scans the generations in the order of creation for those that reached an age after they were
 * received last. The ledger stores how far each age was scanned, so that no index is needed.
 */
final class RefreshScan {

    private static final long MICROS = 1_000_000;

    /**
     * The last day is scanned again: a record may have been received before the scan and recorded
     * after it.
     */
    private static final long OVERLAP_SECONDS = Duration.ofDays(1).toSeconds();

    private final DSLContext sql;
    private final long age;
    private final long now;

    /**
     * @param age in seconds
     * @param now in seconds since 1970
     */
    RefreshScan(DSLContext sql, long age, long now) {
        this.sql = sql;
        this.age = age;
        this.now = now;
    }

    /** The ids of at most {@code most} such generations, which count as received now. */
    List<String> next(int most) {
        if (most == 0) {
            return List.of();
        }
        // One scan at a time, because it moves the end of what was scanned.
        Engine.of(sql).lockKeys(sql, List.of(settingName()));
        Result<Record2<String, Long>> due = due(most);
        List<String> ids = due.getValues(GENERATION.ID);
        Engine.of(sql).lockRows(sql, TRACKED.ID, ids);
        Chunks.of(ids).forEach(this::noteAge);
        long scanned = (now - age - OVERLAP_SECONDS) * MICROS;
        boolean complete = due.size() < most;
        // One less: the next one may have been created in the same microsecond.
        long last = complete ? scanned : due.get(due.size() - 1).value2() - 1;
        saveScanned(Math.min(scanned, last));
        return ids;
    }

    private Result<Record2<String, Long>> due(int most) {
        return sql.select(GENERATION.ID, ENTRY.CREATED_US)
                .from(ENTRY)
                .join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .where(ENTRY.CREATED_US.gt(readScanned()))
                .and(ENTRY.CREATED_US.le((now - age) * MICROS))
                .and(GENERATION.READ_AGE_S.lt(age))
                .orderBy(ENTRY.CREATED_US)
                .limit(most)
                .fetch();
    }

    private void noteAge(List<String> ids) {
        sql.update(GENERATION)
                .set(
                        GENERATION.READ_AGE_S,
                        sql.select(inline(now).minus(ENTRY.CREATED_US.div(MICROS)))
                                .from(ENTRY)
                                .where(ENTRY.SEQ.eq(GENERATION.CURRENT))
                                .asField())
                .where(GENERATION.ID.in(ids))
                .execute();
    }

    private String settingName() {
        return "refresh_scanned_" + age;
    }

    private long readScanned() {
        return sql.select(SETTING.VALUE)
                .from(SETTING)
                .where(SETTING.NAME.eq(settingName()))
                .fetchOptional(SETTING.VALUE)
                .map(Long::valueOf)
                .orElse(Long.MIN_VALUE);
    }

    private void saveScanned(long scanned) {
        sql.insertInto(SETTING)
                .set(SETTING.NAME, settingName())
                .set(SETTING.VALUE, Long.toString(scanned))
                .onConflict(SETTING.NAME)
                .doUpdate()
                .set(SETTING.VALUE, Long.toString(scanned))
                .execute();
    }
}
