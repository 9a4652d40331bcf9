package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
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
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/**
 * A table that a report adds up.
 *
 * @param table the table
 * @param bucket the column that is compared with ranges of time
 * @param micros the beginning of a row's bucket in microseconds since 1970; in a rollup of days, it
 *     is not used
 * @param condition selects its rows
 * @param text the column of a dimension: numbers of texts, or the texts themselves
 * @param figures the values of {@link Figures}, in their order
 * @param day the number since 1970 of a row's day in UTC, if rows are found by an index that begins
 *     with it
 */
public record SpendSource(
        Table<?> table,
        Field<Long> bucket,
        Field<Long> micros,
        Condition condition,
        Function<TextDimension, Field<?>> text,
        List<Field<Long>> figures,
        Optional<Field<Integer>> day) {

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

    /**
     * The sketches of days, whose figures are the bodies of the latency and the generation time.
     */
    static SpendSource sketches() {
        return new SpendSource(
                ROLLUP_SKETCH,
                column(ROLLUP_SKETCH, "bucket", Long.class),
                inline(0L),
                noCondition(),
                numbers(one -> column(ROLLUP_SKETCH, one.column().getName(), Integer.class)),
                List.of(
                        ROLLUP_SKETCH.LATENCY.coerce(Long.class),
                        ROLLUP_SKETCH.GENERATION_TIME.coerce(Long.class)),
                Optional.empty());
    }

    /** The entries that were recorded until {@code asOf}. */
    static SpendSource entries(Optional<Instant> asOf) {
        return new SpendSource(
                ENTRY,
                ENTRY.CREATED_US,
                ENTRY.CREATED_US,
                asOf.map(end -> ENTRY.RECORDED_US.le(inline(Moments.toMicros(end))))
                        .orElse(noCondition()),
                SpendSource::ofEntry,
                Figures.OF_ENTRY,
                Optional.empty());
    }

    /** The same entries, found by the index of days and users; without those of no user. */
    SpendSource byUser() {
        return foundBy(ENTRY.EXTERNAL_USER, Optional.of(ENTRY.DAY));
    }

    /** The same entries, found by the index of sessions; without those of no session. */
    SpendSource bySession() {
        return foundBy(ENTRY.SESSION, Optional.empty());
    }

    /** An index without zeros is used for a query without zeros. */
    private SpendSource foundBy(Field<Integer> indexed, Optional<Field<Integer>> indexedDay) {
        return new SpendSource(
                table,
                // Otherwise, SQLite prefers the index of this column.
                DSL.field("+{0}", Long.class, ENTRY.CREATED_US),
                micros,
                condition.and(indexed.ne(inline(0))),
                text,
                figures,
                indexedDay);
    }

    private static SpendSource rollup(
            Table<?> rollup, Condition condition, Function<EntryDimension, Field<Integer>> number) {
        Field<Long> bucket = column(rollup, "bucket", Long.class);
        return new SpendSource(
                rollup,
                bucket,
                bucket.cast(SQLDataType.BIGINT).times(inline(QUARTER_MICROS)),
                condition,
                numbers(number),
                Figures.COLUMNS.stream()
                        .map(figure -> column(rollup, figure.getName(), Long.class))
                        .toList(),
                Optional.empty());
    }

    private static <T> Field<T> column(Table<?> table, String name, Class<T> type) {
        return Objects.requireNonNull(table.field(name)).coerce(type);
    }

    /** The same table without the rows that a further condition does not select. */
    public SpendSource where(Condition further) {
        return new SpendSource(table, bucket, micros, condition.and(further), text, figures, day);
    }

    /** Columns of numbers: a table of sums has no others. */
    private static Function<TextDimension, Field<?>> numbers(
            Function<EntryDimension, Field<Integer>> number) {
        return dimension -> number.apply(dimension.column().orElseThrow());
    }

    /** Of one ledger only a lake can tell the name. */
    private static Field<?> ofEntry(TextDimension dimension) {
        return switch (dimension.dimension()) {
            case REQUEST -> ENTRY.REQUEST_ID;
            case LEDGER -> inline((String) null, SQLDataType.VARCHAR);
            default -> dimension.column().orElseThrow().column();
        };
    }

    /** The column of a dimension: numbers of texts, or the texts themselves. */
    public Field<?> column(TextDimension dimension) {
        return text.apply(dimension);
    }
}
