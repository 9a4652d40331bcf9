package io.genledger.domain.cost;

import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a generation cost its account in all, or why that is not known. An unknown spend is never
 * zero.
 */
public sealed interface Spend {

    /**
     * The spend is known, with its parts.
     *
     * @param mode who billed the model's tokens
     * @param credits taken from the account's credits; with an own key this is OpenRouter's fee
     * @param byokUpstream billed by the provider to the account's own key; zero without one
     * @param cacheDiscount saved (positive) or added (negative) by caching, and in the amounts
     *     above already; empty when the record does not state it, which is not zero
     */
    record Known(
            BillingMode mode,
            UsdAmount credits,
            UsdAmount byokUpstream,
            Optional<UsdAmount> cacheDiscount)
            implements Spend {

        /**
         * @throws IllegalArgumentException if a provider is said to have billed an own key that was
         *     not used
         */
        public Known {
            if (mode == BillingMode.CREDITS && !byokUpstream.isZero()) {
                throw new IllegalArgumentException(
                        "without an own key nothing is billed to it, not " + byokUpstream);
            }
        }

        /** All of it: credits and upstream together. */
        public UsdAmount amount() {
            return credits.plus(byokUpstream);
        }

        /** OpenRouter's fee for the use of an own key, a part of the credits; zero without one. */
        public UsdAmount byokFee() {
            return mode == BillingMode.BYOK ? credits : UsdAmount.ZERO;
        }

        /**
         * What all of it would have been without the cache; empty when the record does not state
         * the discount. Contract.md ("Cache") has it of {@code usage}; that with an own key the
         * discount was on the whole bill is our reading.
         */
        public Optional<UsdAmount> withoutCache() {
            return cacheDiscount.map(amount()::plus);
        }
    }

    /**
     * The spend is not known.
     *
     * @param reason what is missing
     * @param mode who billed the model's tokens
     * @param credits what was taken from credits, if that is known all the same
     * @param byokUpstream what was billed to the own key, if one was used and that is known
     */
    record Unknown(
            Reason reason,
            BillingMode mode,
            Optional<UsdAmount> credits,
            Optional<UsdAmount> byokUpstream)
            implements Spend {}

    /** What is missing when a spend is unknown. */
    enum Reason {
        /** The record states neither {@code usage} nor {@code total_cost}. */
        NO_CHARGE_STATED("the record states neither usage nor total_cost"),
        /** The own key was billed by the provider, and the record does not say how much. */
        NO_UPSTREAM_COST_STATED(
                "the provider billed the own key, and the record does not state"
                        + " upstream_inference_cost");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }

        /** The reason in words, for people. */
        public String sentence() {
            return sentence;
        }
    }

    /** Answers for each of the two cases; a third would not compile. */
    default <R> R fold(Function<Known, R> known, Function<Unknown, R> unknown) {
        return this instanceof Known one ? known.apply(one) : unknown.apply((Unknown) this);
    }

    /** The whole spend, if it is known. */
    default Optional<UsdAmount> knownAmount() {
        return fold(known -> Optional.of(known.amount()), unknown -> Optional.empty());
    }
}
