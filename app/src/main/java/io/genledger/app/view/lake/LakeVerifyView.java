package io.genledger.app.view.lake;

import io.genledger.ports.lake.FeedFigure;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.usecase.lake.VerifyLake.Compared;
import io.genledger.ports.usecase.lake.VerifyLake.Comparison;
import java.math.BigInteger;
import java.time.Instant;
import java.time.YearMonth;
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
 * @param differences the values that differ
 */
public record LakeVerifyView(
        String ledger,
        long until,
        Optional<Instant> from,
        long months,
        long rows,
        List<Difference> differences) {

    /**
     * A value that differs.
     *
     * @param month the month in UTC in which generations were created
     * @param figure its name, such as {@code rows} or {@code spend-picousd}
     * @param ledger the ledger's value
     * @param lake the lake's value
     */
    public record Difference(YearMonth month, String figure, BigInteger ledger, BigInteger lake) {}

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
                comparison.months().stream().flatMap(one -> differences(one).stream()).toList());
    }

    private static List<Difference> differences(Compared compared) {
        FeedSums ledger = compared.ledger().orElseGet(() -> none(compared.month()));
        FeedSums lake = compared.lake().orElseGet(() -> none(compared.month()));
        List<Difference> all = new ArrayList<>();
        add(all, compared.month(), "rows", ledger.rows(), lake.rows());
        add(all, compared.month(), "generations", ledger.generations(), lake.generations());
        for (FeedFigure figure : FeedFigure.values()) {
            BigInteger own = ledger.sums().getOrDefault(figure, BigInteger.ZERO);
            BigInteger copied = lake.sums().getOrDefault(figure, BigInteger.ZERO);
            if (!own.equals(copied)) {
                all.add(new Difference(compared.month(), name(figure), own, copied));
            }
        }
        return all;
    }

    private static void add(
            List<Difference> all, YearMonth month, String figure, long ledger, long lake) {
        if (ledger != lake) {
            all.add(
                    new Difference(
                            month, figure, BigInteger.valueOf(ledger), BigInteger.valueOf(lake)));
        }
    }

    private static FeedSums none(YearMonth month) {
        return new FeedSums(month, 0, 0, Map.of());
    }

    private static String name(FeedFigure figure) {
        String name = figure.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (figure) {
            case SPEND, CREDITS, BYOK_FEE, BYOK_UPSTREAM, CACHE_DISCOUNT -> name + "-picousd";
            case LATENCY, GENERATION_TIME -> name + "-us";
            default -> name;
        };
    }
}
