package io.genledger.adapter.sql.report;

/**
 * A part of a report's time, all of which lies in one period of the report. A period has more than
 * one part if a clock was set back across its beginning.
 *
 * @param period the number of the period, rising with time
 * @param start its first microsecond since 1970
 * @param end the first microsecond after it
 */
record Segment(long period, long start, long end) {}
