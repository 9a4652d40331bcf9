package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.statement.Moments;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * A table that a report adds up.
 *
 * @param table the table
 * @param bucket the column that is compared with ranges of time
 * @param micros the beginning of a row's bucket in microseconds since 1970; in a rollup of days, it
 *     is not used
 * @param condition selects its rows
 * @param number the column of a dimension
 * @param figures the values of {@link Figures}, in their order
 */
public record SpendSource(
        Table<?> table,
        Field<Long> bucket,
        Field<Long> micros,
        Condition condition,
        Function<EntryDimension, Field<Integer>> number,
        List<Field<Long>> figures) {

    private static final long QUARTER_MICROS = 900_000_000;

    /** A rollup by the dimensions that are summed together. */
    static SpendSource combined(Table<?> rollup) {
        return rollup(
                rollup,
                noCondition(),
                dimension -> column(rollup, dimension.column().getName(), Integer.class));
    }

    /** A rollup's rows of one dimension. */
    static SpendSource single(Table<?> rollup, EntryDimension only) {
        return rollup(
                rollup,
                column(rollup, "dimension", Integer.class).eq(inline(only.code())),
                dimension -> column(rollup, "value", Integer.class));
    }

    /** The entries that were recorded until {@code asOf}. */
    static SpendSource entries(Optional<Instant> asOf) {
        return new SpendSource(
                ENTRY,
                ENTRY.CREATED_US,
                ENTRY.CREATED_US,
                asOf.map(end -> ENTRY.RECORDED_US.le(inline(Moments.toMicros(end))))
                        .orElse(noCondition()),
                EntryDimension::column,
                Figures.OF_ENTRY.stream()
                        .map(figure -> figure.mul(ENTRY.SIGN.coerce(Long.class)))
                        .toList());
    }

    private static SpendSource rollup(
            Table<?> rollup, Condition condition, Function<EntryDimension, Field<Integer>> number) {
        Field<Long> bucket = column(rollup, "bucket", Long.class);
        return new SpendSource(
                rollup,
                bucket,
                bucket.cast(SQLDataType.BIGINT).times(inline(QUARTER_MICROS)),
                condition,
                number,
                Figures.COLUMNS.stream()
                        .map(figure -> column(rollup, figure.getName(), Long.class))
                        .toList());
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name)).coerce(type);
    }

    /** The same table without the rows that a further condition does not select. */
    public SpendSource where(Condition further) {
        return new SpendSource(table, bucket, micros, condition.and(further), number, figures);
    }

    /** The column of a dimension: numbers of texts, or the texts themselves. */
    public Field<?> column(TextDimension dimension) {
        return dimension.column().<Field<?>>map(number).orElse(ENTRY.REQUEST_ID);
    }
}
