package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryDimension.Rollup;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationFilter.OfFindings;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendQuery.Details;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest tables that distinguish the dimensions and filters of a report.
 *
 * @param rollups the kept sums; empty if only the entries have them
 * @param entries the entries themselves
 */
public record SpendSources(Optional<Rollups> rollups, SpendSource entries) {

    /**
     * Kept sums.
     *
     * @param days by days of the ledger
     * @param quarters by quarters of an hour; empty if only the entries have them
     * @param only the dimension that the days distinguish alone; empty if they distinguish several
     */
    public record Rollups(
            SpendSource days, Optional<SpendSource> quarters, Optional<EntryDimension> only) {

        private Rollups where(FilterConditions conditions, List<GenerationFilter> filters) {
            return new Rollups(
                    days.where(conditions.of(filters, days)),
                    quarters.map(all -> all.where(conditions.of(filters, all))),
                    only);
        }
    }

    /** The tables for {@code query}, without the rows that its filters do not select. */
    public static SpendSources of(SpendQuery query, Engine engine) {
        FilterConditions conditions = new FilterConditions(engine);
        return new SpendSources(
                rollups(query).map(all -> all.where(conditions, query.filters())),
                entries(query.asOf(), query.filters(), engine));
    }

    /**
     * The entries that all of {@code filters} select, by the index that finds them.
     *
     * @param asOf the moment until which they were recorded
     */
    public static SpendSource entries(
            Optional<Instant> asOf, List<GenerationFilter> filters, Engine engine) {
        SpendSource entries = SpendSource.entries(asOf);
        if (names(Dimension.USER, filters)) {
            entries = entries.byUser();
        } else if (names(Dimension.SESSION, filters)) {
            entries = entries.bySession();
        }
        return entries.where(new FilterConditions(engine).of(filters, entries));
    }

    /** Whether a filter selects nothing but some texts that it names. */
    private static boolean names(Dimension dimension, List<GenerationFilter> filters) {
        return GenerationFilter.by(dimension, filters)
                .map(filter -> filter.patterns().stream().filter(one -> !one.isNegated()).toList())
                .anyMatch(wanted ->
                        !wanted.isEmpty()
                                && wanted.stream()
                                        .allMatch(one -> one.isExact() && !one.isOfUnstated()));
    }

    /** The dimensions that {@code query} groups or filters by, without those of time. */
    private static List<TextDimension> concerned(SpendQuery query) {
        return Stream.concat(
                        query.dimensions().stream().filter(one -> !one.isTime()),
                        query.filters().stream()
                                .filter(DimensionFilter.class::isInstance)
                                .map(one -> ((DimensionFilter) one).dimension()))
                .map(TextDimension::of)
                .toList();
    }

    /**
     * The sketches of whole days that have the durations of {@code query}: they distinguish the
     * dimensions that are summed together.
     */
    public static Optional<SpendSource> sketches(SpendQuery query, Engine engine) {
        SpendSource all = SpendSource.sketches();
        return hasSketches(query)
                ? Optional.of(all.where(new FilterConditions(engine).of(query.filters(), all)))
                : Optional.empty();
    }

    /** Whether the rollups have the sums of {@code query}, and the sketches its durations. */
    public static boolean hasSketches(SpendQuery query) {
        return query.details().percentiles()
                && !query.dimensions().contains(Dimension.HOUR)
                && rollups(query.with(new Details(query.hasSubtotals(), false))).isPresent()
                && concerned(query).stream()
                        .flatMap(one -> one.column().stream())
                        .allMatch(one -> one.rollup() == Rollup.COMBINED);
    }

    /**
     * The rollups that have the sums of {@code query}. They know neither an earlier moment nor
     * durations one by one.
     */
    public static Optional<Rollups> rollups(SpendQuery query) {
        List<TextDimension> concerned = concerned(query);
        boolean needsEntries =
                query.asOf().isPresent()
                        || query.details().percentiles()
                        || query.filters().stream().anyMatch(OfFindings.class::isInstance)
                        || concerned.stream().anyMatch(one -> one.column().isEmpty());
        boolean needsQuarters = query.dimensions().contains(Dimension.HOUR);
        return needsEntries
                ? Optional.empty()
                : rollups(
                                concerned.stream()
                                        .flatMap(one -> one.column().stream())
                                        .distinct()
                                        .toList())
                        .filter(rollups -> !needsQuarters || rollups.quarters().isPresent());
    }

    private static Optional<Rollups> rollups(List<EntryDimension> dimensions) {
        if (dimensions.size() > 1) {
            return dimensions.stream().allMatch(one -> one.rollup() == Rollup.COMBINED)
                    ? Optional.of(
                            new Rollups(
                                    SpendSource.combined(ROLLUP_DAY),
                                    Optional.of(SpendSource.combined(ROLLUP_QUARTER)),
                                    Optional.empty()))
                    : Optional.empty();
        }
        // The account has the fewest values.
        EntryDimension only = dimensions.isEmpty() ? EntryDimension.ACCOUNT : dimensions.get(0);
        return only.rollup() == Rollup.NONE
                ? Optional.empty()
                : Optional.of(
                        new Rollups(
                                SpendSource.single(ROLLUP_DAY_BY, only),
                                only.rollup() == Rollup.COMBINED
                                        ? Optional.of(SpendSource.combined(ROLLUP_QUARTER))
                                        : Optional.empty(),
                                Optional.of(only)));
    }
}
