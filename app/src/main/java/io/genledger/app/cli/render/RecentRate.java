package io.genledger.app.cli.render;

import io.genledger.domain.metrics.Ratio;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many things were done per second in the last ten seconds. */
public final class RecentRate {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final long MILLIS = 1000;

    private final Deque<Sample> samples = new ArrayDeque<>();

    private final String unit;

    /**
     * A rate without a note.
     *
     * @param unit what is done, in the plural
     */
    public RecentRate(String unit) {
        this.unit = unit;
    }

    /** The number at a time, by the monotonic clock. */
    private record Sample(Instant at, long number) {}

    /** Notes what was done until {@code now}. */
    public void note(Instant now, long number) {
        if (samples.isEmpty() || !samples.getLast().at().plusMillis(MILLIS).isAfter(now)) {
            samples.add(new Sample(now, number));
        }
    }

    /** {@code 42.5 ids/s}; 0 if no number was noted before. */
    public String at(Instant now, long number) {
        while (samples.size() > 1 && samples.element().at().plus(WINDOW).isBefore(now)) {
            samples.remove();
        }
        Sample first = samples.isEmpty() ? new Sample(now, number) : samples.element();
        long millis = Math.max(1, Duration.between(first.at(), now).toMillis());
        Ratio rate =
                new Ratio(
                        BigInteger.valueOf((number - first.number()) * MILLIS),
                        BigInteger.valueOf(millis));
        return Numbers.rate(rate) + " " + unit + "/s";
    }
}
