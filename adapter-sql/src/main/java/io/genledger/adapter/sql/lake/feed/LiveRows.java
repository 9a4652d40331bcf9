package io.genledger.adapter.sql.lake.feed;

import static io.genledger.adapter.sql.lake.feed.FeedColumns.CREATED_US;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.GENERATION;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.LEDGER;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.REVISION;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.SIGN;
import static org.jooq.impl.DSL.asterisk;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;

/** The newest revision of each generation: the entries that no correction has cancelled. */
public final class LiveRows {

    /** What an entry shares with the row that cancels it, and with no other. */
    private static final List<Field<?>> ENTRY = List.of(LEDGER, GENERATION, REVISION, CREATED_US);

    private static final Field<Integer> REMAINS = field(name("remains"), Integer.class);

    private LiveRows() {}

    /**
     * Those of rows that are the same whenever the statement reads them. It reads them twice, and
     * holds the few rows that cancel others.
     */
    public static Table<?> ofSnapshot(Table<?> rows) {
        Table<?> corrections = rows.as("corrections");
        Condition cancels = of("corrections", SIGN).lt(inline(0));
        for (Field<?> one : ENTRY) {
            cancels = cancels.and(equal("corrections", rows.getName(), one));
        }
        return select(asterisk())
                .from(rows)
                .where(of(rows.getName(), SIGN).gt(inline(0)))
                .and(notExists(selectOne().from(corrections).where(cancels)))
                .asTable("live");
    }

    /** Those of rows that may change meanwhile. The statement reads them once, and sorts them. */
    public static Table<?> ofOneScan(Table<?> rows) {
        Table<?> all =
                select(asterisk(), sum(SIGN).over().partitionBy(ENTRY).as(REMAINS))
                        .from(rows)
                        .asTable("counted");
        return select(asterisk())
                .from(all)
                .where(SIGN.gt(inline(0)))
                .and(REMAINS.gt(inline(0)))
                .asTable("live");
    }

    private static <T> Condition equal(String one, String other, Field<T> column) {
        return of(one, column).eq(of(other, column));
    }

    private static <T> Field<T> of(String table, Field<T> column) {
        return field(name(table, column.getName()), column.getDataType());
    }
}
