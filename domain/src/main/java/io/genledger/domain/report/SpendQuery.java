package io.genledger.domain.report;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;

/**
 * A question about spend.
 *
 * @param dimensions what to group by, each at most once, in the order of the answer's columns; none
 *     for a single sum
 * @param range which generations, by their time of creation
 * @param zone the time zone in which days and months begin
 */
public record SpendQuery(List<Dimension> dimensions, TimeRange range, ZoneId zone) {

    /**
     * @throws IllegalArgumentException if a dimension is named twice
     */
    public SpendQuery {
        dimensions = List.copyOf(dimensions);
        if (new HashSet<>(dimensions).size() < dimensions.size()) {
            throw new IllegalArgumentException("a dimension is named twice in " + dimensions);
        }
    }
}
