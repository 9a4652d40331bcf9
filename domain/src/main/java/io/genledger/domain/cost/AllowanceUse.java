package io.genledger.domain.cost;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The BYOK calls of one account that use its allowance, by day, as far as a ledger knows them. The
 * account may have made others, so that the true use is this much or more.
 *
 * @param days the sums of each day with calls, in UTC
 */
public record AllowanceUse(NavigableMap<LocalDate, ByokUsage> days) {

    /** No known call. */
    public static final AllowanceUse NONE = new AllowanceUse(new TreeMap<>());

    /** Copies the days. */
    public AllowanceUse {
        days = Collections.unmodifiableNavigableMap(new TreeMap<>(days));
    }

    /** The sums from the day of {@code since} to that of the last moment before {@code until}. */
    public ByokUsage between(Instant since, Instant until) {
        if (!since.isBefore(until)) {
            return ByokUsage.NONE;
        }
        return days.subMap(day(since), true, day(until.minusNanos(1)), true).values().stream()
                .reduce(ByokUsage.NONE, ByokUsage::plus);
    }

    /**
     * Whether the calls until the end of the day of {@code moment} did not use up the allowance of
     * that time; false without an allowance.
     */
    public boolean lastsAt(Instant moment, PlanHistory plans) {
        MeteredPeriod period = plans.periodAt(moment);
        Allowance allowance = period.plan().byokAllowance();
        ByokUsage used = between(period.since(), moment.plusNanos(1));
        return !allowance.isNone() && allowance.usedBy(used).compareTo(allowance.size()) <= 0;
    }

    /**
     * The meter of the period of {@code at}; empty if its plan has no allowance, or there is no
     * call in the period until then.
     */
    public Optional<AllowanceMeter> meterAt(Instant at, PlanHistory plans) {
        MeteredPeriod period = plans.periodAt(at);
        ByokUsage used = between(period.since(), at.plusNanos(1));
        return period.plan().byokAllowance().isNone() || used.requests() == 0
                ? Optional.empty()
                : Optional.of(new AllowanceMeter(period, used, at));
    }

    /** This use and one more day. */
    public AllowanceUse plus(LocalDate day, ByokUsage usage) {
        NavigableMap<LocalDate, ByokUsage> all = new TreeMap<>(days);
        all.merge(day, usage, ByokUsage::plus);
        return new AllowanceUse(all);
    }

    private static LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC);
    }
}
