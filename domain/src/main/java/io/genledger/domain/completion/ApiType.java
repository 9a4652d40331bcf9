package io.genledger.domain.completion;

import java.util.Set;

/**
 * The kind of API that was called (OPENROUTER.md §3.4).
 *
 * @param value {@code api_type}, e.g. {@code completions}, {@code embeddings}; an open vocabulary
 */
public record ApiType(String value) {

    private static final Set<String> OTHER_THAN_TEXT =
            Set.of("embeddings", "rerank", "tts", "stt", "video", "image");

    /** Whether it generates text: true unless it is known to generate something else. */
    public boolean isOfText() {
        return !OTHER_THAN_TEXT.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
