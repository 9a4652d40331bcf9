package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.util.Map;
import java.util.TreeMap;

/**
 * The inline usage of a completion (OPENROUTER.md §9.2). Chat completions and embeddings count
 * {@code prompt_tokens}, the responses and messages APIs {@code input_tokens}; the messages API
 * does not include the tokens read from a cache or written to one.
 *
 * @param unknown the figures without a field in a record, by name
 */
@BothSpellings
record WireUsage(
        Stated<UsdAmount> cost,
        Stated<Boolean> isByok,
        Stated<TokenCount> promptTokens,
        Stated<TokenCount> inputTokens,
        Stated<TokenCount> cacheReadInputTokens,
        Stated<TokenCount> cacheCreationInputTokens,
        Stated<TokenCount> completionTokens,
        Stated<TokenCount> outputTokens,
        Stated<PromptDetails> promptTokensDetails,
        Stated<PromptDetails> inputTokensDetails,
        Stated<CompletionDetails> completionTokensDetails,
        Stated<OutputDetails> outputTokensDetails,
        Stated<CostDetails> costDetails,
        @JsonAnySetter Map<String, RawText> unknown) {

    /** The figures without a field in a record, by their path in the body. */
    Map<String, String> allUnknown() {
        Map<String, String> all = new TreeMap<>();
        RawText.collect("usage.", unknown, all);
        Map.of(
                        "prompt_tokens_details", promptTokensDetails,
                        "input_tokens_details", inputTokensDetails,
                        "completion_tokens_details", completionTokensDetails,
                        "output_tokens_details", outputTokensDetails,
                        "cost_details", costDetails)
                .forEach((name, details) ->
                        details.value()
                                .ifPresent(parts ->
                                        RawText.collect(
                                                "usage." + name + '.', parts.unknown(), all)));
        return all;
    }

    /** An object with parts of a figure. */
    interface Details {
        Map<String, RawText> unknown();
    }

    /** Parts of the prompt. */
    @BothSpellings
    record PromptDetails(
            Stated<TokenCount> cachedTokens, @JsonAnySetter Map<String, RawText> unknown)
            implements Details {}

    /** Parts of the completion, in chat completions. */
    @BothSpellings
    record CompletionDetails(
            Stated<TokenCount> reasoningTokens,
            Stated<TokenCount> imageTokens,
            @JsonAnySetter Map<String, RawText> unknown)
            implements Details {}

    /** Parts of the completion, in the responses and messages APIs. */
    @BothSpellings
    record OutputDetails(
            Stated<TokenCount> reasoningTokens,
            Stated<TokenCount> thinkingTokens,
            @JsonAnySetter Map<String, RawText> unknown)
            implements Details {}

    /** Parts of the cost. */
    @BothSpellings
    record CostDetails(
            Stated<UsdAmount> upstreamInferenceCost, @JsonAnySetter Map<String, RawText> unknown)
            implements Details {}
}
