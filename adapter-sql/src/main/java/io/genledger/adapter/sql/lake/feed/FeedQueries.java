package io.genledger.adapter.sql.lake.feed;

import static io.genledger.adapter.sql.lake.feed.FeedColumns.CREATED_US;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.GENERATION;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.RECORDED_US;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.REVISION;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.SEQ;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.SIGN;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.statement.FloorDivision;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** What is asked of a table with {@link FeedColumns}, a ledger's view or a lake's table. */
public final class FeedQueries {

    private static final long DAY_MICROS = 86_400_000_000L;

    private FeedQueries() {}

    /** The selected row, if there is one. */
    public static Optional<FeedRow> row(DSLContext sql, Table<?> feed, Condition selected) {
        return sql.select(SEQ, GENERATION, REVISION, SIGN, RECORDED_US)
                .from(feed)
                .where(selected)
                .fetchOptional(FeedQueries::row);
    }

    private static FeedRow row(Record row) {
        return new FeedRow(
                row.get(SEQ),
                new GenerationId(row.get(GENERATION)),
                row.get(REVISION),
                row.get(SIGN) < 0,
                Moments.ofMicros(row.get(RECORDED_US)));
    }

    /**
     * The sums of the selected rows by months. They are read by days: all databases divide whole
     * numbers alike, and each has another function for months. A figure is summed in two parts, so
     * that no sum overflows 64 bits.
     */
    public static List<FeedSums> sums(
            DSLContext sql, Table<?> feed, Condition selected, long until, Instant from) {
        List<Field<?>> columns = new ArrayList<>();
        // Without an alias: Trino knows none in GROUP BY.
        Field<Long> day = FloorDivision.of(CREATED_US, DAY_MICROS);
        columns.add(day);
        columns.addAll(List.of(count(), sum(SIGN).cast(SQLDataType.BIGINT)));
        for (FeedFigure figure : FeedFigure.values()) {
            Field<Long> column = FeedColumns.figure(figure);
            columns.add(total(column.div(inline(Picodollars.SPLIT))));
            columns.add(total(column.mod(inline(Picodollars.SPLIT))));
        }
        Map<YearMonth, FeedSums> months = new TreeMap<>();
        sql.select(columns)
                .from(feed)
                .where(selected)
                .and(SEQ.le(inline(until)))
                .and(CREATED_US.ge(inline(Moments.toMicros(from))))
                .groupBy(day)
                .forEach(row -> {
                    FeedSums ofDay = sums(row);
                    months.merge(ofDay.month(), ofDay, FeedSums::plus);
                });
        return List.copyOf(months.values());
    }

    private static Field<Long> total(Field<Long> part) {
        return coalesce(sum(part), inline(0)).cast(SQLDataType.BIGINT);
    }

    private static FeedSums sums(Record row) {
        Map<FeedFigure, BigInteger> sums = new EnumMap<>(FeedFigure.class);
        int column = 3;
        for (FeedFigure figure : FeedFigure.values()) {
            sums.put(
                    figure,
                    BigInteger.valueOf(row.get(column, Long.class))
                            .multiply(BigInteger.valueOf(Picodollars.SPLIT))
                            .add(BigInteger.valueOf(row.get(column + 1, Long.class))));
            column += 2;
        }
        return new FeedSums(
                YearMonth.from(LocalDate.ofEpochDay(row.get(0, Long.class))),
                row.get(1, Long.class),
                row.get(2, Long.class),
                sums);
    }
}
