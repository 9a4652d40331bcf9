package io.genledger.domain.routing;

/**
 * The engine of the generation's web search (OPENROUTER.md §3.4).
 *
 * @param value {@code web_search_engine}, e.g. {@code exa}; an open vocabulary
 */
public record WebSearchEngine(String value) {

    @Override
    public String toString() {
        return value;
    }
}
