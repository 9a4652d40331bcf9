package io.genledger.domain.routing;

/**
 * Where the request was allowed to be processed.
 *
 * @param value {@code data_region}, e.g. {@code europe}; an open vocabulary
 */
public record DataRegion(String value) {

    @Override
    public String toString() {
        return value;
    }
}
