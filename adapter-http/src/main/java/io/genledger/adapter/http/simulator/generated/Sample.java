package io.genledger.adapter.http.simulator.generated;

import java.util.List;

/**
 * What a generation was and cost.
 *
 * @param prompt native tokens, which are billed, as are those of the completion
 * @param normalPrompt tokens by the tokenizer that is the same for all models
 * @param finish the provider's own word; {@code -} for none
 * @param cost in picodollars
 */
record Sample(
        Model model,
        long prompt,
        long completion,
        long reasoning,
        long normalPrompt,
        long normalCompletion,
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
                Usd.pico(cells.get(7)));
    }

    boolean hasFinish() {
        return !finish.equals(NONE);
    }

    /** With more or fewer tokens of completion, at the model's price for them. */
    Sample withMoreCompletion(long tokens) {
        return new Sample(
                model,
                prompt,
                completion + tokens,
                reasoning,
                normalPrompt,
                normalCompletion,
                finish,
                cost + tokens * model.completionPrice());
    }

    /**
     * A model and its prices.
     *
     * @param promptPrice of a native token, in picodollars
     * @param completionPrice of a native token, in picodollars
     */
    record Model(String slug, String provider, long promptPrice, long completionPrice) {}
}
