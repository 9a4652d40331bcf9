package io.genledger.domain.cost;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * A known spend, line by line, as a bill has it: once by who was paid, and once by what the cache
 * did to it. The lines of either view add up to the total, digit for digit.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="breakdown"}
 *
 * @param total the spend
 * @param payments who was paid what
 * @param cache what it would have cost without the cache, and what the cache changed; empty when
 *     the record does not say
 */
public record Breakdown(UsdAmount total, List<Line> payments, List<Line> cache) {

    /**
     * One line.
     *
     * @param kind what for
     * @param amount how much; negative where it lowers the bill
     */
    public record Line(Kind kind, UsdAmount amount) {}

    /** What a line is for. */
    public enum Kind {
        /** {@code usage}, of a request without an own key. */
        CREDITS("taken from your OpenRouter credits"),
        /** {@code usage}, of a request with an own key. */
        BYOK_FEE("OpenRouter's fee, from your credits"),
        /** {@code upstream_inference_cost}, of a request with an own key. */
        UPSTREAM("billed to your own key at the provider"),
        /** What it would have cost without the cache. */
        WITHOUT_CACHE("the price without the cache"),
        /** A positive {@code cache_discount}, taken off. */
        CACHE_SAVING("saved by reading from the cache"),
        /** A negative {@code cache_discount}, added. */
        CACHE_SURCHARGE("extra for writing to the cache");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** What the line is for in words, for people. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if those of either view do not add up to {@code total}
     */
    public Breakdown {
        payments = List.copyOf(payments);
        cache = List.copyOf(cache);
        requireSum(payments, total);
        if (!cache.isEmpty()) {
            requireSum(cache, total);
        }
    }

    /** The lines of {@code spend}. */
    public static Breakdown of(Spend.Known spend) {
        return new Breakdown(spend.amount(), paymentsOf(spend), cacheOf(spend));
    }

    private static List<Line> paymentsOf(Spend.Known spend) {
        return spend.mode() == BillingMode.CREDITS
                ? List.of(new Line(Kind.CREDITS, spend.credits()))
                : List.of(
                        new Line(Kind.BYOK_FEE, spend.byokFee()),
                        new Line(Kind.UPSTREAM, spend.byokUpstream()));
    }

    private static List<Line> cacheOf(Spend.Known spend) {
        List<Line> lines = new ArrayList<>();
        spend.withoutCache().ifPresent(price -> lines.add(new Line(Kind.WITHOUT_CACHE, price)));
        spend.cacheDiscount()
                .filter(discount -> !discount.isZero())
                .ifPresent(discount -> lines.add(effectOf(discount)));
        return lines;
    }

    private static Line effectOf(UsdAmount discount) {
        Kind kind = discount.signum() > 0 ? Kind.CACHE_SAVING : Kind.CACHE_SURCHARGE;
        return new Line(kind, discount.negated());
    }

    private static void requireSum(List<Line> lines, UsdAmount total) {
        UsdAmount sum = lines.stream().map(Line::amount).reduce(UsdAmount.ZERO, UsdAmount::plus);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException(
                    "the lines add up to " + sum + ", not to the total of " + total);
        }
    }
}
