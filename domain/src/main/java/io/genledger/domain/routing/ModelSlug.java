package io.genledger.domain.routing;

import java.util.Optional;

/**
 * A model as OpenRouter names it: {@code author/name[:variant]}. The shape is recognised, not
 * required (OPENROUTER.md §3.4).
 *
 * @param value {@code model}, e.g. {@code deepseek/deepseek-chat-v3:free}; an open vocabulary
 */
public record ModelSlug(String value) {

    private static final String FREE = "free";

    /** The part before the first slash, e.g. {@code deepseek}; empty without a slash. */
    public Optional<String> author() {
        int slash = value.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(value.substring(0, slash));
    }

    /** The part after the last colon, e.g. {@code free}; empty without a colon. */
    public Optional<String> variant() {
        int colon = value.lastIndexOf(':');
        return colon < 0 ? Optional.empty() : Optional.of(value.substring(colon + 1));
    }

    /** Whether this is the variant that is free of charge (OPENROUTER.md §7.1). */
    public boolean isFree() {
        return variant().filter(FREE::equals).isPresent();
    }

    @Override
    public String toString() {
        return value;
    }
}
