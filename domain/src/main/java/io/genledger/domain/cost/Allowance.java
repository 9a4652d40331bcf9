package io.genledger.domain.cost;

import io.genledger.domain.money.UsdAmount;
import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a calendar month's BYOK calls that a plan frees of the fee, by UTC (OPENROUTER.md
 * §5.2): a number of requests, or an amount at list price.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="allowance"}
 */
public sealed interface Allowance {

    /**
     * A number of requests, as plans had it from 2025-10-01 to 2026-08-09.
     *
     * @param count BYOK requests a month, 0 or more
     */
    record Requests(long count) implements Allowance {

        /** No BYOK call is free of the fee. */
        public static final Allowance NONE = new Requests(0);

        /**
         * @throws IllegalArgumentException if {@code count} is negative
         */
        public Requests {
            requireNotNegative(BigDecimal.valueOf(count));
        }

        @Override
        public BigDecimal size() {
            return BigDecimal.valueOf(count);
        }

        @Override
        public BigDecimal usedBy(ByokUsage usage) {
            return BigDecimal.valueOf(usage.requests());
        }

        /** The text that {@link Allowance#parse} reads: {@code 1000000req}. */
        @Override
        public String toString() {
            return count + "req";
        }
    }

    /**
     * An amount, as plans have it since 2026-08-10. It is used up by the upstream cost of the
     * calls, which is an estimate at list price (OPENROUTER.md §4.3).
     *
     * @param amount US dollars of upstream cost a month, 0 or more
     */
    record ListPrice(UsdAmount amount) implements Allowance {

        /**
         * @throws IllegalArgumentException if {@code amount} is negative
         */
        public ListPrice {
            requireNotNegative(amount.value());
        }

        @Override
        public BigDecimal size() {
            return amount.value();
        }

        @Override
        public BigDecimal usedBy(ByokUsage usage) {
            return usage.upstreamCost().value();
        }

        /** The text that {@link Allowance#parse} reads: {@code 25000USD}. */
        @Override
        public String toString() {
            return amount + "USD";
        }
    }

    /**
     * Reads a number with its unit in either case: {@code 25000USD}, {@code 0.5 usd}, {@code
     * 1000000req}.
     *
     * @throws IllegalArgumentException if {@code text} is none of these
     */
    static Allowance parse(String text) {
        Matcher parts = Text.FORM.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "no allowance '"
                            + text
                            + "': expected an amount or a number of requests with its unit, e.g."
                            + " 25000USD or 1000000req");
        }
        return parts.group("requests") == null
                ? new ListPrice(UsdAmount.of(parts.group("amount")))
                : new Requests(Long.parseLong(parts.group("requests")));
    }

    /** The size in its unit: requests, or US dollars. */
    BigDecimal size();

    /** The part of {@code usage} that uses it up, in the unit of {@link #size}. */
    BigDecimal usedBy(ByokUsage usage);

    /** Whether no call is free of the fee. */
    default boolean isNone() {
        return size().signum() == 0;
    }

    private static void requireNotNegative(BigDecimal size) {
        if (size.signum() < 0) {
            throw new IllegalArgumentException("an allowance is 0 or more, not " + size);
        }
    }

    /** The form of an allowance as text. */
    final class Text {

        private static final Pattern FORM =
                Pattern.compile(
                        "(?<requests>[0-9]{1,18}) ?req|(?<amount>[0-9]{1,18}(\\.[0-9]{1,12})?)"
                                + " ?USD",
                        Pattern.CASE_INSENSITIVE);

        private Text() {}
    }
}
