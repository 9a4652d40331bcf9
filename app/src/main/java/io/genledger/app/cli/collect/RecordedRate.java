package io.genledger.app.cli.collect;

import io.genledger.app.cli.render.Numbers;
import io.genledger.domain.metrics.Ratio;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many ids were recorded per second in the last ten seconds. */
final class RecordedRate {

    private static final Duration WINDOW = Duration.ofSeconds(10);
    private static final long MILLIS = 1000;

    private final Deque<Sample> samples = new ArrayDeque<>();

    /** The number of recorded ids at a time, by the monotonic clock. */
    private record Sample(Instant at, long recorded) {}

    /** Notes the number of recorded ids at {@code now}. */
    void note(Instant now, long recorded) {
        if (samples.isEmpty() || !samples.getLast().at().plusMillis(MILLIS).isAfter(now)) {
            samples.add(new Sample(now, recorded));
        }
    }

    /** {@code 42.5 ids/s}; 0 if no number was noted before. */
    String at(Instant now, long recorded) {
        while (samples.size() > 1 && samples.element().at().plus(WINDOW).isBefore(now)) {
            samples.remove();
        }
        Sample first = samples.isEmpty() ? new Sample(now, recorded) : samples.element();
        long millis = Math.max(1, Duration.between(first.at(), now).toMillis());
        Ratio rate =
                new Ratio(
                        BigInteger.valueOf((recorded - first.recorded()) * MILLIS),
                        BigInteger.valueOf(millis));
        return Numbers.rate(rate) + " ids/s";
    }
}
