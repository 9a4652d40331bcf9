package io.genledger.domain.attribution;

/**
 * The number of an app that OpenRouter recognised by its referer (OPENROUTER.md §3.3).
 *
 * @param value {@code app_id}
 */
public record AppId(long value) {

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
