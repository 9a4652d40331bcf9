package io.genledger.domain.finding;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Checks for token counts that contradict one another or the amounts (OPENROUTER.md §8.3). That a
 * count is a part of another one is known of text only.
 */
final class TokenChecks {

    private TokenChecks() {}

    static Optional<Evidence> cacheDiscountMissing(Generation generation, Expectations any) {
        return generation.savedAnUnknownAmount()
                ? Evidence.ofUnknown(
                        List.of(MetadataField.NATIVE_TOKENS_CACHED, MetadataField.CACHE_DISCOUNT))
                : Optional.empty();
    }

    static Optional<Evidence> cachedExceedsPrompt(
            Generation generation, Expectations expectations) {
        NativeTokens tokens = generation.nativeTokens();
        if (!generation.isOfText() || !exceeds(tokens.cached(), tokens.prompt())) {
            return Optional.empty();
        }
        return Optional.of(
                new Evidence(
                        EnumSet.of(
                                MetadataField.NATIVE_TOKENS_CACHED,
                                MetadataField.NATIVE_TOKENS_PROMPT),
                        expectations
                                .spendRule()
                                .spendOf(generation)
                                .knownAmount()
                                .map(UsdAmount::magnitude)));
    }

    static Optional<Evidence> reasoningExceedsCompletion(Generation generation, Expectations any) {
        NativeTokens tokens = generation.nativeTokens();
        return generation.isOfText() && exceeds(tokens.reasoning(), tokens.completion())
                ? Evidence.about(
                        MetadataField.NATIVE_TOKENS_REASONING,
                        MetadataField.NATIVE_TOKENS_COMPLETION)
                : Optional.empty();
    }

    private static boolean exceeds(Optional<TokenCount> part, Optional<TokenCount> whole) {
        return part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0;
    }
}
