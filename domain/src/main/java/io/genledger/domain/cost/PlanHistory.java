package io.genledger.domain.cost;

import io.genledger.domain.money.FeeRate;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The plans of an account over time.
 *
 * @param plans at least one plan, by the moment from which it applies, which is the beginning of a
 *     day in UTC; the first plan also applies before its moment
 */
public record PlanHistory(NavigableMap<Instant, Plan> plans) {

    /** The first moment of an allowance of BYOK requests (OPENROUTER.md §5.1). */
    public static final Instant REQUESTS_SINCE = Instant.parse("2025-10-01T00:00:00Z");

    /**
     * The first moment of an allowance at list price (OPENROUTER.md §5.1): it was documented on
     * that day, and is assumed to apply from then on.
     */
    public static final Instant LIST_PRICE_SINCE = Instant.parse("2026-08-10T00:00:00Z");

    /** The public plans. */
    public static final PlanHistory STANDARD =
            new PlanHistory(
                    new TreeMap<>(
                            Map.of(
                                    Instant.MIN,
                                    Plan.UNTIL_OCTOBER_2025,
                                    REQUESTS_SINCE,
                                    Plan.UNTIL_AUGUST_2026,
                                    LIST_PRICE_SINCE,
                                    Plan.STANDARD)));

    /**
     * Copies the plans.
     *
     * @throws IllegalArgumentException if there is none
     */
    public PlanHistory {
        if (plans.isEmpty()) {
            throw new IllegalArgumentException("a plan history needs at least one plan");
        }
        plans = Collections.unmodifiableNavigableMap(new TreeMap<>(plans));
    }

    /** The same plan at all times. */
    public static PlanHistory always(Plan plan) {
        return new PlanHistory(new TreeMap<>(Map.of(Instant.MIN, plan)));
    }

    /**
     * The public plans of an account with its own allowance. A number of requests applies at all
     * times. An amount applies from {@link #LIST_PRICE_SINCE} on, because earlier plans had none.
     */
    public static PlanHistory withAllowance(Allowance allowance) {
        if (allowance instanceof Allowance.Requests) {
            return always(new Plan(Plan.STANDARD.byokFee(), allowance));
        }
        NavigableMap<Instant, Plan> all = new TreeMap<>(STANDARD.plans);
        all.put(LIST_PRICE_SINCE, new Plan(Plan.STANDARD.byokFee(), allowance));
        return new PlanHistory(all);
    }

    /** The same plans, each with another fee. */
    public PlanHistory withByokFee(FeeRate fee) {
        NavigableMap<Instant, Plan> all = new TreeMap<>(plans);
        all.replaceAll((since, plan) -> plan.withByokFee(fee));
        return new PlanHistory(all);
    }

    /** The plan of a generation that was created at {@code moment}. */
    public Plan at(Instant moment) {
        Map.Entry<Instant, Plan> current = plans.floorEntry(moment);
        return current == null ? plans.firstEntry().getValue() : current.getValue();
    }

    /** The part of the month of {@code moment} in which its plan applies. */
    public MeteredPeriod periodAt(Instant moment) {
        YearMonth month = YearMonth.from(moment.atZone(ZoneOffset.UTC));
        Instant since = beginning(month);
        Instant until = beginning(month.plusMonths(1));
        NavigableMap<Instant, Plan> changes = plans.tailMap(plans.firstKey(), false);
        Instant last = changes.floorKey(moment);
        Instant next = changes.higherKey(moment);
        return new MeteredPeriod(
                last != null && last.isAfter(since) ? last : since,
                next != null && next.isBefore(until) ? next : until,
                at(moment));
    }

    /**
     * Whether a fee can be judged: not in a month within which the plan changes, because no
     * document says how the allowances of both plans share it (OPENROUTER.md §5.2).
     */
    public boolean judgesFeesAt(Instant moment) {
        MeteredPeriod period = periodAt(moment);
        YearMonth month = YearMonth.from(moment.atZone(ZoneOffset.UTC));
        return period.since().equals(beginning(month))
                && period.until().equals(beginning(month.plusMonths(1)));
    }

    private static Instant beginning(YearMonth month) {
        return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
