package io.genledger.adapter.sql.migration;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;

/** Compares the totals of the earlier generations with those of the entries. */
final class MigratedTotals {

    private static final BigDecimal SPLIT = BigDecimal.valueOf(Picodollars.SPLIT);

    private static final List<String> AMOUNTS =
            List.of("spend", "credits", "byok_upstream", "cache_discount");

    private MigratedTotals() {}

    /**
     * @throws LedgerUnavailableException if a total differs
     */
    static int requireEqual(DSLContext sql) {
        List<BigDecimal> expected = earlier(sql);
        List<BigDecimal> found = entries(sql);
        if (!found.equals(expected)) {
            throw MigratedRevisions.differs(
                    "its totals are %s in place of %s".formatted(found, expected));
        }
        return found.size();
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
