package io.genledger.ports.lake;

import java.math.BigInteger;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * The sums of the rows of a feed whose generations were created in one month, by which a ledger and
 * a lake are compared.
 *
 * @param month the month, in UTC
 * @param rows the number of rows
 * @param generations the number of generations: the rows of entries without those of cancelled ones
 * @param sums the sum of each figure; unknown figures add nothing
 */
public record FeedSums(
        YearMonth month, long rows, long generations, Map<FeedFigure, BigInteger> sums) {

    /** Copies the sums. */
    public FeedSums {
        Map<FeedFigure, BigInteger> copy = new EnumMap<>(FeedFigure.class);
        for (FeedFigure figure : FeedFigure.values()) {
            copy.put(figure, sums.getOrDefault(figure, BigInteger.ZERO));
        }
        sums = Collections.unmodifiableMap(copy);
    }

    /** Both together; they must be of one month. */
    public FeedSums plus(FeedSums other) {
        Map<FeedFigure, BigInteger> both = new EnumMap<>(sums);
        other.sums.forEach((figure, sum) -> both.merge(figure, sum, BigInteger::add));
        return new FeedSums(month, rows + other.rows, generations + other.generations, both);
    }
}
