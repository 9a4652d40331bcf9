package io.genledger.domain.lineage;

/**
 * The provider's id of the call (OPENROUTER.md §3.2).
 *
 * @param value {@code upstream_id}, e.g. {@code chatcmpl-…}
 */
public record UpstreamId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
