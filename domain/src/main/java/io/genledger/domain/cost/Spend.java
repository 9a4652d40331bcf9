package io.genledger.domain.cost;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The total cost of a generation to its account, or why that is unknown. An unknown spend is never
 * zero.
 */
public sealed interface Spend {

    /**
     * A known spend with its parts (OPENROUTER.md §4.1).
     *
     * @param mode who billed the model's tokens
     * @param credits taken from the account's credits; with BYOK this is OpenRouter's fee and the
     *     price of tools (OPENROUTER.md §4.6)
     * @param byokUpstream the upstream cost that the provider bills to the account's own key, as
     *     the spend rule prices it; zero without BYOK
     * @param cacheDiscount saved (positive) or added (negative) by the prompt cache, and already
     *     part of the amounts above; empty if the record does not state it, which is not zero
     */
    record Known(
            BillingMode mode,
            UsdAmount credits,
            UsdAmount byokUpstream,
            Optional<UsdAmount> cacheDiscount)
            implements Spend {

        /**
         * @throws IllegalArgumentException if there is an upstream cost without BYOK
         */
        public Known {
            if (mode == BillingMode.CREDITS && !byokUpstream.isZero()) {
                throw new IllegalArgumentException(
                        "a spend from credits has no BYOK upstream cost, not " + byokUpstream);
            }
        }

        /** The whole spend: credits and upstream cost together. */
        public UsdAmount amount() {
            return credits.plus(byokUpstream);
        }

        /** The credits of a BYOK call, which are OpenRouter's fee for it; zero without BYOK. */
        public UsdAmount byokFee() {
            return mode == BillingMode.BYOK ? credits : UsdAmount.ZERO;
        }

        /**
         * The price without the prompt cache; empty if the record does not state the discount. That
         * a discount of a BYOK call applies to the whole spend is assumed (OPENROUTER.md §6.1).
         */
        public Optional<UsdAmount> withoutCache() {
            return cacheDiscount.map(amount()::plus);
        }
    }

    /**
     * An unknown spend (OPENROUTER.md §4.4).
     *
     * @param reason what is missing
     * @param mode who billed the model's tokens; credits if the document does not state it
     * @param credits taken from the account's credits; empty if unknown
     * @param byokUpstream the upstream cost billed to the account's own key; zero without BYOK,
     *     empty if unknown
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
        NO_CHARGE_STATED(
                "the record states neither usage nor total_cost",
                MetadataField.USAGE,
                MetadataField.TOTAL_COST),
        /** A BYOK call whose record states no {@code upstream_inference_cost}. */
        NO_UPSTREAM_COST_STATED(
                "the provider billed your own key (BYOK), and the record does not state"
                        + " upstream_inference_cost",
                MetadataField.IS_BYOK,
                MetadataField.UPSTREAM_INFERENCE_COST),
        /** A provisional document that does not state whether the call used BYOK. */
        BYOK_NOT_STATED(
                "the document does not state whether the provider billed your own key (BYOK), which"
                        + " would add an upstream cost",
                MetadataField.IS_BYOK,
                MetadataField.UPSTREAM_INFERENCE_COST),
        /** A BYOK call for which the caller's spend rule has no price. */
        NO_PRICE_IN_CONTRACT(
                "the provider billed your own key (BYOK), and your spend rule states no price for"
                        + " this call",
                MetadataField.IS_BYOK,
                MetadataField.MODEL,
                MetadataField.PROVIDER_NAME);

        private final String sentence;
        private final List<MetadataField> evidence;

        Reason(String sentence, MetadataField... evidence) {
            this.sentence = sentence;
            this.evidence = List.of(evidence);
        }

        /** The reason in words. */
        public String sentence() {
            return sentence;
        }

        /** The fields that the reason is based on. */
        public List<MetadataField> evidence() {
            return evidence;
        }
    }

    /** Who billed the model's tokens. */
    BillingMode mode();

    /** Applies the function of this case and returns its result. */
    default <R> R fold(Function<Known, R> known, Function<Unknown, R> unknown) {
        return this instanceof Known one ? known.apply(one) : unknown.apply((Unknown) this);
    }

    /** The whole spend; empty if unknown. */
    default Optional<UsdAmount> knownAmount() {
        return fold(known -> Optional.of(known.amount()), unknown -> Optional.empty());
    }

    /** The credits taken; empty if unknown. They may be known even if the spend is not. */
    default Optional<UsdAmount> knownCredits() {
        return fold(known -> Optional.of(known.credits()), Unknown::credits);
    }

    /** OpenRouter's fee for a BYOK call, zero without BYOK; empty if unknown. */
    default Optional<UsdAmount> knownByokFee() {
        if (mode() == BillingMode.BYOK) {
            return knownCredits();
        }
        return knownByokUpstream().map(none -> UsdAmount.ZERO);
    }

    /** The upstream cost with BYOK, zero without; empty if unknown. */
    default Optional<UsdAmount> knownByokUpstream() {
        return fold(known -> Optional.of(known.byokUpstream()), Unknown::byokUpstream);
    }
}
