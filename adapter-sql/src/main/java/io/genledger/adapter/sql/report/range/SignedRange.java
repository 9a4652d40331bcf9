package io.genledger.adapter.sql.report.range;

import java.util.List;

/**
 * Buckets of a table that are added to the periods of a report, or subtracted from them.
 *
 * @param periods the numbers of the periods, see {@link Periods}
 * @param sign 1 or -1
 * @param from the first bucket
 * @param to the first bucket after the range
 */
public record SignedRange(List<Long> periods, int sign, long from, long to) {

    /** The buckets between two bounds; negated if these are in descending order. */
    static SignedRange between(List<Long> periods, int sign, long from, long to) {
        return from <= to
                ? new SignedRange(periods, sign, from, to)
                : new SignedRange(periods, -sign, to, from);
    }

    boolean isEmpty() {
        return from == to;
    }
}
