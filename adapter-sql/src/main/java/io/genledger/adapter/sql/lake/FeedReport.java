package io.genledger.adapter.sql.lake;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.report.SpendRows;
import io.genledger.adapter.sql.report.grouping.SpendStatement;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.Table;

/** A report over rows of feeds, by one scan and without any index. */
final class FeedReport {

    /**
     * Rows may come while the report is read; they were hardly created so much earlier or later.
     */
    private static final Duration MARGIN = Duration.ofDays(366);

    private FeedReport() {}

    /**
     * Passes the rows of the report of {@code query} on.
     *
     * @param feed has the columns of the feed and the ledger's
     */
    static void read(
            DSLContext sql,
            Table<?> feed,
            SpendQuery query,
            TextForms forms,
            Consumer<SpendRow> rows) {
        // Between the two lie the changes of the clock that the statement has to know.
        Record2<Long, Long> created =
                sql.select(min(FeedColumns.CREATED_US), max(FeedColumns.CREATED_US))
                        .from(feed.as("entry"))
                        .where(FeedEntries.inRange(query))
                        .fetchSingle();
        if (created.value1() == null) {
            return;
        }
        Instant first = Moments.ofMicros(created.value1()).minus(MARGIN);
        Instant last = Moments.ofMicros(created.value2()).plus(MARGIN);
        SpendStatement statement = new SpendStatement(query, TextDimension::plain);
        statement.addAll(
                FeedEntries.of(feed, query, forms, first, last),
                time -> FeedEntries.period(time, query));
        SpendRows reader = new SpendRows(query);
        Streamed.read(sql, statement.build(sql, false), row -> rows.accept(reader.read(row)));
    }
}
