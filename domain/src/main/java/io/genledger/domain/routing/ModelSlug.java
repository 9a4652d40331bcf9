package io.genledger.domain.routing;

import java.util.Optional;

/**
 * A model as OpenRouter names it: {@code author/name[:variant]}. The shape is recognised, not
 * demanded.
 *
 * @param value {@code model}, e.g. {@code deepseek/deepseek-chat-v3:free}; an open vocabulary
 */
public record ModelSlug(String value) {

    private static final String FREE = "free";

    /** What stands before the first slash, e.g. {@code deepseek}; empty without a slash. */
    public Optional<String> author() {
        int slash = value.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(value.substring(0, slash));
    }

    /** What stands after the last colon, e.g. {@code free}; empty without a colon. */
    public Optional<String> variant() {
        int colon = value.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1));
    }

    /** Whether this is the variant for which OpenRouter charges nothing. */
    public boolean isFree() {
        return variant().filter(FREE::equals).isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
