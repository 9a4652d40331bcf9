package io.genledger.domain.lineage;

/**
 * Identifies a conversation or an agent's run (OPENROUTER.md §3.2).
 *
 * @param value {@code session_id}, up to 256 characters as documented
 */
public record SessionId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
