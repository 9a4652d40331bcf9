package io.genledger.domain.routing;

/**
 * The speed or price class a provider served the request in.
 *
 * @param value {@code service_tier}, e.g. {@code flex}; an open vocabulary
 */
public record ServiceTier(String value) {

    @Override
    public String toString() {
        return value;
    }
}
