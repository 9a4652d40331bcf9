package io.genledger.domain.routing;

/**
 * The speed or price class of the request (OPENROUTER.md §3.4).
 *
 * @param value {@code service_tier}, e.g. {@code flex}; an open vocabulary
 */
public record ServiceTier(String value) {

    @Override
    public String toString() {
        return value;
    }
}
