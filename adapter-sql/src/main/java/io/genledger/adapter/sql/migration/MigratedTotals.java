package io.genledger.adapter.sql.migration;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER_BY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryDimension.Rollup;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;

/** Compares the totals of the earlier generations with those of the entries and of each rollup. */
final class MigratedTotals {

    private static final BigDecimal SPLIT = BigDecimal.valueOf(Picodollars.SPLIT);

    private static final List<String> AMOUNTS =
            List.of("spend", "credits", "byok_upstream", "cache_discount");

    private MigratedTotals() {}

    /**
     * @throws LedgerUnavailableException if a total differs
     */
    static void requireEqual(DSLContext sql) {
        List<BigDecimal> expected = earlier(sql);
        require(expected, entries(sql), ENTRY);
        require(expected, rollup(sql, ROLLUP_QUARTER, noCondition()), ROLLUP_QUARTER);
        require(expected, rollup(sql, ROLLUP_DAY, noCondition()), ROLLUP_DAY);
        for (EntryDimension dimension : EntryDimension.all()) {
            if (dimension.rollup() == Rollup.ALONE) {
                Condition alone = ROLLUP_QUARTER_BY.DIMENSION.eq(dimension.code());
                require(expected, rollup(sql, ROLLUP_QUARTER_BY, alone), ROLLUP_QUARTER_BY);
            }
            if (dimension.rollup() != Rollup.NONE) {
                Condition one = ROLLUP_DAY_BY.DIMENSION.eq(dimension.code());
                require(expected, rollup(sql, ROLLUP_DAY_BY, one), ROLLUP_DAY_BY);
            }
        }
    }

    private static void require(
            List<BigDecimal> expected, List<BigDecimal> found, Table<?> table) {
        if (!found.equals(expected)) {
            throw MigratedRevisions.differs(
                    "the totals of %s are %s in place of %s"
                            .formatted(table.getName(), found, expected));
        }
    }

    private static List<BigDecimal> earlier(DSLContext sql) {
        List<Field<?>> sums = new ArrayList<>();
        sums.add(count());
        for (String amount : AMOUNTS) {
            addParts(sums, OldTables.number(amount + "_picousd"));
        }
        return totals(sql.select(sums).from(OldTables.GENERATION).fetchSingle());
    }

    private static List<BigDecimal> entries(DSLContext sql) {
        List<Field<?>> sums = new ArrayList<>();
        sums.add(sum(ENTRY.SIGN));
        for (String amount : AMOUNTS) {
            addParts(sums, OldTables.number(amount + "_picousd").times(ENTRY.SIGN));
        }
        return totals(sql.select(sums).from(ENTRY).fetchSingle());
    }

    private static void addParts(List<Field<?>> sums, Field<Long> amount) {
        sums.add(sum(amount.div(inline(Picodollars.SPLIT))));
        sums.add(sum(amount.mod(inline(Picodollars.SPLIT))));
    }

    private static List<BigDecimal> rollup(DSLContext sql, Table<?> table, Condition condition) {
        List<Field<?>> sums = new ArrayList<>();
        sums.add(sum(OldTables.number("requests")));
        for (String amount : AMOUNTS) {
            sums.add(sum(OldTables.number(amount + "_microusd")));
            sums.add(sum(OldTables.number(amount + "_picousd")));
        }
        return totals(sql.select(sums).from(table).where(condition).fetchSingle());
    }

    /** The number of generations, and each amount from its two parts. */
    private static List<BigDecimal> totals(Record row) {
        List<BigDecimal> totals = new ArrayList<>();
        totals.add(number(row, 0));
        for (int i = 1; i < row.size(); i += 2) {
            totals.add(number(row, i).multiply(SPLIT).add(number(row, i + 1)));
        }
        return totals;
    }

    /** A sum of no rows is null. */
    private static BigDecimal number(Record row, int index) {
        return Optional.ofNullable(row.get(index, BigDecimal.class)).orElse(BigDecimal.ZERO);
    }
}
