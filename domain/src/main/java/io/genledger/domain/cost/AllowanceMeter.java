package io.genledger.domain.cost;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How much of an allowance is used at a moment, as far as a ledger knows the calls.
 *
 * @param period the month, or the part of it in which the plan applies
 * @param usage the BYOK calls from its beginning to {@code at}
 * @param at the moment of the reading, within the period
 */
public record AllowanceMeter(MeteredPeriod period, ByokUsage usage, Instant at) {

    private static final BigInteger NANOS = BigInteger.valueOf(1_000_000_000);

    /** The allowance. */
    public Allowance allowance() {
        return period.plan().byokAllowance();
    }

    /** The used part, exact, in requests or US dollars as the allowance. */
    public BigDecimal used() {
        return allowance().usedBy(usage);
    }

    /** Whether all of it is used, so that a fee is due on further calls. */
    public boolean isUsedUp() {
        return used().compareTo(allowance().size()) >= 0;
    }

    /**
     * The moment at which the allowance is used up if the calls go on as since the beginning of the
     * period, cut to seconds; empty if it is used up already, or lasts until the period ends.
     */
    public Optional<Instant> endsAt() {
        if (isUsedUp() || used().signum() <= 0) {
            return Optional.empty();
        }
        BigDecimal seconds =
                seconds(Duration.between(period.since(), at))
                        .multiply(allowance().size())
                        .divide(used(), 0, RoundingMode.DOWN);
        BigDecimal length = seconds(Duration.between(period.since(), period.until()));
        return seconds.compareTo(length) < 0
                ? Optional.of(period.since().plusSeconds(seconds.longValueExact()))
                : Optional.empty();
    }

    private static BigDecimal seconds(Duration time) {
        BigInteger nanos =
                BigInteger.valueOf(time.getSeconds())
                        .multiply(NANOS)
                        .add(BigInteger.valueOf(time.getNano()));
        return new BigDecimal(nanos, 9);
    }
}
