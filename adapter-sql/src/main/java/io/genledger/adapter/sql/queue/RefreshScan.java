package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static java.util.Comparator.comparing;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.adapter.sql.statement.NamedSetting;
import io.genledger.domain.attribution.AccountName;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/**
 * Scans the generations in the order of creation for those that reached an age after they were
 * received last. The ledger stores how far each age was scanned, for all accounts and for each that
 * was scanned alone, so that no index is needed.
 */
final class RefreshScan {

    private static final long MICROS = 1_000_000;

    /**
     * The last day is scanned again: a record may have been received before the scan and recorded
     * after it.
     */
    private static final long OVERLAP_SECONDS = Duration.ofDays(1).toSeconds();

    private final DSLContext sql;
    private final Optional<AccountName> account;
    private final long age;
    private final long now;

    /** A generation that is due, with the account of its entry. */
    record Due(String id, String account, long createdUs) {}

    /**
     * @param account limits the generations; empty for all accounts
     * @param age in seconds
     * @param now in seconds since 1970
     */
    RefreshScan(DSLContext sql, Optional<AccountName> account, long age, long now) {
        this.sql = sql;
        this.account = account;
        this.age = age;
        this.now = now;
    }

    /** At most {@code most} such generations, which count as received now. */
    List<Due> next(int most) {
        if (most == 0) {
            return List.of();
        }
        // One scan of an age at a time, because it moves the end of what was scanned.
        Engine.of(sql).lockKeys(sql, List.of(ageName()));
        List<Due> due = due(most);
        List<String> ids = ids(due);
        Engine.of(sql).lockRows(sql, TRACKED.ID, ids);
        Engine.of(sql).lockRows(sql, GENERATION.ID, ids);
        Chunks.of(ids).forEach(this::noteAge);
        long scanned = (now - age - OVERLAP_SECONDS) * MICROS;
        boolean complete = due.size() < most;
        // One less: the next one may have been created in the same microsecond.
        long last = complete ? scanned : due.get(due.size() - 1).createdUs() - 1;
        saveScanned(Math.min(scanned, last));
        return due.stream().sorted(comparing(Due::id)).toList();
    }

    static List<String> ids(List<Due> due) {
        return due.stream().map(Due::id).toList();
    }

    private List<Due> due(int most) {
        return sql.select(GENERATION.ID, DIMENSION_VALUE.VALUE, ENTRY.CREATED_US)
                .from(ENTRY)
                .join(GENERATION)
                .on(GENERATION.ID.eq(ENTRY.GENERATION))
                .and(GENERATION.CURRENT.eq(ENTRY.SEQ))
                .join(DIMENSION_VALUE)
                .on(DIMENSION_VALUE.NUMBER.eq(ENTRY.ACCOUNT))
                .where(ENTRY.CREATED_US.gt(readScanned()))
                .and(ENTRY.CREATED_US.le((now - age) * MICROS))
                .and(GENERATION.READ_AGE_S.lt(age))
                .and(
                        account.map(only -> DIMENSION_VALUE.VALUE.eq(only.value()))
                                .orElseGet(DSL::noCondition))
                .orderBy(ENTRY.CREATED_US)
                .limit(most)
                .fetch(mapping(Due::new));
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

    private String ageName() {
        return "refresh_scanned_" + age;
    }

    private NamedSetting setting() {
        return new NamedSetting(ageName() + account.map(only -> "_" + only).orElse(""));
    }

    private long readScanned() {
        return setting().read(sql).map(Long::valueOf).orElse(Long.MIN_VALUE);
    }

    private void saveScanned(long scanned) {
        setting().write(sql, Long.toString(scanned));
    }
}
