package io.genledger.domain.routing;

/**
 * The region in which the request was allowed to be processed (OPENROUTER.md §3.4).
 *
 * @param value {@code data_region}, e.g. {@code europe}; an open vocabulary
 */
public record DataRegion(String value) {

    @Override
    public String toString() {
        return value;
    }
}
