package io.genledger.domain.completion;

import java.util.Optional;

/**
 * What was asked for and how it ended.
 *
 * @param apiType {@code api_type}
 * @param streamed {@code streamed}: evidence of nothing, it is true for requests that were not
 * @param cancelled {@code cancelled}: whether the client went away
 * @param finishReason {@code finish_reason}; null when cancelled
 * @param nativeFinishReason {@code native_finish_reason}: the provider's own word
 */
public record Completion(
        Optional<ApiType> apiType,
        Optional<Boolean> streamed,
        Optional<Boolean> cancelled,
        Optional<FinishReason> finishReason,
        Optional<FinishReason> nativeFinishReason) {

    /** Nothing was reported. */
    public static final Completion UNREPORTED =
            new Completion(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Whether the record says that the client cancelled. */
    public boolean wasCancelled() {
        return cancelled.orElse(false);
    }

    /** Whether no reason to finish was given, or an empty one. */
    public boolean finishReasonIsBlank() {
        return finishReason.map(FinishReason::isBlank).orElse(true);
    }
}
