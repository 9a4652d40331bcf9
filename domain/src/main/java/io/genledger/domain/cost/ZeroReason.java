package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * The reason for which OpenRouter charged nothing (OPENROUTER.md §7.1). The first constant that
 * applies is the reason.
 */
public enum ZeroReason {
    /** The completion was replayed from the response cache. */
    REPLAYED(
            "replayed from OpenRouter's response cache; no model ran",
            g -> g.lineage().responseCacheSource().isPresent(),
            MetadataField.RESPONSE_CACHE_SOURCE_ID),
    /** The model is a free variant. */
    FREE_VARIANT(
            "a :free variant of the model",
            g -> g.routing().model().filter(ModelSlug::isFree).isPresent(),
            MetadataField.MODEL),
    /** The completion failed or has no output, which OpenRouter does not bill (§7.2). */
    INSURED(
            "it ended in an error or without output, which OpenRouter does not bill"
                    + " (zero-completion insurance)",
            Generation::isInsured,
            MetadataField.FINISH_REASON,
            MetadataField.NATIVE_TOKENS_COMPLETION),
    /** An image that failed or was cancelled, which OpenRouter does not bill (§7.3). */
    FAILED_IMAGE(
            "the image failed or was cancelled, which OpenRouter does not bill",
            Generation::isFailedImage,
            MetadataField.API_TYPE,
            MetadataField.FINISH_REASON,
            MetadataField.CANCELLED),
    /** Speech that failed or was cancelled before any audio came (§7.3). */
    FAILED_SPEECH(
            "the speech failed or was cancelled before any audio came, which OpenRouter does not"
                    + " bill",
            Generation::isFailedSpeech,
            MetadataField.API_TYPE,
            MetadataField.FINISH_REASON,
            MetadataField.CANCELLED),
    /** The client cancelled before anything was billed. */
    CANCELLED(
            "cancelled by the caller, and OpenRouter billed nothing",
            g -> g.completion().wasCancelled(),
            MetadataField.CANCELLED),
    /** The client closed the connection before anything was billed (§3.5). */
    CUT_OFF(
            "cut off by the caller (status 499), and OpenRouter billed nothing",
            Generation::wasCutOff,
            MetadataField.PROVIDER_RESPONSES),
    /** A BYOK call on whose upstream cost no fee is due (OPENROUTER.md §5). */
    BYOK_NO_FEE_DUE(
            "your own key (BYOK) was used, and no fee is due on its upstream cost",
            (g, plan) ->
                    g.charges().usedByok()
                            && g.charges()
                                    .upstreamInferenceCost()
                                    .filter(plan::isFreeOn)
                                    .isPresent(),
            MetadataField.IS_BYOK,
            MetadataField.UPSTREAM_INFERENCE_COST),
    /** A BYOK call under a plan with an allowance free of the fee. */
    BYOK_ALLOWANCE(
            "your own key (BYOK) was used, on a plan with a monthly allowance free of the fee",
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

    /** The reason in words. */
    public String sentence() {
        return sentence;
    }

    /**
     * The fields that the reason is based on; for {@link #UNEXPLAINED} those that state the zero.
     */
    public List<MetadataField> evidence() {
        return evidence;
    }

    /**
     * The reason for which {@code generation} cost no credits under {@code plan}; empty if credits
     * were charged, or the charge is unknown.
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
        throw new IllegalStateException("the last reason always applies");
    }
}
