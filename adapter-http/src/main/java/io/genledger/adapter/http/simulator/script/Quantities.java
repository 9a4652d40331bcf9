package io.genledger.adapter.http.simulator.script;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parses the numbers, durations, sizes and percentages of a script; empty if malformed. */
final class Quantities {

    static final String DURATION = "a duration such as 250ms, 2s, 5m, 1h, up to 1000d";
    static final String DURATION_RANGE = "a duration such as 2s, or a range such as 20ms..80ms";
    static final String BYTES = "a number of bytes such as 200, 64KiB or 2MiB, up to 1GiB";
    static final String COUNT = "a whole number from 1 to 999999999";
    static final String RANGE = "a number such as 3, or a range such as 1..3 or 500..";
    static final String PERCENT = "a percentage such as 5% or 0.01%, up to 100%";

    /** The finest percentage is 0.0001 %, one in a million. */
    static final int MILLION = 1_000_000;

    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern SIZE = Pattern.compile("(\\d{1,10})(|KiB|MiB|GiB)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,4})?)%");
    private static final Duration LONGEST = Duration.ofDays(1000);
    private static final long MOST_BYTES = 1L << 30;

    private Quantities() {}

    static Optional<Duration> duration(String word) {
        Matcher time = TIME.matcher(word);
        if (!time.matches()) {
            return Optional.empty();
        }
        return Optional.of(Duration.of(Long.parseLong(time.group(1)), unit(time.group(2))))
                .filter(duration -> duration.compareTo(LONGEST) <= 0);
    }

    static Optional<Duration> positiveDuration(String word) {
        return duration(word).filter(duration -> !duration.isZero());
    }

    static Optional<Integer> bytes(String word) {
        Matcher size = SIZE.matcher(word);
        if (!size.matches()) {
            return Optional.empty();
        }
        long bytes = Long.parseLong(size.group(1)) << shift(size.group(2));
        return Optional.of(bytes).filter(b -> b >= 0 && b <= MOST_BYTES).map(Long::intValue);
    }

    static Optional<Integer> count(String word) {
        return WHOLE.matcher(word).matches()
                ? Optional.of(Integer.valueOf(word)).filter(count -> count > 0)
                : Optional.empty();
    }

    /** A percentage in millionths: 5% is 50,000. */
    static Optional<Integer> percent(String word) {
        Matcher share = SHARE.matcher(word);
        return share.matches()
                ? Optional.of(new BigDecimal(share.group(1)).movePointRight(4).intValueExact())
                        .filter(millionths -> millionths <= MILLION)
                : Optional.empty();
    }

    private static ChronoUnit unit(String word) {
        return switch (word) {
            case "ms" -> ChronoUnit.MILLIS;
            case "s" -> ChronoUnit.SECONDS;
            case "m" -> ChronoUnit.MINUTES;
            case "h" -> ChronoUnit.HOURS;
            default -> ChronoUnit.DAYS;
        };
    }

    private static int shift(String unit) {
        return switch (unit) {
            case "KiB" -> 10;
            case "MiB" -> 20;
            case "GiB" -> 30;
            default -> 0;
        };
    }
}
