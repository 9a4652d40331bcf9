package io.genledger.app.cli.render;

import io.genledger.app.view.json.Forms;
import io.genledger.domain.generation.CreationTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Moments and durations for people; moments are in UTC. */
public final class Times {

    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Times() {}

    /** To the second: {@code 2025-08-20T08:02:07Z}. */
    public static String second(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** To the millisecond, without zeros: {@code 2025-08-20T08:02:07Z}, {@code …07.250Z}. */
    public static String millisecond(Instant moment) {
        return moment.truncatedTo(ChronoUnit.MILLIS).toString();
    }

    /** A creation time, with its basis if that is not the record. */
    public static String created(Instant at, CreationTime.Basis basis) {
        return millisecond(at)
                + switch (basis) {
                    case RECORD -> "";
                    case ID -> " (from the id; the record does not state it)";
                    case RECEIPT -> " or before (when the record was received; it states no time)";
                };
    }

    /** {@code now} if {@code due} is past, else {@code in 1 min 30 s}, rounded up. */
    public static String due(Instant due, Instant now) {
        return due.isAfter(now) ? "in " + roundedUp(Duration.between(now, due)) : "now";
    }

    /** The words for {@code duration}, rounded up to whole seconds; at least 1 s. */
    public static String roundedUp(Duration duration) {
        return words(Duration.ofSeconds(Math.max(1, duration.plusMillis(999).toSeconds())));
    }

    /** {@code 337 ms}, exact. */
    public static String milliseconds(Duration duration) {
        return Forms.milliseconds(duration).toPlainString() + " ms";
    }

    /** In the two greatest units: {@code 45 s}, {@code 1 min 30 s}, {@code 3 h}; not negative. */
    public static String words(Duration duration) {
        long seconds = Math.max(0, duration.toSeconds());
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
