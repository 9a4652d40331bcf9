package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.FINDING_MONEY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_FINDING;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.when;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.RowN;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The comparison of the rollup of findings with the findings of the entries. */
final class FindingCheck {

    private static final List<String> KEYS = List.of("day", "finding");
    private static final List<String> COLUMNS = columns();
    private static final Field<Long> SIGN = ENTRY.SIGN.cast(SQLDataType.BIGINT);

    private FindingCheck() {}

    private static List<String> columns() {
        int keys = Objects.requireNonNull(ROLLUP_FINDING.getPrimaryKey()).getFields().size();
        return Arrays.stream(ROLLUP_FINDING.fields()).skip(keys).map(Field::getName).toList();
    }

    /**
     * The comparison.
     *
     * @param sql reads which findings the ledger has
     * @param since the first day whose entries were not pruned, numbered since 1970; {@link
     *     Integer#MIN_VALUE} if none were
     */
    static RollupCheck of(DSLContext sql, int since) {
        Long highest = sql.select(max(ENTRY.FINDINGS)).from(ENTRY).fetchSingle().value1();
        int bits = Long.SIZE - Long.numberOfLeadingZeros(highest == null ? 0 : highest);
        Select<Record> source =
                bits == 0 ? versions(since) : versions(since).unionAll(findings(bits, since));
        return new RollupCheck(
                ROLLUP_FINDING, ROLLUP_FINDING.DAY.ge(inline(since)), KEYS, COLUMNS, source);
    }

    /** Each entry counts once for the version of the rules that judged it. */
    private static Select<Record> versions(int since) {
        List<Field<?>> selected = new ArrayList<>();
        selected.add(ENTRY.DAY.as("day"));
        selected.add(inline(-1).minus(ENTRY.FINDINGS_VERSION).as("finding"));
        for (String column : COLUMNS) {
            selected.add((column.equals("generations") ? SIGN : inline(0L)).as(column));
        }
        return select(selected).from(ENTRY).where(ENTRY.DAY.ge(inline(since)));
    }

    private static Select<Record> findings(int bits, int since) {
        Table<?> rules =
                DSL.values(
                                LongStream.range(0, bits)
                                        .mapToObj(bit ->
                                                row(
                                                        List.<Field<?>>of(
                                                                inline((int) bit),
                                                                inline(1L << bit))))
                                        .toArray(RowN[]::new))
                        .as("rule", "bit", "mask");
        Field<Integer> bit = Objects.requireNonNull(rules.field("bit", Integer.class));
        Field<Long> mask = Objects.requireNonNull(rules.field("mask", Long.class));
        List<Field<?>> selected = new ArrayList<>();
        selected.add(ENTRY.DAY.as("day"));
        selected.add(bit.as("finding"));
        COLUMNS.forEach(column -> selected.add(sum(column).as(column)));
        return select(selected)
                .from(ENTRY)
                .join(rules)
                .on(ENTRY.FINDINGS.bitAnd(mask).ne(inline(0L)))
                .leftJoin(FINDING_MONEY)
                .on(FINDING_MONEY.SEQ.eq(original()))
                .and(FINDING_MONEY.FINDING.eq(bit))
                .where(ENTRY.DAY.ge(inline(since)));
    }

    /** A row that cancels an entry has the money of that one. */
    private static Field<Long> original() {
        return when(ENTRY.SIGN.eq(inline(1)), ENTRY.SEQ).else_(ENTRY.PREVIOUS);
    }

    private static Field<Long> sum(String column) {
        Condition isUnknown =
                FINDING_MONEY.SEQ.isNotNull().and(FINDING_MONEY.MONEY_MICROUSD.isNull());
        return switch (column) {
            case "generations" -> SIGN;
            case "unknown_money" -> when(isUnknown, SIGN).else_(inline(0L));
            default ->
                    SIGN.times(
                            coalesce(
                                    Objects.requireNonNull(FINDING_MONEY.field(column, Long.class)),
                                    inline(0L)));
        };
    }
}
