package io.genledger.domain.report;

import io.genledger.domain.generation.Generation;
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
 * @param zone the time zone in which days and months begin
 * @param asOf the moment as of which the ledger is read: without the revisions recorded after it;
 *     empty for every generation's newest revision
 */
public record SpendQuery(
        List<Dimension> dimensions, TimeRange range, ZoneId zone, Optional<Instant> asOf) {

    /**
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public SpendQuery {
        dimensions = List.copyOf(dimensions);
        if (new HashSet<>(dimensions).size() < dimensions.size()) {
            throw new IllegalArgumentException("a dimension is named twice in " + dimensions);
        }
    }

    /**
     * A query of every generation's newest revision.
     *
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public SpendQuery(List<Dimension> dimensions, TimeRange range, ZoneId zone) {
        this(dimensions, range, zone, Optional.empty());
    }

    /** The same query of the ledger as of {@code moment}. */
    public SpendQuery asOf(Instant moment) {
        return new SpendQuery(dimensions, range, zone, Optional.of(moment));
    }

    /** Whether {@code generation} was created in the query's range. */
    public boolean includes(Generation generation) {
        return range.contains(generation.created().at());
    }

    /**
     * The group of {@code generation}: its value in each dimension, empty where the record states
     * none.
     */
    public List<Optional<String>> groupOf(Generation generation) {
        return dimensions.stream().map(dimension -> dimension.of(generation, zone)).toList();
    }
}
