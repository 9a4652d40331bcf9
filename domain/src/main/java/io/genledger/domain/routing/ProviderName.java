package io.genledger.domain.routing;

/**
 * The provider of a model's endpoint (OPENROUTER.md §3.4).
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
