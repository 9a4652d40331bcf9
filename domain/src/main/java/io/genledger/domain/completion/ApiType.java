package io.genledger.domain.completion;

/**
 * Which kind of API was called.
 *
 * @param value {@code api_type}, e.g. {@code completions}, {@code embeddings}; an open vocabulary
 */
public record ApiType(String value) {

    @Override
    public String toString() {
        return value;
    }
}
