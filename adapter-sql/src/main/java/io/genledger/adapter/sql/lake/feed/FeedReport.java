package io.genledger.adapter.sql.lake.feed;

import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.min;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.report.SpendRows;
import io.genledger.adapter.sql.report.grouping.SpendStatement;
import io.genledger.adapter.sql.report.range.PeriodNumbers;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.lake.LakeUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Table;

/** A report over rows of feeds, by one scan and without any index. */
public final class FeedReport {

    /** Rows that come while a report is read may be older or newer by this time. */
    private static final Duration MARGIN = Duration.ofDays(366);

    private FeedReport() {}

    /**
     * Passes the rows of the report of {@code query} on.
     *
     * @param feed has the columns of the feed and the ledger's
     * @throws LakeUnavailableException if the zone has too many changes of the clock in the time of
     *     the report
     */
    public static void read(
            DSLContext sql,
            Table<?> feed,
            SpendQuery query,
            TextForms forms,
            Consumer<SpendRow> rows) {
        boolean hasTimes = query.dimensions().stream().anyMatch(Dimension::isTime);
        Field<Long> offset = hasTimes ? offset(sql, feed, query) : PeriodNumbers.NO_OFFSET;
        SpendStatement statement = new SpendStatement(query, TextDimension::plain);
        statement.addAll(
                FeedEntries.of(feed, query, forms, offset),
                time -> FeedEntries.period(time, query));
        SpendRows reader = new SpendRows(query);
        Streamed.read(sql, statement.build(sql, false), row -> rows.accept(reader.read(row)));
    }

    /** The clock's offset at each row's creation, by its changes between the first and the last. */
    private static Field<Long> offset(DSLContext sql, Table<?> feed, SpendQuery query) {
        Record2<Long, Long> created =
                sql.select(min(FeedColumns.CREATED_US), max(FeedColumns.CREATED_US))
                        .from(feed.as("entry"))
                        .where(FeedEntries.inRange(query))
                        .fetchSingle();
        if (created.value1() == null) {
            return PeriodNumbers.NO_OFFSET;
        }
        Instant first = Moments.ofMicros(created.value1());
        Instant last = Moments.ofMicros(created.value2());
        try {
            return PeriodNumbers.offset(
                    FeedColumns.CREATED_US, query.zone(), first.minus(MARGIN), last.plus(MARGIN));
        } catch (IllegalArgumentException tooMany) {
            throw new LakeUnavailableException(
                    "the clocks of %s change too often between %s and %s for one report: name a shorter range with --since and --until, or --timezone UTC"
                            .formatted(query.zone(), first, last),
                    tooMany);
        }
    }
}
