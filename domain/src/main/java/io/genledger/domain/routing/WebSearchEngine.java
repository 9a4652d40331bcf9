package io.genledger.domain.routing;

/**
 * The engine behind the generation's web search.
 *
 * @param value {@code web_search_engine}, e.g. {@code exa}; an open vocabulary
 */
public record WebSearchEngine(String value) {

    @Override
    public String toString() {
        return value;
    }
}
