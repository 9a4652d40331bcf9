package io.genledger.domain.cost;

import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.TokenCount;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Why OpenRouter charged nothing (contract.md, "A zero has a reason"), in the order in which the
 * reasons are tried.
 */
public enum ZeroReason {
    /** The answer was replayed from the response cache. */
    REPLAYED(
            "replayed from the response cache",
            g -> g.lineage().responseCacheSource().isPresent(),
            MetadataField.RESPONSE_CACHE_SOURCE_ID),
    /** The own key was used, and the plan lets OpenRouter's fee be waived. */
    OWN_KEY_ALLOWANCE(
            "own key, within OpenRouter's free allowance",
            (g, plan) -> g.charges().billingMode() == BillingMode.OWN_KEY && plan.mayWaiveTheFee(),
            MetadataField.IS_BYOK),
    /** The model is a free variant. */
    FREE_VARIANT(
            "a :free variant of the model",
            g -> g.routing().model().filter(ModelSlug::isFree).isPresent(),
            MetadataField.MODEL),
    /** The client went away before anything was billed. */
    CANCELLED(
            "cancelled before anything was billed",
            g -> g.completion().wasCancelled(),
            MetadataField.CANCELLED),
    /** Nothing came out, or the provider failed: OpenRouter does not bill the model's tokens. */
    INSURED(
            "zero-completion insurance",
            ZeroReason::isInsured,
            MetadataField.FINISH_REASON,
            MetadataField.NATIVE_TOKENS_COMPLETION),
    /** The record gives no reason. */
    UNEXPLAINED("unexplained by the record", g -> true, MetadataField.USAGE);

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

    /** Whether OpenRouter does not bill this generation's tokens, because nothing came of them. */
    static boolean isInsured(Generation generation) {
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
