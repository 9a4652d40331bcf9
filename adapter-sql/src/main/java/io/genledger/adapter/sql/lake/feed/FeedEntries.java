package io.genledger.adapter.sql.lake.feed;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.when;

import io.genledger.adapter.sql.engine.TextForms;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.range.PeriodNumbers;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.report.source.FilterConditions;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.SpendQuery;
import io.genledger.ports.lake.FeedFigure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * Rows with {@link FeedColumns} as a report adds up those of a ledger's table {@code entry}: the
 * columns of figures have the same names. Texts stand in the rows themselves.
 */
final class FeedEntries {

    private static final String TEXT = "_text";

    private static final Field<Long> OFFSET = field(name("entry", "clock_offset"), Long.class);
    private static final Field<Long> DAY = field(name("entry", "local_day"), Long.class);

    /** The name of a row's ledger. */
    static final Field<String> LEDGER_TEXT =
            field(name("entry", FeedColumns.LEDGER.getName() + TEXT), SQLDataType.VARCHAR);

    private FeedEntries() {}

    /**
     * The rows that {@code query} selects.
     *
     * @param rows has the columns of the feed and the ledger's
     * @param offset the clock's offset at a row's time of creation
     * @throws IllegalArgumentException if it selects by findings
     */
    static SpendSource of(Table<?> rows, SpendQuery query, TextForms forms, Field<Long> offset) {
        if (query.filters().stream().anyMatch(OfFindings.class::isInstance)) {
            throw new IllegalArgumentException("a lake has no findings");
        }
        SpendSource all =
                new SpendSource(
                        entries(rows, offset),
                        ENTRY.CREATED_US,
                        ENTRY.CREATED_US,
                        inRange(query).and(recorded(query)),
                        FeedEntries::text,
                        Figures.OF_ENTRY,
                        Optional.empty());
        return all.where(
                new FilterConditions(forms, TextDimension::plain).of(query.filters(), all));
    }

    /** The number of a row's period, or the clock's offset for an hour. */
    static Field<Long> period(Dimension time, SpendQuery query) {
        return PeriodNumbers.of(time, OFFSET, DAY, query.startOfWeek());
    }

    /** The rows that were created in the range of {@code query}. */
    static Condition inRange(SpendQuery query) {
        Condition since =
                query.range()
                        .since()
                        .map(from -> ENTRY.CREATED_US.ge(inline(Moments.toMicrosUp(from))))
                        .orElse(noCondition());
        return query.range()
                .until()
                .map(end -> since.and(ENTRY.CREATED_US.lt(inline(Moments.toMicrosUp(end)))))
                .orElse(since);
    }

    private static Condition recorded(SpendQuery query) {
        return query.asOf()
                .map(end -> ENTRY.RECORDED_US.le(inline(Moments.toMicros(end))))
                .orElse(noCondition());
    }

    private static Table<?> entries(Table<?> rows, Field<Long> offset) {
        List<Field<?>> columns = new ArrayList<>();
        columns.add(FeedColumns.SIGN);
        columns.add(FeedColumns.GENERATION);
        columns.add(FeedColumns.CREATED_US);
        columns.add(FeedColumns.RECORDED_US);
        columns.add(offset.as(OFFSET.getUnqualifiedName()));
        columns.add(PeriodNumbers.day(FeedColumns.CREATED_US, offset).as(DAY.getUnqualifiedName()));
        columns.add(FeedColumns.LEDGER.as(FeedColumns.LEDGER.getName() + TEXT));
        columns.add(FeedColumns.REQUEST.as("request" + TEXT));
        for (EntryDimension one : EntryDimension.all()) {
            columns.add(field(name(one.label()), String.class).as(one.label() + TEXT));
        }
        // The only text that a figure depends on; in a ledger it is a number.
        columns.add(
                when(
                                field(name(EntryDimension.TRUST.label()), String.class)
                                        .eq(inline("provisional")),
                                inline(EntryDimension.PROVISIONAL))
                        .otherwise(inline(0))
                        .as(ENTRY.TRUST.getUnqualifiedName()));
        for (FeedFigure one : FeedFigure.values()) {
            Field<Long> figure = FeedColumns.figure(one);
            // The sign's square is 1: this is the figure of the entry that is cancelled.
            columns.add(figure.times(FeedColumns.SIGN).as(figure.getName()));
        }
        return DSL.select(columns).from(rows).asTable(ENTRY.getUnqualifiedName());
    }

    /** The text of a dimension that is no time. */
    static Field<?> text(TextDimension dimension) {
        String column =
                TextDimension.of(dimension.dimension())
                        .column()
                        .map(EntryDimension::label)
                        .orElseGet(() -> dimension.dimension().label());
        return dimension.textOf(field(name("entry", column + TEXT), SQLDataType.VARCHAR));
    }
}
