package io.genledger.adapter.sql.report;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a report adds up, by days of the ledger, quarters of an hour, and microseconds.
 *
 * <p>A sum up to a moment is the sum of the days up to the nearest beginning of a day, plus or
 * minus the quarters between that and the nearest beginning of a quarter, plus or minus the entries
 * between that and the moment. A period is the difference of two such sums.
 *
 * @param days ranges of {@code rollup_day}
 * @param quarters ranges of {@code rollup_quarter}
 * @param micros ranges of {@code entry}
 */
record ReportRanges(List<SignedRange> days, List<SignedRange> quarters, List<SignedRange> micros) {

    private static final long QUARTER_MICROS = 900_000_000;

    /**
     * The ranges of rollups, with the edges that these do not contain.
     *
     * @param hasQuarters false if entries take the place of quarters
     */
    static ReportRanges ofRollups(List<Segment> segments, LedgerDays ledger, boolean hasQuarters) {
        ReportRanges ranges =
                new ReportRanges(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Segment segment : segments) {
            long first = ranges.addUpTo(segment.start(), -1, segment.period(), ledger, hasQuarters);
            long last = ranges.addUpTo(segment.end(), 1, segment.period(), ledger, hasQuarters);
            add(ranges.days, SignedRange.between(segment.period(), 1, first, last));
        }
        return ranges;
    }

    /** The ranges of entries alone. */
    static ReportRanges ofEntries(List<Segment> segments) {
        return new ReportRanges(
                List.of(),
                List.of(),
                segments.stream()
                        .map(one -> new SignedRange(one.period(), 1, one.start(), one.end()))
                        .toList());
    }

    /** Whether each period is one day of the ledger. */
    boolean areSingleDays() {
        return quarters.isEmpty()
                && micros.isEmpty()
                && days.stream().allMatch(range -> range.to() - range.from() == 1)
                && days.stream().mapToLong(SignedRange::period).distinct().count() == days.size();
    }

    /** Adds the edges of the sum up to a moment, and returns the day up to which it adds days. */
    private long addUpTo(
            long moment, int sign, long period, LedgerDays ledger, boolean hasQuarters) {
        long quarter = Math.floorDiv(moment + QUARTER_MICROS / 2, QUARTER_MICROS);
        long day = ledger.nearestTo(quarter);
        long last = hasQuarters ? quarter : ledger.startOf(day);
        add(quarters, SignedRange.between(period, sign, ledger.startOf(day), last));
        add(micros, SignedRange.between(period, sign, last * QUARTER_MICROS, moment));
        return day;
    }

    private static void add(List<SignedRange> ranges, SignedRange range) {
        if (!range.isEmpty()) {
            ranges.add(range);
        }
    }
}
