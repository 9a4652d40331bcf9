package io.genledger.domain.cost;

import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.TokenCount;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Why OpenRouter charged nothing (contract.md, "A zero has a reason"), in the order in which the
 * reasons are tried: what says more comes first.
 */
public enum ZeroReason {
    /** The answer was replayed from the response cache. */
    REPLAYED(
            "repeated from OpenRouter's response cache; no model ran",
            g -> g.lineage().responseCacheSource().isPresent(),
            MetadataField.RESPONSE_CACHE_SOURCE_ID),
    /** The model is a free variant. */
    FREE_VARIANT(
            "a :free variant of the model",
            g -> g.routing().model().filter(ModelSlug::isFree).isPresent(),
            MetadataField.MODEL),
    /** Nothing came out, or the provider failed: OpenRouter does not bill the model's tokens. */
    INSURED(
            "it ended in an error or without output, which OpenRouter does not bill"
                    + " (zero-completion insurance)",
            ZeroReason::isInsured,
            MetadataField.FINISH_REASON,
            MetadataField.NATIVE_TOKENS_COMPLETION),
    /** The client went away before anything was billed. */
    CANCELLED(
            "cancelled by the caller, and OpenRouter billed nothing",
            g -> g.completion().wasCancelled(),
            MetadataField.CANCELLED),
    /** The own key was used, and the plan's share of what that cost is nothing. */
    BYOK_NO_FEE_DUE(
            "your own key was used, and the plan asks no fee on what that cost",
            (g, plan) ->
                    g.charges().usedByok()
                            && g.charges()
                                    .upstreamInferenceCost()
                                    .filter(plan::asksNoFeeOn)
                                    .isPresent(),
            MetadataField.IS_BYOK,
            MetadataField.UPSTREAM_INFERENCE_COST),
    /** The own key was used, and the plan frees some requests of the fee. */
    BYOK_ALLOWANCE(
            "your own key was used, within the plan's monthly allowance free of OpenRouter's fee",
            (g, plan) -> g.charges().usedByok() && plan.hasAllowance(),
            MetadataField.IS_BYOK,
            MetadataField.USAGE,
            MetadataField.UPSTREAM_INFERENCE_COST),
    /** The record gives no reason. */
    UNEXPLAINED(
            "no reason found in the record",
            g -> true,
            MetadataField.USAGE,
            MetadataField.TOTAL_COST);

    private final String sentence;
    private final BiPredicate<Generation, Plan> applies;
    private final List<MetadataField> evidence;

    ZeroReason(String sentence, Predicate<Generation> applies, MetadataField... evidence) {
        this(sentence, (generation, plan) -> applies.test(generation), evidence);
    }

    ZeroReason(String sentence, BiPredicate<Generation, Plan> applies, MetadataField... evidence) {
        this.sentence = sentence;
        this.applies = applies;
        this.evidence = List.of(evidence);
    }

    /** The reason in words, for people. */
    public String sentence() {
        return sentence;
    }

    /** The fields it rests on; for an unexplained zero the one that states it. */
    public List<MetadataField> evidence() {
        return evidence;
    }

    /**
     * Why the credits charged for {@code generation} are zero under {@code plan}; empty if they are
     * not, or unknown.
     */
    public static Optional<ZeroReason> of(Generation generation, Plan plan) {
        if (generation.charges().credits().filter(UsdAmount::isZero).isEmpty()) {
            return Optional.empty();
        }
        for (ZeroReason reason : values()) {
            if (reason.applies.test(generation, plan)) {
                return Optional.of(reason);
            }
        }
        throw new IllegalStateException("the last reason applies always");
    }

    /**
     * Whether OpenRouter does not bill this generation's tokens, because nothing came of them. An
     * embedding has no completion, and who cancels ends without a reason to finish, so neither says
     * anything.
     */
    public static boolean isInsured(Generation generation) {
        boolean nothingCame =
                generation.nativeTokens().completion().filter(TokenCount.ZERO::equals).isPresent()
                        && generation.completion().finishReasonIsBlank();
        boolean failed =
                generation
                        .completion()
                        .finishReason()
                        .filter(FinishReason.ERROR::equals)
                        .isPresent();
        return (nothingCame || failed)
                && !generation.completion().wasCancelled()
                && generation.isOfText();
    }
}
