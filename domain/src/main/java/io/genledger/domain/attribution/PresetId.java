package io.genledger.domain.attribution;

/**
 * The OpenRouter preset that configured the request (OPENROUTER.md §3.3).
 *
 * @param value {@code preset_id}, a UUID so far
 */
public record PresetId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
