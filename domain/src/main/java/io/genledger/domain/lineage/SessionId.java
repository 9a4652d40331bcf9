package io.genledger.domain.lineage;

/**
 * Names one conversation or agent run.
 *
 * @param value {@code session_id}, up to 256 characters as documented
 */
public record SessionId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
