package io.genledger.domain.attribution;

/**
 * The caller's id for its end user (OPENROUTER.md §3.3). Personal data: keep it out of logs.
 *
 * @param value {@code external_user}, as the caller sent it
 */
public record ExternalUser(String value) {

    @Override
    public String toString() {
        return value;
    }
}
