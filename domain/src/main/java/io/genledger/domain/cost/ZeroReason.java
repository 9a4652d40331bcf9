package io.genledger.domain.cost;

import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.TokenCount;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Why OpenRouter charged nothing (contract.md, "A zero has a reason"), in the order in which the
 * reasons are tried.
 */
public enum ZeroReason {
    /** The answer was replayed from the response cache. */
    REPLAYED(
            "replayed from the response cache", g -> g.lineage().responseCacheSource().isPresent()),
    /** The own key was used, and OpenRouter took no fee. */
    OWN_KEY_ALLOWANCE(
            "own key, within OpenRouter's free allowance",
            g -> g.charges().billingMode() == BillingMode.OWN_KEY),
    /** The model is a free variant. */
    FREE_VARIANT(
            "a :free variant of the model",
            g -> g.routing().model().filter(ModelSlug::isFree).isPresent()),
    /** The client went away before anything was billed. */
    CANCELLED("cancelled before anything was billed", g -> g.completion().wasCancelled()),
    /** Nothing came out, or the provider failed: OpenRouter does not bill the model's tokens. */
    INSURED("zero-completion insurance", ZeroReason::isInsured),
    /** The record gives no reason. */
    UNEXPLAINED("unexplained by the record", g -> true);

    private final String sentence;
    private final Predicate<Generation> applies;

    ZeroReason(String sentence, Predicate<Generation> applies) {
        this.sentence = sentence;
        this.applies = applies;
    }

    /** The reason in words, for people. */
    public String sentence() {
        return sentence;
    }

    /**
     * Why the credits charged for {@code generation} are zero; empty if they are not, or unknown.
     */
    public static Optional<ZeroReason> of(Generation generation) {
        if (generation.charges().credits().filter(UsdAmount::isZero).isEmpty()) {
            return Optional.empty();
        }
        for (ZeroReason reason : values()) {
            if (reason.applies.test(generation)) {
                return Optional.of(reason);
            }
        }
        throw new IllegalStateException("the last reason applies always");
    }

    private static boolean isInsured(Generation generation) {
        boolean nothingCame =
                generation.nativeTokens().completion().filter(TokenCount.ZERO::equals).isPresent()
                        && generation.completion().finishReasonIsBlank();
        return nothingCame
                || generation
                        .completion()
                        .finishReason()
                        .filter(FinishReason.ERROR::equals)
                        .isPresent();
    }
}
