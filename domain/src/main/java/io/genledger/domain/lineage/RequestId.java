package io.genledger.domain.lineage;

/**
 * Names one API request; all generations it caused share it.
 *
 * @param value {@code request_id}
 */
public record RequestId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
