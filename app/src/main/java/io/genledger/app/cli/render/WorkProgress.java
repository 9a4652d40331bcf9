package io.genledger.app.cli.render;

import io.genledger.domain.metrics.Ratio;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;

/**
 * The progress of a work whose size is known, for a status line.
 *
 * @param start when the work began, by a monotonic clock
 * @param doneBefore how much was done then, because an earlier run was interrupted; 0 or more
 */
public record WorkProgress(Instant start, long doneBefore) {

    /** {@code , 40 %}; empty if there is no work. */
    public static String share(long done, long all) {
        return all == 0
                ? ""
                : ", "
                        + Numbers.percent(
                                new Ratio(BigInteger.valueOf(done), BigInteger.valueOf(all)));
    }

    /** {@code ; about 3 s left} at the mean rate, once there is one; else empty. */
    public String remaining(Instant now, long done, long all) {
        long counted = done - doneBefore;
        if (counted <= 0 || done >= all) {
            return "";
        }
        BigInteger elapsed = BigInteger.valueOf(Duration.between(start, now).toMillis());
        BigInteger millis =
                elapsed.multiply(BigInteger.valueOf(all - done))
                        .divide(BigInteger.valueOf(counted));
        return "; about " + Times.roundedUp(Duration.ofMillis(millis.longValue())) + " left";
    }
}
