package io.genledger.domain.lineage;

/**
 * Identifies an API request; all its generations share it (OPENROUTER.md §3.2).
 *
 * @param value {@code request_id}
 */
public record RequestId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
