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
     * The spend is known.
     *
     * @param mode who billed the model's tokens
     * @param credits taken from the account's credits; with an own key this is OpenRouter's fee
     * @param ownKeyUpstream billed by the provider to the account's own key; zero without one
     */
    record Known(BillingMode mode, UsdAmount credits, UsdAmount ownKeyUpstream) implements Spend {

        /** All of it: credits and upstream together. */
        public UsdAmount amount() {
            return credits.plus(ownKeyUpstream);
        }
    }

    /**
     * The spend is not known.
     *
     * @param reason what is missing
     */
    record Unknown(Reason reason) implements Spend {}

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
