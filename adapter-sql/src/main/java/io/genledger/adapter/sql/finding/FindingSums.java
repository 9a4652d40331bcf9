package io.genledger.adapter.sql.finding;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.FINDING_MONEY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.rollup.FindingMoney;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/**
 * The findings in a range, summed from the whole days in it and from the entries of the parts of
 * days. The keys are the bits of findings, and -1 - version for all generations that were judged by
 * that version of the rules.
 */
final class FindingSums {

    private static final List<Field<Long>> MONEY =
            List.of(
                    ROLLUP_FINDING.MONEY_MICROUSD,
                    ROLLUP_FINDING.MONEY_PICOUSD,
                    ROLLUP_FINDING.MONEY_ATTOUSD,
                    ROLLUP_FINDING.MONEY_YOCTOUSD);

    private static final List<Field<Long>> ENTRY_MONEY =
            List.of(
                    FINDING_MONEY.MONEY_MICROUSD,
                    FINDING_MONEY.MONEY_PICOUSD,
                    FINDING_MONEY.MONEY_ATTOUSD,
                    FINDING_MONEY.MONEY_YOCTOUSD);

    private final DSLContext sql;
    private final Map<Integer, FindingSum> sums = new TreeMap<>();

    /** No findings yet. */
    FindingSums(DSLContext sql) {
        this.sql = sql;
    }

    /** Reads the findings in {@code range}. */
    static Map<Integer, FindingSum> in(DSLContext sql, DayRange range) {
        FindingSums findings = new FindingSums(sql);
        findings.addDays(range);
        findings.addEntries(range.before().or(range.after()));
        findings.sums.values().removeIf(sum -> sum.generations() == 0);
        return findings.sums;
    }

    private void addDays(DayRange range) {
        sql.select(
                        ROLLUP_FINDING.DAY,
                        ROLLUP_FINDING.FINDING,
                        total(ROLLUP_FINDING.GENERATIONS),
                        total(ROLLUP_FINDING.UNKNOWN_MONEY))
                .select(MONEY.stream().map(FindingSums::total).toList())
                .from(ROLLUP_FINDING)
                .where(range.wholeDays())
                .groupBy(ROLLUP_FINDING.DAY, ROLLUP_FINDING.FINDING)
                .forEach(row -> {
                    FindingSum sum = of(row.get(ROLLUP_FINDING.FINDING));
                    sum.add(row.get(ROLLUP_FINDING.DAY), row.get(2, Long.class));
                    addMoney(sum, row, 3);
                });
    }

    private void addEntries(Condition selected) {
        Field<Integer> judgedBy = inline(-1).minus(ENTRY.FINDINGS_VERSION);
        Field<Long> generations = total(ENTRY.SIGN.coerce(Long.class));
        sql.select(ENTRY.DAY, judgedBy, generations)
                .from(ENTRY)
                .where(selected)
                .groupBy(ENTRY.DAY, ENTRY.FINDINGS_VERSION)
                .forEach(row -> of(row.value2()).add(row.value1(), row.value3()));
        sql.select(ENTRY.DAY, ENTRY.FINDINGS, generations)
                .from(ENTRY)
                .where(selected)
                .and(ENTRY.FINDINGS.ne(0L))
                .groupBy(ENTRY.DAY, ENTRY.FINDINGS)
                .forEach(row -> addBits(row.value1(), row.value2(), row.value3()));
        addMoney(selected);
    }

    private void addBits(int day, long bits, long generations) {
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            of(Long.numberOfTrailingZeros(rest)).add(day, generations);
        }
    }

    /** A row that cancels an entry subtracts the money of that entry. */
    private void addMoney(Condition selected) {
        Field<Long> sign = ENTRY.SIGN.coerce(Long.class);
        Field<Long> original = when(ENTRY.SIGN.gt(inline(0)), ENTRY.SEQ).otherwise(ENTRY.PREVIOUS);
        sql.select(
                        FINDING_MONEY.FINDING,
                        total(
                                when(FINDING_MONEY.MONEY_MICROUSD.isNull(), sign)
                                        .otherwise(inline(0L))))
                .select(ENTRY_MONEY.stream().map(part -> total(sign.times(part))).toList())
                .from(ENTRY)
                .join(FINDING_MONEY)
                .on(FINDING_MONEY.SEQ.eq(original))
                .where(selected)
                .groupBy(FINDING_MONEY.FINDING)
                .forEach(row -> addMoney(of(row.get(FINDING_MONEY.FINDING)), row, 1));
    }

    /** From {@code first} on, the columns are the unknown amounts and the parts of the known. */
    private static void addMoney(FindingSum sum, Record row, int first) {
        sum.add(
                row.get(first, Long.class),
                FindingMoney.sum(
                        row.get(first + 1, Long.class),
                        row.get(first + 2, Long.class),
                        row.get(first + 3, Long.class),
                        row.get(first + 4, Long.class)));
    }

    private FindingSum of(int key) {
        return sums.computeIfAbsent(key, first -> new FindingSum());
    }

    private static Field<Long> total(Field<Long> column) {
        return coalesce(sum(column).coerce(Long.class), inline(0L));
    }
}
