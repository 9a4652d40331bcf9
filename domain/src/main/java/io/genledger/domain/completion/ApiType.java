package io.genledger.domain.completion;

/**
 * The kind of API that was called (OPENROUTER.md §3.4).
 *
 * @param value {@code api_type}, e.g. {@code completions}, {@code embeddings}; an open vocabulary
 */
public record ApiType(String value) {

    /** Text, by any of the APIs for it. */
    public static final ApiType COMPLETIONS = new ApiType("completions");

    /** Images. */
    public static final ApiType IMAGE = new ApiType("image");

    /** Speech from text. */
    public static final ApiType SPEECH = new ApiType("tts");

    @Override
    public String toString() {
        return value;
    }
}
