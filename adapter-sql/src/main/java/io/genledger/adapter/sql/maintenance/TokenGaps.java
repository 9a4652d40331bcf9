package io.genledger.adapter.sql.maintenance;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.adapter.sql.rollup.ZoneDays;
import io.genledger.adapter.sql.statement.FloorDivision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/**
 * Adds to the rollups of an earlier schema version what version 12 sums of entries that state no
 * spend or not all numbers of tokens. All other entries add nothing.
 */
public final class TokenGaps {

    /** The first schema version whose rollups have the sums. */
    public static final int VERSION = 12;

    private static final Table<?> GAP = table(name("token_gap"));
    private static final Field<Integer> QUARTER = field(name("token_gap", "quarter"), INTEGER);

    private static final List<Integer> ADDED =
            List.of(
                    Figures.UNKNOWN_PROMPT,
                    Figures.UNKNOWN_COMPLETION,
                    Figures.UNKNOWN_REASONING,
                    Figures.UNKNOWN_CACHED,
                    Figures.UNPRICED,
                    Figures.UNPRICED + 1,
                    Figures.UNPRICED_TOKENS,
                    Figures.UNRATED_PROMPT,
                    Figures.UNRATED_CACHED);

    private final DSLContext sql;
    private final ZoneDays days;

    private TokenGaps(DSLContext sql) {
        this.sql = sql;
        this.days = ZoneDays.ofAll(sql, LedgerZone.read(sql).id());
    }

    /** Adds all, within the transaction that has added the columns. */
    public static void add(DSLContext sql) {
        sql.createTemporaryTable(GAP).as(gaps()).execute();
        new TokenGaps(sql).add();
        sql.dropTemporaryTable(GAP).execute();
    }

    private static Select<Record> gaps() {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(FloorDivision.of(ENTRY.CREATED_US, QUARTER_MICROS).cast(INTEGER).as(QUARTER));
        EntryDimension.all().forEach(one -> columns.add(one.column().as(one.label())));
        for (int figure : ADDED) {
            columns.add(Figures.OF_ENTRY.get(figure).as(Figures.COLUMNS.get(figure).getName()));
        }
        // Earlier versions summed it without regard to the completion tokens.
        columns.add(
                when(
                                ENTRY.COMPLETION_TOKENS.isNull(),
                                ENTRY.GENERATION_TIME_US.mul(ENTRY.SIGN).neg())
                        .as(ROLLUP_DAY.GENERATION_TIME_US.getName()));
        return select(columns)
                .from(ENTRY)
                .where(
                        Stream.<Field<?>>of(
                                        ENTRY.SPEND_PICOUSD,
                                        ENTRY.PROMPT_TOKENS,
                                        ENTRY.COMPLETION_TOKENS,
                                        ENTRY.REASONING_TOKENS,
                                        ENTRY.CACHED_TOKENS)
                                .map(Field::isNull)
                                .reduce(Condition::or)
                                .orElseThrow());
    }

    private void add() {
        Map<String, Field<Integer>> combined = new LinkedHashMap<>();
        EntryDimension.combined()
                .forEach(one -> combined.put(one.label(), gap(one.label(), Integer.class)));
        combined.put("bucket", QUARTER);
        add(ROLLUP_QUARTER, combined);
        combined.put("bucket", days.dayOf(QUARTER));
        add(ROLLUP_DAY, combined);
        Stream.concat(EntryDimension.combined().stream(), EntryDimension.alone().stream())
                .forEach(one ->
                        add(
                                ROLLUP_DAY_BY,
                                Map.of(
                                        "dimension", inline(one.code()),
                                        "bucket", days.dayOf(QUARTER),
                                        "value", gap(one.label(), Integer.class))));
    }

    private static <T> Field<T> gap(String column, Class<T> type) {
        return field(name("token_gap", column), type);
    }

    /** Adds to the row of the first shard, which each entry's key has. */
    private void add(Table<?> rollup, Map<String, Field<Integer>> keys) {
        List<Field<?>> columns = new ArrayList<>();
        keys.forEach((key, value) -> columns.add(value.as(key)));
        List<Field<Long>> sums =
                Stream.concat(
                                ADDED.stream().map(Figures.COLUMNS::get),
                                Stream.of(ROLLUP_DAY.GENERATION_TIME_US))
                        .toList();
        for (Field<Long> one : sums) {
            columns.add(sum(gap(one.getName(), Long.class)).cast(BIGINT).as(one.getName()));
        }
        Table<?> added =
                select(columns)
                        .from(GAP)
                        .groupBy(keys.values().stream().filter(TokenGaps::isNoConstant).toList())
                        .asTable("added");
        Table<?> first = rollup.as("first_shard");
        Map<Field<?>, Object> set = new LinkedHashMap<>();
        for (Field<Long> one : sums) {
            Field<Long> present = in(rollup, one.getName(), Long.class);
            Field<Long> more = in(added, one.getName(), Long.class);
            set.put(present, coalesce(present.plus(more), present, more));
        }
        sql.update(rollup)
                .set(set)
                .from(added)
                .where(equal(rollup, added, keys))
                .and(
                        in(rollup, "shard", Integer.class)
                                .eq(
                                        select(min(in(first, "shard", Integer.class)))
                                                .from(first)
                                                .where(equal(first, added, keys))))
                .execute();
    }

    private static boolean isNoConstant(Field<Integer> key) {
        return !(key instanceof Param<?>);
    }

    private static Condition equal(
            Table<?> rollup, Table<?> added, Map<String, Field<Integer>> keys) {
        return keys.keySet().stream()
                .map(key -> in(rollup, key, Integer.class).eq(in(added, key, Integer.class)))
                .reduce(noCondition(), Condition::and);
    }

    private static <T> Field<T> in(Table<?> table, String column, Class<T> type) {
        return Objects.requireNonNull(table.field(column)).coerce(type);
    }
}
