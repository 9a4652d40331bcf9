package io.genledger.adapter.sql.report;

/**
 * Buckets of a table that are added to a period of a report, or subtracted from it.
 *
 * @param period the period's number
 * @param sign 1 or -1
 * @param from the first bucket
 * @param to the first bucket after the range
 */
record SignedRange(long period, int sign, long from, long to) {

    /** The buckets between two bounds; negated if these are in descending order. */
    static SignedRange between(long period, int sign, long from, long to) {
        return from <= to
                ? new SignedRange(period, sign, from, to)
                : new SignedRange(period, -sign, to, from);
    }

    boolean isEmpty() {
        return from == to;
    }
}
