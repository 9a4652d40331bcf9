package io.genledger.app.view.report;

import io.genledger.domain.report.SpendTotals;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The figures of a report, in the order of its columns; table, CSV and JSON show these. An amount
 * is the sum of all known amounts, and unknown if there is none.
 */
public enum Figure {
    /** The number of generations. */
    REQUESTS("requests", SpendTotals::requests),
    /** The spend in US dollars. */
    SPEND("spend", SpendTotals::knownSpend),
    /** Charged to the account, in US dollars. */
    CREDITS("credits", SpendTotals::knownCredits),
    /** Billed by providers to the account's own keys, in US dollars. */
    BYOK_UPSTREAM("byokUpstream", SpendTotals::knownByokUpstream),
    /** Net saving by prompt caching, in US dollars. */
    CACHE_DISCOUNT("cacheDiscount", SpendTotals::knownCacheDiscount),
    /** Prompt tokens. */
    PROMPT_TOKENS("promptTokens", totals -> totals.tokens().prompt().value()),
    /** Completion tokens. */
    COMPLETION_TOKENS("completionTokens", totals -> totals.tokens().completion().value()),
    /** Reasoning tokens, a part of the completion tokens. */
    REASONING_TOKENS("reasoningTokens", totals -> totals.tokens().reasoning().value()),
    /** Prompt tokens read from a cache. */
    CACHED_TOKENS("cachedTokens", totals -> totals.tokens().cached().value()),
    /** The number of generations whose spend is unknown, and not part of the sums. */
    UNKNOWN_SPEND("unknownSpend", SpendTotals::unknownSpend),
    /** The part of the credits that is OpenRouter's fee for BYOK, in US dollars. */
    BYOK_FEE("byokFee", SpendTotals::knownByokFee),
    /** The number of generations whose saving by prompt caching is unknown. */
    UNKNOWN_CACHE_SAVING("unknownCacheSaving", SpendTotals::unknownCacheSaving);

    private final String label;
    private final Function<SpendTotals, Object> value;

    Figure(String label, Function<SpendTotals, Object> value) {
        this.label = label;
        this.value = value;
    }

    /** Its name in JSON and CSV. */
    public String label() {
        return label;
    }

    /** All figures of {@code totals}: amounts and {@link Long} counts; empty if unknown. */
    static Map<Figure, Optional<Object>> of(SpendTotals totals) {
        Map<Figure, Optional<Object>> figures = new EnumMap<>(Figure.class);
        for (Figure figure : values()) {
            Object value = figure.value.apply(totals);
            figures.put(
                    figure,
                    value instanceof Optional<?> known
                            ? known.map(Object.class::cast)
                            : Optional.of(value));
        }
        return Collections.unmodifiableMap(figures);
    }
}
