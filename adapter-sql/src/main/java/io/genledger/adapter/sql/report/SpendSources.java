package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_QUARTER;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryDimension.Rollup;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The smallest tables that distinguish the dimensions of a report.
 *
 * @param rollups the sums; empty if only the entries have them
 * @param entries the entries themselves
 */
record SpendSources(Optional<Rollups> rollups, SpendSource entries) {

    /**
     * @param days sums by days of the ledger
     * @param quarters sums by quarters of an hour; empty if only the entries have them
     */
    record Rollups(SpendSource days, Optional<SpendSource> quarters) {}

    /**
     * @param asOf the moment until which entries count; rollups know the present only
     */
    static SpendSources of(List<EntryDimension> dimensions, Optional<Instant> asOf) {
        return new SpendSources(
                asOf.isPresent() ? Optional.empty() : rollups(dimensions),
                SpendSource.entries(asOf));
    }

    private static Optional<Rollups> rollups(List<EntryDimension> dimensions) {
        if (dimensions.size() > 1) {
            return dimensions.stream().allMatch(one -> one.rollup() == Rollup.COMBINED)
                    ? Optional.of(
                            new Rollups(
                                    SpendSource.combined(ROLLUP_DAY),
                                    Optional.of(SpendSource.combined(ROLLUP_QUARTER))))
                    : Optional.empty();
        }
        // The account has the fewest values.
        EntryDimension only = dimensions.isEmpty() ? EntryDimension.ACCOUNT : dimensions.get(0);
        SpendSource days = SpendSource.single(ROLLUP_DAY_BY, only);
        return switch (only.rollup()) {
            case COMBINED ->
                    Optional.of(
                            new Rollups(days, Optional.of(SpendSource.combined(ROLLUP_QUARTER))));
            case ALONE -> Optional.of(new Rollups(days, Optional.empty()));
            case NONE -> Optional.empty();
        };
    }
}
