package io.genledger.domain.completion;

/**
 * Why the model stopped, in OpenRouter's words or the provider's own.
 *
 * @param value {@code finish_reason} or {@code native_finish_reason}; an open vocabulary
 */
public record FinishReason(String value) {

    /** The model was done. */
    public static final FinishReason STOP = new FinishReason("stop");

    /** The provider failed on the way; the model's tokens are then not billed. */
    public static final FinishReason ERROR = new FinishReason("error");

    /** Whether nothing was said. */
    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return value;
    }
}
