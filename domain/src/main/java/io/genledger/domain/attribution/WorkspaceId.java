package io.genledger.domain.attribution;

/**
 * The OpenRouter workspace that was charged (OPENROUTER.md §3.3).
 *
 * @param value {@code workspace_id}, a UUID so far
 */
public record WorkspaceId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
