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

    /** A completion that ended for a reason, and nothing else. */
    public static Completion of(FinishReason reason) {
        return UNREPORTED.withFinishReason(reason);
    }

    /** The same with another {@code api_type}. */
    public Completion withApiType(String type) {
        return new Completion(
                Optional.of(new ApiType(type)),
                streamed,
                cancelled,
                finishReason,
                nativeFinishReason);
    }

    /** The same with another {@code streamed}. */
    public Completion withStreamed(boolean requested) {
        return new Completion(
                apiType, Optional.of(requested), cancelled, finishReason, nativeFinishReason);
    }

    /** The same with another {@code cancelled}. */
    public Completion withCancelled(boolean byClient) {
        return new Completion(
                apiType, streamed, Optional.of(byClient), finishReason, nativeFinishReason);
    }

    /** The same with another {@code finish_reason}. */
    public Completion withFinishReason(FinishReason reason) {
        return new Completion(
                apiType, streamed, cancelled, Optional.of(reason), nativeFinishReason);
    }

    /** The same with another {@code native_finish_reason}. */
    public Completion withNativeFinishReason(FinishReason reason) {
        return new Completion(apiType, streamed, cancelled, finishReason, Optional.of(reason));
    }
}
