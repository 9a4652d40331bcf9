package io.genledger.adapter.sql.lake;

import static io.genledger.adapter.sql.lake.feed.FeedColumns.LEDGER;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.SEQ;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.ports.lake.LedgerName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;

/** The rows of a lake that a report reads, and those that its ledgers have beyond them. */
final class LakeRows {

    private static final Table<?> TABLE = table(name(LakeTable.NAME));

    private LakeRows() {}

    /** Those of the lake. */
    static Table<?> shipped() {
        return select(columns(LEDGER)).from(TABLE).asTable("shipped");
    }

    /**
     * Those of the lake, and behind the last one of each ledger those of its feed. The last ones
     * are constants of the statement, so that a row that is shipped meanwhile is read once.
     */
    static Table<?> fresh(DSLContext sql, Function<LedgerName, FeedPlace> feeds) {
        Map<LedgerName, Long> last = new TreeMap<>();
        sql.select(LEDGER, max(SEQ))
                .from(TABLE)
                .groupBy(LEDGER)
                .forEach(row -> last.put(new LedgerName(row.value1()), row.value2()));
        List<Condition> shipped = new ArrayList<>();
        List<Select<Record>> parts = new ArrayList<>();
        last.forEach((ledger, seq) -> {
            Field<String> name = inline(ledger.value());
            shipped.add(LEDGER.eq(name).and(SEQ.le(inline(seq))));
            parts.add(
                    select(columns(name.as(LEDGER)))
                            .from(table(feeds.apply(ledger).view()))
                            .where(SEQ.gt(inline(seq))));
        });
        Select<Record> all =
                select(columns(LEDGER))
                        .from(TABLE)
                        .where(shipped.stream().reduce(Condition::or).orElse(noCondition()));
        for (Select<Record> part : parts) {
            all = all.unionAll(part);
        }
        return all.asTable("fresh");
    }

    private static List<Field<?>> columns(Field<?> ledger) {
        List<Field<?>> columns = new ArrayList<>(List.of(ledger));
        columns.addAll(FeedColumns.ALL);
        return columns;
    }
}
