package io.genledger.adapter.http.simulator.generated;

import java.util.List;

/**
 * The model, token counts and cost of a recorded generation.
 *
 * @param prompt native prompt tokens, by which the model is billed (OPENROUTER.md §3.8)
 * @param completion native completion tokens
 * @param reasoning native reasoning tokens, a part of the completion
 * @param normalizedPrompt prompt tokens by the tokenizer that OpenRouter uses for all models
 * @param normalizedCompletion completion tokens by that tokenizer
 * @param finish the provider's native finish reason; {@code -} for none
 * @param cost in picodollars
 */
record Sample(
        Model model,
        long prompt,
        long completion,
        long reasoning,
        long normalizedPrompt,
        long normalizedCompletion,
        String finish,
        long cost) {

    private static final String NONE = "-";

    static Sample of(Model model, List<String> cells) {
        return new Sample(
                model,
                Long.parseLong(cells.get(1)),
                Long.parseLong(cells.get(2)),
                Long.parseLong(cells.get(3)),
                Long.parseLong(cells.get(4)),
                Long.parseLong(cells.get(5)),
                cells.get(6),
                Picodollars.pico(cells.get(7)));
    }

    boolean hasFinish() {
        return !finish.equals(NONE);
    }

    /**
     * The same generation with more or, if negative, fewer completion tokens at the model's price.
     */
    Sample withMoreCompletion(long tokens) {
        return new Sample(
                model,
                prompt,
                completion + tokens,
                reasoning,
                normalizedPrompt,
                normalizedCompletion,
                finish,
                cost + tokens * model.completionPrice());
    }

    /**
     * A model and its prices.
     *
     * @param promptPrice of one native prompt token, in picodollars
     * @param completionPrice of one native completion token, in picodollars
     */
    record Model(String slug, String provider, long promptPrice, long completionPrice) {}
}
