package io.genledger.adapter.sql.report.range;

import java.util.List;

/**
 * A part of a report's time, all of which lies in one period of each dimension of time. A period
 * has more than one part if a clock was set back across its beginning.
 *
 * @param periods the numbers of the periods, see {@link Periods}
 * @param start its first microsecond since 1970
 * @param end the first microsecond after it
 */
public record Segment(List<Long> periods, long start, long end) {}
