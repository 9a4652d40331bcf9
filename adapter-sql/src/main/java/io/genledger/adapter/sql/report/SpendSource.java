package io.genledger.adapter.sql.report;

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

/**
 * A table that a report adds up.
 *
 * @param bucket the column that is compared with ranges of time
 * @param condition selects its rows
 * @param number the column of a dimension
 * @param figures the values of {@link Figures}, in their order
 */
record SpendSource(
        Table<?> table,
        Field<Long> bucket,
        Condition condition,
        Function<EntryDimension, Field<Integer>> number,
        List<Field<Long>> figures) {

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
                asOf.map(end -> ENTRY.RECORDED_US.le(Moments.toMicros(end))).orElse(noCondition()),
                EntryDimension::column,
                Figures.OF_ENTRY.stream()
                        .map(figure -> figure.mul(ENTRY.SIGN.coerce(Long.class)))
                        .toList());
    }

    private static SpendSource rollup(
            Table<?> rollup, Condition condition, Function<EntryDimension, Field<Integer>> number) {
        return new SpendSource(
                rollup,
                column(rollup, "bucket", Long.class),
                condition,
                number,
                Figures.COLUMNS.stream()
                        .map(figure -> column(rollup, figure.getName(), Long.class))
                        .toList());
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name)).coerce(type);
    }
}
