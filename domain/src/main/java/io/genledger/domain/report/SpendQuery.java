package io.genledger.domain.report;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Selects generations and groups their spend.
 *
 * @param dimensions the dimensions to group by, each at most once, in the order of the report's
 *     columns; none for a single sum
 * @param range the generations to include, by their time of creation
 * @param zone the time zone in which hours, days, weeks and months begin
 * @param startOfWeek the first day of a week
 * @param filters all of which select the generations to include
 * @param asOf the moment as of which the ledger is read: without the revisions recorded after it;
 *     empty for every generation's newest revision
 * @param order the order of the rows
 * @param details the figures and rows beside the sums of each group
 */
public record SpendQuery(
        List<Dimension> dimensions,
        TimeRange range,
        ZoneId zone,
        DayOfWeek startOfWeek,
        List<GenerationFilter> filters,
        Optional<Instant> asOf,
        SpendOrder order,
        Details details) {

    /**
     * The figures and rows that a query adds to the sums of each group.
     *
     * @param subtotals whether the rows of each value of the first dimension follow a row of their
     *     sums, in a query of two or more dimensions
     * @param percentiles whether rows have percentiles of their durations
     */
    public record Details(boolean subtotals, boolean percentiles) {

        /** Nothing. */
        public static final Details NONE = new Details(false, false);
    }

    /**
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public SpendQuery {
        dimensions = List.copyOf(dimensions);
        filters = List.copyOf(filters);
        if (new HashSet<>(dimensions).size() < dimensions.size()) {
            throw new IllegalArgumentException("a dimension is named twice in " + dimensions);
        }
    }

    /**
     * A query of every generation's newest revision, with weeks that begin on Monday, in the
     * standard order.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public SpendQuery(List<Dimension> dimensions, TimeRange range, ZoneId zone) {
        this(
                dimensions,
                range,
                zone,
                DayOfWeek.MONDAY,
                List.of(),
                Optional.empty(),
                SpendOrder.STANDARD,
                Details.NONE);
    }

    /** The same query of other dimensions. */
    public SpendQuery by(List<Dimension> others) {
        return new SpendQuery(others, range, zone, startOfWeek, filters, asOf, order, details);
    }

    /** The same query of another range. */
    public SpendQuery in(TimeRange other) {
        return new SpendQuery(dimensions, other, zone, startOfWeek, filters, asOf, order, details);
    }

    /** The same query with weeks that begin on {@code day}. */
    public SpendQuery withStartOfWeek(DayOfWeek day) {
        return new SpendQuery(dimensions, range, zone, day, filters, asOf, order, details);
    }

    /** The same query of the generations that all of {@code others} select. */
    public SpendQuery where(List<GenerationFilter> others) {
        return new SpendQuery(dimensions, range, zone, startOfWeek, others, asOf, order, details);
    }

    /** The same query of the ledger as of {@code moment}. */
    public SpendQuery asOf(Instant moment) {
        return new SpendQuery(
                dimensions, range, zone, startOfWeek, filters, Optional.of(moment), order, details);
    }

    /** The same query of every generation's newest revision. */
    public SpendQuery asOfNow() {
        return new SpendQuery(
                dimensions, range, zone, startOfWeek, filters, Optional.empty(), order, details);
    }

    /** The same query with its rows in another order. */
    public SpendQuery orderedBy(SpendOrder other) {
        return new SpendQuery(dimensions, range, zone, startOfWeek, filters, asOf, other, details);
    }

    /** The same query with other details. */
    public SpendQuery with(Details others) {
        return new SpendQuery(dimensions, range, zone, startOfWeek, filters, asOf, order, others);
    }

    /** Whether the first dimension is a time. */
    public boolean startsWithTime() {
        return !dimensions.isEmpty() && dimensions.get(0).isTime();
    }

    /** Whether there are rows of subtotals. */
    public boolean hasSubtotals() {
        return details.subtotals() && dimensions.size() > 1;
    }

    /** Whether {@code generation} was created in the query's range, and all filters select it. */
    public boolean includes(ReportedGeneration generation) {
        return isInRange(generation.generation())
                && filters.stream()
                        .allMatch(filter -> filter.selects(filter.texts(generation, this)));
    }

    private boolean isInRange(Generation generation) {
        return range.contains(generation.created().at());
    }

    /**
     * The group of {@code generation}: its value in each dimension, empty where the record states
     * none.
     */
    public List<Optional<String>> groupOf(ReportedGeneration generation) {
        return dimensions.stream().map(dimension -> dimension.of(generation, this)).toList();
    }
}
