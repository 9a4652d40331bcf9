package io.genledger.domain.report;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import java.util.List;
import java.util.Optional;

/**
 * Selects generations one by one.
 *
 * @param range the generations to include, by their time of creation
 * @param filters all of which select the generations to include
 * @param order the order of the rows
 * @param after the last generation of the page before, which need not be selected itself; empty for
 *     the first page
 * @param limit the largest number of rows; 1 or more
 */
public record GenerationQuery(
        TimeRange range,
        List<GenerationFilter> filters,
        Order order,
        Optional<GenerationId> after,
        int limit) {

    /**
     * The order of generations. Those that are equal in it follow in the order of {@link #NEWEST}.
     */
    public enum Order {
        /** The time of creation, the latest first; of one microsecond, by descending id. */
        NEWEST,
        /** The reverse of {@link #NEWEST}. */
        OLDEST,
        /** The highest spend first, unknown ones last. */
        SPEND
    }

    /**
     * @throws IllegalArgumentException if {@code limit} is less than 1
     */
    public GenerationQuery {
        filters = List.copyOf(filters);
        if (limit < 1) {
            throw new IllegalArgumentException("a page has at least one row, not " + limit);
        }
    }

    /** The newest generations. */
    public static GenerationQuery newest(int limit) {
        return new GenerationQuery(
                TimeRange.ALWAYS, List.of(), Order.NEWEST, Optional.empty(), limit);
    }
}
