package io.genledger.adapter.sql.report.range;

import static io.genledger.adapter.sql.statement.Moments.QUARTER_MICROS;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that a report adds up, by days of the ledger, quarters of an hour, and microseconds.
 *
 * <p>A sum up to a moment is the sum of the days up to the nearest beginning of a day, plus or
 * minus the quarters between that and the nearest beginning of a quarter, plus or minus the entries
 * between that and the moment. A period is the difference of two such sums. Hours are summed from
 * quarters.
 *
 * @param days ranges of {@code rollup_day}
 * @param quarters ranges of {@code rollup_quarter}
 * @param micros ranges of {@code entry}
 */
public record ReportRanges(
        List<SignedRange> days, List<SignedRange> quarters, List<SignedRange> micros) {

    private static final long QUARTER_SECONDS = 900;

    private ReportRanges() {
        this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }

    /**
     * The ranges of rollups, with the edges that these do not contain.
     *
     * @param hasQuarters false if entries take the place of quarters; there are no hours then
     */
    public static ReportRanges ofRollups(
            List<Segment> segments, Periods periods, LedgerDays ledger, boolean hasQuarters) {
        ReportRanges ranges = new ReportRanges();
        for (Segment segment : segments) {
            if (periods.offsetIndex() < 0) {
                ranges.addDays(segment, ledger, hasQuarters);
            } else {
                ranges.addQuarters(segment, segment.periods().get(periods.offsetIndex()));
            }
        }
        return ranges;
    }

    /** The ranges of entries alone. */
    public static ReportRanges ofEntries(List<Segment> segments) {
        ReportRanges ranges = new ReportRanges();
        segments.forEach(one -> ranges.addMicros(one, one.start(), one.end()));
        return ranges;
    }

    /** Whether each period is one day of the ledger. */
    public boolean areSingleDays() {
        return quarters.isEmpty()
                && micros.isEmpty()
                && days.stream().allMatch(range -> range.to() - range.from() == 1)
                && days.stream().map(SignedRange::periods).distinct().count() == days.size();
    }

    private void addDays(Segment segment, LedgerDays ledger, boolean hasQuarters) {
        long first = addUpTo(segment.start(), -1, segment, ledger, hasQuarters);
        long last = addUpTo(segment.end(), 1, segment, ledger, hasQuarters);
        add(days, SignedRange.between(segment.periods(), 1, first, last));
    }

    /** Adds the edges of the sum up to a moment, and returns the day up to which it adds days. */
    private long addUpTo(
            long moment, int sign, Segment segment, LedgerDays ledger, boolean hasQuarters) {
        long quarter = Math.floorDiv(moment + QUARTER_MICROS / 2, QUARTER_MICROS);
        long day = ledger.nearestTo(quarter);
        long first = ledger.startOf(day);
        long last = hasQuarters ? quarter : first;
        List<Long> periods = segment.periods();
        add(quarters, SignedRange.between(periods, sign, first, last));
        add(micros, SignedRange.between(periods, sign, last * QUARTER_MICROS, moment));
        return day;
    }

    /** With an offset that is no number of quarters, an hour begins within a quarter. */
    private void addQuarters(Segment segment, long offset) {
        long first = Math.ceilDiv(segment.start(), QUARTER_MICROS);
        long end = Math.floorDiv(segment.end(), QUARTER_MICROS);
        if (offset % QUARTER_SECONDS != 0 || first >= end) {
            addMicros(segment, segment.start(), segment.end());
        } else {
            addMicros(segment, segment.start(), first * QUARTER_MICROS);
            add(quarters, new SignedRange(segment.periods(), 1, first, end));
            addMicros(segment, end * QUARTER_MICROS, segment.end());
        }
    }

    private void addMicros(Segment segment, long start, long end) {
        add(micros, new SignedRange(segment.periods(), 1, start, end));
    }

    private static void add(List<SignedRange> ranges, SignedRange range) {
        if (!range.isEmpty()) {
            ranges.add(range);
        }
    }
}
