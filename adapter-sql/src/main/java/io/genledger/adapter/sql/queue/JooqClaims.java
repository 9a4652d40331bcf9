package io.genledger.adapter.sql.queue;

import static io.genledger.adapter.sql.tables.Tables.TRACKED;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.not;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectDistinct;
import static org.jooq.impl.DSL.update;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.adapter.sql.statement.Codes;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record1;
import org.jooq.Record6;
import org.jooq.Select;
import org.jooq.SelectForUpdateStep;

/** Claims rows of the queue by a random token in each row, which proves the lease of its holder. */
public final class JooqClaims implements Claims {

    private static final BulkStatement EXTEND = new BulkStatement(extend());
    private static final SecureRandom TOKENS = new SecureRandom();

    private final LedgerConnection connection;
    private final Recorder recorder;

    /** Selects the rows that may be claimed. */
    private final Condition selection;

    /** Reads and writes over {@code connection}, and records with {@code recorder}. */
    public JooqClaims(LedgerConnection connection, Recorder recorder) {
        this(connection, recorder, noCondition());
    }

    private JooqClaims(LedgerConnection connection, Recorder recorder, Condition selection) {
        this.connection = connection;
        this.recorder = recorder;
        this.selection = selection;
    }

    @Override
    public Claims ofAccounts(Set<AccountName> accounts) {
        List<String> names = accounts.stream().map(AccountName::value).sorted().toList();
        return new JooqClaims(connection, recorder, TRACKED.ACCOUNT.in(names));
    }

    @Override
    public Set<AccountName> accountsPending() {
        return connection.read(sql ->
                sql
                        .fetch(
                                accountsWhere(LeaseConditions.isUnclaimed())
                                        .union(accountsWhere(TRACKED.LEASE.isNotNull())))
                        .stream()
                        .map(row -> new AccountName(row.value1()))
                        .collect(Collectors.toSet()));
    }

    /** One index for each condition. */
    private static Select<Record1<String>> accountsWhere(Condition condition) {
        return selectDistinct(TRACKED.ACCOUNT).from(TRACKED).where(condition);
    }

    @Override
    public List<Claim> claim(int most, Instant now, Duration duration) {
        long moment = Moments.toMicros(now);
        Lease lease = new Lease(TOKENS.nextLong(), now.plus(duration));
        return connection.write(sql -> {
            releaseExpired(sql, moment);
            return claim(sql, most, moment, lease);
        });
    }

    private static void releaseExpired(DSLContext sql, long now) {
        sql.update(TRACKED)
                .set(TRACKED.LEASE, inline(null, TRACKED.LEASE))
                .set(TRACKED.LEASED_UNTIL_US, inline(null, TRACKED.LEASED_UNTIL_US))
                .where(notLocked(sql, idsWhere(LeaseConditions.isExpired(now))))
                .execute();
    }

    private List<Claim> claim(DSLContext sql, int most, long now, Lease lease) {
        return sql
                .update(TRACKED)
                .set(TRACKED.LEASE, lease.token())
                .set(TRACKED.LEASED_UNTIL_US, Moments.toMicros(lease.until()))
                .where(notLocked(sql, longestDue(most, now)))
                // These columns only: the whole row costs twice the processor time.
                .returningResult(
                        TRACKED.NEXT_DUE_US,
                        TRACKED.ID,
                        TRACKED.ACCOUNT,
                        TRACKED.SINCE_US,
                        TRACKED.ATTEMPTS,
                        TRACKED.REFRESH)
                .fetch()
                .stream()
                .sorted(Comparator.comparing(Record6::value1))
                .map(row -> toClaim(row, lease))
                .toList();
    }

    private static Condition notLocked(DSLContext sql, SelectForUpdateStep<Record1<String>> ids) {
        return Engine.of(sql).notLocked(TRACKED.ID, ids);
    }

    private static SelectForUpdateStep<Record1<String>> idsWhere(Condition condition) {
        return select(TRACKED.ID).from(TRACKED).where(condition);
    }

    private SelectForUpdateStep<Record1<String>> longestDue(int most, long now) {
        return select(TRACKED.ID)
                .from(TRACKED)
                .where(LeaseConditions.isUnclaimed())
                .and(TRACKED.NEXT_DUE_US.le(now))
                .and(selection)
                .orderBy(TRACKED.NEXT_DUE_US)
                .limit(most);
    }

    private static Claim toClaim(
            Record6<Long, String, String, Long, Integer, Boolean> row, Lease lease) {
        return new Claim(
                new GenerationId(row.value2()),
                new AccountName(row.value3()),
                Moments.ofMicros(row.value4()),
                row.value5(),
                row.value6(),
                lease);
    }

    @Override
    public List<Claim> extend(Collection<Claim> claims, Instant now, Duration duration) {
        if (claims.isEmpty()) {
            return List.of();
        }
        Instant until = now.plus(duration);
        List<Claim> all = List.copyOf(claims);
        List<Object[]> rows =
                all.stream()
                        .map(claim ->
                                new Object[] {
                                    Moments.toMicros(until),
                                    claim.id().value(),
                                    claim.lease().token()
                                })
                        .toList();
        int[] extended =
                connection.write(
                        rows.size(),
                        sql -> {
                            Engine.of(sql).lockRows(sql, TRACKED.ID, ids(all));
                            return EXTEND.execute(sql, rows);
                        });
        return IntStream.range(0, all.size())
                .filter(i -> extended[i] > 0)
                .mapToObj(i -> extended(all.get(i), until))
                .toList();
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.id().value()).toList();
    }

    private static Claim extended(Claim claim, Instant until) {
        Lease lease = new Lease(claim.lease().token(), until);
        return new Claim(
                claim.id(),
                claim.account(),
                claim.since(),
                claim.attempts(),
                claim.refresh(),
                lease);
    }

    private static Query extend() {
        return update(TRACKED)
                .set(TRACKED.LEASED_UNTIL_US, param("until", TRACKED.LEASED_UNTIL_US))
                .where(LeaseConditions.isHeld());
    }

    @Override
    public List<SettlementResult> settle(List<Settlement> settlements) {
        if (settlements.isEmpty()) {
            return List.of();
        }
        SettlementBatch batch = new SettlementBatch(List.copyOf(settlements));
        return recorder.record(
                settlements.size(), recorder.prepare(batch.recordings()), batch::settle);
    }

    @Override
    public Optional<Instant> nextDue() {
        return connection.read(sql ->
                Stream.of(
                                earliest(TRACKED.NEXT_DUE_US, LeaseConditions.isUnclaimed()),
                                earliest(TRACKED.LEASED_UNTIL_US, TRACKED.LEASE.isNotNull()))
                        .map(sql::fetchValue)
                        .filter(Objects::nonNull)
                        .min(Long::compare)
                        .map(Moments::ofMicros));
    }

    private Select<Record1<Long>> earliest(Field<Long> moment, Condition condition) {
        return select(min(moment)).from(TRACKED).where(condition).and(selection);
    }

    @Override
    public int correctDueTimes(Instant now) {
        long moment = Moments.toMicros(now);
        return connection.write(sql -> {
            // A lease of the wrong clock would hide its row from the update.
            releaseExpired(sql, moment);
            return makeDue(
                    sql, moment, wasWrittenAfter(Moments.toMicros(now.plus(CLOCK_TOLERANCE))));
        });
    }

    @Override
    public int makeDue(Reason reason, Instant now) {
        long moment = Moments.toMicros(now);
        return connection.write(sql ->
                makeDue(
                        sql,
                        moment,
                        TRACKED.OUTCOME_REASON.eq(inline(Codes.of(reason))).and(selection)));
    }

    /** A row that another transaction has locked is being claimed or made due by it. */
    private static int makeDue(DSLContext sql, long now, Condition selection) {
        Condition later = LeaseConditions.isUnclaimed().and(TRACKED.NEXT_DUE_US.gt(now));
        return sql.update(TRACKED)
                .set(TRACKED.NEXT_DUE_US, now)
                .where(notLocked(sql, idsWhere(later.and(selection))))
                .execute();
    }

    /** Whether the due time was computed after {@code moment}: at the last attempt, if any. */
    private static Condition wasWrittenAfter(long moment) {
        Condition isAttempted = TRACKED.ATTEMPTS.gt(inline(0));
        return isAttempted
                .and(TRACKED.OUTCOME_AT_US.gt(moment))
                .or(not(isAttempted).and(TRACKED.SINCE_US.gt(moment)));
    }
}
