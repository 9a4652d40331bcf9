package io.genledger.domain.lineage;

/**
 * The provider's own name for the generation.
 *
 * @param value {@code upstream_id}, e.g. {@code chatcmpl-…}
 */
public record UpstreamId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
