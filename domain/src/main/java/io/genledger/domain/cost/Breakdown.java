package io.genledger.domain.cost;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.ArrayList;
import java.util.List;

/**
 * A known spend as a bill, in two views: by the party paid (OPENROUTER.md §4.1), and by the effect
 * of the prompt cache (§6.1). The lines of each view add up to the total, digit for digit.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="breakdown"}
 *
 * @param total the spend
 * @param payments the amount for each party that was paid
 * @param cache the price without the cache, and the effect of the cache; empty if the record does
 *     not state the discount
 */
public record Breakdown(UsdAmount total, List<Line> payments, List<Line> cache) {

    /**
     * One line of the bill.
     *
     * @param kind what the amount is for
     * @param amount the amount; negative if it lowers the bill
     */
    public record Line(Kind kind, UsdAmount amount) {}

    /** The kinds of lines. */
    public enum Kind {
        /** {@code usage} of a call paid from credits. */
        CREDITS("taken from your OpenRouter credits"),
        /** {@code usage} of a BYOK call (OPENROUTER.md §5.1). */
        BYOK_FEE("OpenRouter's fee, from your credits"),
        /**
         * The upstream cost of a BYOK call. By OpenRouter's rule it is {@code
         * upstream_inference_cost}, an estimate at list price and not the provider's bill
         * (OPENROUTER.md §4.3).
         */
        UPSTREAM("upstream cost, estimate at list price"),
        /** The price without the cache. */
        WITHOUT_CACHE("the price without the cache"),
        /** A positive {@code cache_discount}, subtracted. */
        CACHE_SAVING("saved by reading from the cache"),
        /** A negative {@code cache_discount}, added. */
        CACHE_SURCHARGE("extra for writing to the cache");

        private final String sentence;

        Kind(String sentence) {
            this.sentence = sentence;
        }

        /** The kind in words. */
        public String sentence() {
            return sentence;
        }
    }

    /**
     * Copies the lines.
     *
     * @throws IllegalArgumentException if the lines of a view do not add up to {@code total}
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
