package io.genledger.adapter.sql.rollup;

import static io.genledger.adapter.sql.tables.Tables.FINDING_MONEY;
import static io.genledger.domain.ledger.RecordedFindings.STAKE_DECIMALS;

import io.genledger.adapter.sql.statement.BulkInsert;
import io.genledger.adapter.sql.statement.Chunks;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.UsdAmount;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * The money that one finding of an entry puts in question, as columns of six decimals each.
 *
 * @param known false if the amount is unknown; all parts are zero then
 * @param parts microdollars, and the next digits by six, down to 10^-24 dollars
 */
@SuppressWarnings("ArrayRecordComponent")
public record FindingMoney(boolean known, long... parts) {

    /** The number of columns of an amount. */
    static final int PARTS = 4;

    private static final BigInteger SPLIT = BigInteger.valueOf(1_000_000);

    private static final BulkInsert INSERT = new BulkInsert(FINDING_MONEY);

    /** The money of each finding, by the finding's bit; findings without any are left out. */
    public static Map<Integer, FindingMoney> of(RecordedFindings findings) {
        if (findings.atStake().isEmpty()) {
            return Map.of();
        }
        Map<Integer, FindingMoney> money = new HashMap<>();
        for (Map.Entry<StandardFindings, Optional<UsdAmount>> one : findings.atStake().entrySet()) {
            if (one.getValue().isEmpty() || !one.getValue().get().isZero()) {
                money.put(one.getKey().bit(), of(one.getValue()));
            }
        }
        return money;
    }

    private static FindingMoney of(Optional<UsdAmount> amount) {
        long[] parts = new long[PARTS];
        BigInteger rest = amount.orElse(UsdAmount.ZERO).toUnits(STAKE_DECIMALS);
        for (int i = PARTS - 1; i > 0; i--) {
            BigInteger[] divided = rest.divideAndRemainder(SPLIT);
            parts[i] = divided[1].longValueExact();
            rest = divided[0];
        }
        parts[0] = rest.longValueExact();
        return new FindingMoney(amount.isPresent(), parts);
    }

    /** The exact sum of amounts, from the sums of their columns. */
    public static UsdAmount sum(long... parts) {
        BigInteger all = BigInteger.ZERO;
        for (long part : parts) {
            all = all.multiply(SPLIT).add(BigInteger.valueOf(part));
        }
        return UsdAmount.ofUnits(all, STAKE_DECIMALS);
    }

    /** Writes the money of new entries, by their places. */
    public static void insert(DSLContext sql, Map<Long, Map<Integer, FindingMoney>> entries) {
        List<Object[]> rows = new ArrayList<>();
        entries.forEach(
                (seq, all) -> all.forEach((finding, money) -> rows.add(money.row(seq, finding))));
        INSERT.execute(sql, rows);
    }

    private Object[] row(long seq, int finding) {
        Object[] row = new Object[FINDING_MONEY.fields().length];
        row[0] = seq;
        row[1] = finding;
        for (int i = 0; known && i < PARTS; i++) {
            row[2 + i] = parts[i];
        }
        return row;
    }

    /** Reads the money of recorded entries, by their places; entries without any are absent. */
    public static Map<Long, Map<Integer, FindingMoney>> read(DSLContext sql, List<Long> seqs) {
        Map<Long, Map<Integer, FindingMoney>> entries = new HashMap<>();
        Chunks.of(seqs)
                .forEach(some ->
                        sql.selectFrom(FINDING_MONEY)
                                .where(FINDING_MONEY.SEQ.in(some))
                                .forEach(row ->
                                        entries.computeIfAbsent(
                                                        row.getSeq(), first -> new HashMap<>())
                                                .put(row.getFinding(), of(row))));
        return Collections.unmodifiableMap(entries);
    }

    private static FindingMoney of(Record row) {
        long[] parts = new long[PARTS];
        Object known = row.get(2);
        for (int i = 0; known != null && i < PARTS; i++) {
            parts[i] = row.get(2 + i, Long.class);
        }
        return new FindingMoney(known != null, parts);
    }
}
