package io.genledger.domain.routing;

/**
 * The company whose endpoint answered.
 *
 * @param value {@code provider_name}, e.g. {@code Amazon Bedrock}; an open vocabulary of more than
 *     a hundred
 */
public record ProviderName(String value) {

    @Override
    public String toString() {
        return value;
    }
}
