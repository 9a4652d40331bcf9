package io.genledger.domain.routing;

/**
 * The router that chose the model (OPENROUTER.md §3.4).
 *
 * @param value {@code router}, e.g. {@code openrouter/auto}; an open vocabulary
 */
public record RouterName(String value) {

    @Override
    public String toString() {
        return value;
    }
}
