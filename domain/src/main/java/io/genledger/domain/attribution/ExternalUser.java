package io.genledger.domain.attribution;

/**
 * The caller's own name for its end user. Personal data: keep it out of logs.
 *
 * @param value {@code external_user}, as the caller sent it
 */
public record ExternalUser(String value) {

    @Override
    public String toString() {
        return value;
    }
}
