package io.genledger.domain.token;

import java.util.Optional;

/**
 * Tokens counted by the model's own tokenizer, which are billed (OPENROUTER.md §3.8).
 *
 * <p>Reasoning tokens are billed as part of the completion and cached tokens as part of the prompt.
 * Some real records exceed these bounds, so this type does not check them.
 *
 * @param prompt {@code native_tokens_prompt}
 * @param completion {@code native_tokens_completion}
 * @param reasoning {@code native_tokens_reasoning}, part of the completion
 * @param cached {@code native_tokens_cached}, part of the prompt that was read from a cache
 * @param completionImages {@code native_tokens_completion_images}
 */
public record NativeTokens(
        Optional<TokenCount> prompt,
        Optional<TokenCount> completion,
        Optional<TokenCount> reasoning,
        Optional<TokenCount> cached,
        Optional<TokenCount> completionImages) {

    /** No field is stated. */
    public static final NativeTokens UNREPORTED =
            new NativeTokens(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /**
     * Counts of a prompt and its completion, and nothing else.
     *
     * @throws IllegalArgumentException if a count is negative
     */
    public static NativeTokens of(long prompt, long completion) {
        return new NativeTokens(
                Optional.of(new TokenCount(prompt)),
                Optional.of(new TokenCount(completion)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another {@code native_tokens_reasoning}. */
    public NativeTokens withReasoning(long count) {
        return new NativeTokens(
                prompt, completion, Optional.of(new TokenCount(count)), cached, completionImages);
    }

    /** The same with another {@code native_tokens_cached}. */
    public NativeTokens withCached(long count) {
        return new NativeTokens(
                prompt,
                completion,
                reasoning,
                Optional.of(new TokenCount(count)),
                completionImages);
    }

    /** The same with another {@code native_tokens_completion_images}. */
    public NativeTokens withCompletionImages(long count) {
        return new NativeTokens(
                prompt, completion, reasoning, cached, Optional.of(new TokenCount(count)));
    }
}
