package io.genledger.app.view.lake;

import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.usecase.lake.VerifyLake.Compared;
import io.genledger.ports.usecase.lake.VerifyLake.Comparison;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code lake verify}.
 *
 * @param ledger the ledger's name in the lake
 * @param until the number of the last row that was compared; 0 if the lake has none of the ledger
 * @param from the beginning of what was compared, because earlier entries of the ledger were
 *     pruned; empty if none were
 * @param months number of months that were compared
 * @param rows number of the lake's rows in them
 * @param toErase number of the lake's rows that still name users who were erased from the ledger
 * @param differences the values that differ
 */
public record LakeVerifyView(
        String ledger,
        long until,
        Optional<Instant> from,
        long months,
        long rows,
        long toErase,
        List<Difference> differences) {

    /** The decimals of a picodollar. */
    private static final int PICODOLLARS = 12;

    /**
     * A value that differs.
     *
     * @param month the month in UTC in which generations were created, such as 2025-08
     * @param figure its name, such as {@code rows} or {@code spend}
     * @param ledger the ledger's value: a number, or dollars
     * @param lake the lake's value
     */
    public record Difference(String month, String figure, String ledger, String lake) {}

    /** The view of {@code comparison}. */
    public static LakeVerifyView of(String ledger, Comparison comparison) {
        return new LakeVerifyView(
                ledger,
                comparison.last().map(FeedRow::sequence).orElse(0L),
                comparison.from(),
                comparison.months().size(),
                comparison.months().stream()
                        .flatMap(month -> month.lake().stream())
                        .mapToLong(FeedSums::rows)
                        .sum(),
                comparison.toErase(),
                comparison.months().stream().flatMap(one -> differences(one).stream()).toList());
    }

    private static List<Difference> differences(Compared compared) {
        FeedSums none = new FeedSums(compared.month(), 0, 0, Map.of());
        FeedSums ledger = compared.ledger().orElse(none);
        FeedSums lake = compared.lake().orElse(none);
        String month = compared.month().toString();
        List<Difference> all = new ArrayList<>();
        all.add(difference(month, "rows", ledger.rows(), lake.rows()));
        all.add(difference(month, "generations", ledger.generations(), lake.generations()));
        for (FeedFigure figure : FeedFigure.values()) {
            all.add(
                    new Difference(
                            month,
                            name(figure),
                            text(figure, ledger.sums()),
                            text(figure, lake.sums())));
        }
        all.removeIf(one -> one.ledger().equals(one.lake()));
        return all;
    }

    private static Difference difference(String month, String figure, long ledger, long lake) {
        return new Difference(month, figure, Long.toString(ledger), Long.toString(lake));
    }

    private static String name(FeedFigure figure) {
        String name = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return isTime(figure) ? name + "-us" : name;
    }

    private static String text(FeedFigure figure, Map<FeedFigure, BigInteger> sums) {
        BigInteger sum = sums.getOrDefault(figure, BigInteger.ZERO);
        return isAmount(figure) ? UsdAmount.ofUnits(sum, PICODOLLARS).toString() : sum.toString();
    }

    private static boolean isAmount(FeedFigure figure) {
        return switch (figure) {
            case SPEND, CREDITS, BYOK_FEE, BYOK_UPSTREAM, CACHE_DISCOUNT -> true;
            default -> false;
        };
    }

    private static boolean isTime(FeedFigure figure) {
        return figure == FeedFigure.LATENCY || figure == FeedFigure.GENERATION_TIME;
    }
}
