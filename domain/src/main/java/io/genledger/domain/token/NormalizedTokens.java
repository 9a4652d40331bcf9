package io.genledger.domain.token;

import java.util.Optional;

/**
 * Tokens counted by one tokenizer for all models, so that models can be compared. They are never
 * billed (OPENROUTER.md §3.8).
 *
 * @param prompt {@code tokens_prompt}
 * @param completion {@code tokens_completion}
 */
public record NormalizedTokens(Optional<TokenCount> prompt, Optional<TokenCount> completion) {

    /** No field is stated. */
    public static final NormalizedTokens UNREPORTED =
            new NormalizedTokens(Optional.empty(), Optional.empty());

    /**
     * Both counts.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public static NormalizedTokens of(long prompt, long completion) {
        return new NormalizedTokens(
                Optional.of(new TokenCount(prompt)), Optional.of(new TokenCount(completion)));
    }
}
