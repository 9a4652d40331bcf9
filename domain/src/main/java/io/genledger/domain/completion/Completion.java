package io.genledger.domain.completion;

import java.util.Optional;

/**
 * The API that was called and how the completion ended (OPENROUTER.md §3.6).
 *
 * @param apiType {@code api_type}
 * @param streamed {@code streamed}: true for requests that did not stream, too
 * @param cancelled {@code cancelled}: whether the client cancelled
 * @param finishReason {@code finish_reason}; {@code null} if cancelled
 * @param nativeFinishReason {@code native_finish_reason}: the provider's spelling of the reason
 */
public record Completion(
        Optional<ApiType> apiType,
        Optional<Boolean> streamed,
        Optional<Boolean> cancelled,
        Optional<FinishReason> finishReason,
        Optional<FinishReason> nativeFinishReason) {

    /** No field is stated. */
    public static final Completion UNREPORTED =
            new Completion(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    /** Whether the record states that the client cancelled. */
    public boolean wasCancelled() {
        return cancelled.orElse(false);
    }

    /** Whether the record states that the provider failed. */
    public boolean failed() {
        return finishReason.filter(FinishReason.ERROR::equals).isPresent();
    }

    /** Whether {@code finish_reason} is blank or not stated. */
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
