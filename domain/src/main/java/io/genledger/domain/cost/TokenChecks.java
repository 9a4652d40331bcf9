package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.token.NativeTokens;
import java.util.Optional;

/** Token counts that contradict one another, or the money. */
final class TokenChecks {

    private TokenChecks() {}

    static Optional<Suspicion> cacheDiscountMissing(Generation generation, Expectations any) {
        return generation.savedAnUnknownAmount()
                ? Suspicion.about(MetadataField.NATIVE_TOKENS_CACHED, MetadataField.CACHE_DISCOUNT)
                : Optional.empty();
    }

    static Optional<Suspicion> cachedExceedsPrompt(Generation generation, Expectations any) {
        NativeTokens tokens = generation.nativeTokens();
        return Compared.exceeds(tokens.cached(), tokens.prompt())
                ? Suspicion.about(
                        generation.charges().credits(),
                        MetadataField.NATIVE_TOKENS_CACHED,
                        MetadataField.NATIVE_TOKENS_PROMPT)
                : Optional.empty();
    }

    static Optional<Suspicion> reasoningExceedsCompletion(Generation generation, Expectations any) {
        NativeTokens tokens = generation.nativeTokens();
        return Compared.exceeds(tokens.reasoning(), tokens.completion())
                ? Suspicion.about(
                        MetadataField.NATIVE_TOKENS_REASONING,
                        MetadataField.NATIVE_TOKENS_COMPLETION)
                : Optional.empty();
    }
}
