package io.genledger.adapter.sql.report.source;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryDimension.Rollup;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.SpendQuery;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The smallest tables that distinguish the dimensions and filters of a report.
 *
 * @param rollups the sums; empty if only the entries have them
 * @param entries the entries themselves
 */
public record SpendSources(Optional<Rollups> rollups, SpendSource entries) {

    /**
     * Sums by days of the ledger, and of shorter times.
     *
     * @param days by days of the ledger
     * @param quarters by quarters of an hour; empty if only the entries have them
     * @param only the dimension that the days distinguish alone; empty if they distinguish several
     */
    public record Rollups(
            SpendSource days,
            Optional<SpendSource> quarters,
            Optional<EntryDimension> only) {

        private Rollups where(FilterConditions conditions, List<DimensionFilter> filters) {
            return new Rollups(
                    days.where(conditions.of(filters, days)),
                    quarters.map(some -> some.where(conditions.of(filters, some))),
                    only);
        }
    }

    /** The tables for {@code query}, without the rows that its filters do not select. */
    public static SpendSources of(SpendQuery query, Engine engine) {
        FilterConditions conditions = new FilterConditions(engine);
        SpendSource entries = SpendSource.entries(query.asOf());
        return new SpendSources(
                rollups(query).map(all -> all.where(conditions, query.filters())),
                entries.where(conditions.of(query.filters(), entries)));
    }

    /**
     * The rollups that have the sums of {@code query}. They know neither an earlier moment nor
     * durations one by one.
     */
    public static Optional<Rollups> rollups(SpendQuery query) {
        List<TextDimension> concerned =
                Stream.concat(
                                query.dimensions().stream().filter(one -> !one.isTime()),
                                query.filters().stream().map(DimensionFilter::dimension))
                        .map(TextDimension::of)
                        .toList();
        boolean needsEntries =
                query.asOf().isPresent()
                        || query.details().percentiles()
                        || concerned.stream().anyMatch(one -> one.column().isEmpty());
        return needsEntries
                ? Optional.empty()
                : rollups(
                                concerned.stream()
                                        .flatMap(one -> one.column().stream())
                                        .distinct()
                                        .toList())
                        .filter(sums ->
                                sums.quarters().isPresent()
                                        || !query.dimensions().contains(Dimension.HOUR));
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
        SpendSource days = SpendSource.single(ROLLUP_DAY_BY, only);
        return switch (only.rollup()) {
            case COMBINED ->
                    Optional.of(
                            new Rollups(
                                    days,
                                    Optional.of(SpendSource.combined(ROLLUP_QUARTER)),
                                    Optional.of(only)));
            case ALONE ->
                    Optional.of(new Rollups(days, Optional.empty(), Optional.of(only)));
            case NONE -> Optional.empty();
        };
    }
}
