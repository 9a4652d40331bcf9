package io.genledger.adapter.sql.finding;

import io.genledger.domain.money.UsdAmount;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of one finding in a range. */
final class FindingSum {

    private final SortedMap<Integer, Long> days = new TreeMap<>();
    private long unknownMoney;
    private UsdAmount money = UsdAmount.ZERO;

    /** Adds the generations that have it on a day, numbered since 1970, UTC. */
    void add(int day, long generations) {
        days.merge(day, generations, Math::addExact);
    }

    /** Adds the number of unknown amounts in question, and the sum of the known ones. */
    void add(long unknown, UsdAmount known) {
        unknownMoney = Math.addExact(unknownMoney, unknown);
        money = money.plus(known);
    }

    /** The days that have it, each with its number of generations. */
    SortedMap<Integer, Long> days() {
        SortedMap<Integer, Long> some = new TreeMap<>(days);
        some.values().removeIf(generations -> generations == 0);
        return some;
    }

    /** How many generations have it. */
    long generations() {
        return days.values().stream().reduce(0L, Math::addExact);
    }

    /** How many of these put an unknown amount in question. */
    long unknownMoney() {
        return unknownMoney;
    }

    /** The known amounts in question. */
    UsdAmount money() {
        return money;
    }
}
