package io.genledger.app.cli.render;

import java.time.Duration;

/** Spans of time for people. */
public final class Spans {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Spans() {}

    /** In the two greatest units: {@code 45 s}, {@code 1 min 30 s}, {@code 3 h}; not negative. */
    public static String words(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < MINUTE) {
            return seconds + " s";
        }
        if (seconds < HOUR) {
            return words(seconds / MINUTE, "min", seconds % MINUTE, "s");
        }
        return seconds < DAY
                ? words(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min")
                : words(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String words(long great, String unit, long small, String smallerUnit) {
        return great + " " + unit + (small == 0 ? "" : " " + small + " " + smallerUnit);
    }
}
