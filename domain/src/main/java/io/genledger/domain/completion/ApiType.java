package io.genledger.domain.completion;

import java.util.Set;

/**
 * Which kind of API was called.
 *
 * @param value {@code api_type}, e.g. {@code completions}, {@code embeddings}; an open vocabulary
 */
public record ApiType(String value) {

    private static final Set<String> OTHER_THAN_TEXT =
            Set.of("embeddings", "rerank", "tts", "stt", "video", "image");

    /** Whether it generates text, as every type does that is not known to do something else. */
    public boolean isOfText() {
        return !OTHER_THAN_TEXT.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
