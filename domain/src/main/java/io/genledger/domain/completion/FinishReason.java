package io.genledger.domain.completion;

/**
 * The reason for which a completion ended, in OpenRouter's spelling or the provider's.
 *
 * @param value {@code finish_reason} or {@code native_finish_reason}; an open vocabulary
 */
public record FinishReason(String value) {

    /** The model finished. */
    public static final FinishReason STOP = new FinishReason("stop");

    /** The provider failed. The model's tokens are then not billed (OPENROUTER.md §7.2). */
    public static final FinishReason ERROR = new FinishReason("error");

    /** Whether the text is empty or blank. */
    public boolean isBlank() {
        return value.isBlank();
    }

    @Override
    public String toString() {
        return value;
    }
}
