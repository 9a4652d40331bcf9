package io.genledger.adapter.json.completion;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.binding.UnknownFields;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.TokenCount;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The figures of a completion. Chat completions and embeddings count {@code prompt_tokens}, the
 * responses and messages APIs {@code input_tokens}; the messages API counts apart the part of the
 * prompt that was read from a cache or written to one.
 *
 * @param unknown the figures that have no place in a record, by name
 */
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

    /** Whether no figure is there, not even one that is null. */
    boolean statesNothing() {
        return allUnknown().byPath().isEmpty()
                && Stream.<Stated<?>>of(
                                cost,
                                isByok,
                                promptTokens,
                                inputTokens,
                                cacheReadInputTokens,
                                cacheCreationInputTokens,
                                completionTokens,
                                outputTokens,
                                promptTokensDetails.field(PromptDetails::cachedTokens),
                                inputTokensDetails.field(PromptDetails::cachedTokens),
                                completionTokensDetails.field(CompletionDetails::reasoningTokens),
                                completionTokensDetails.field(CompletionDetails::imageTokens),
                                outputTokensDetails.field(OutputDetails::reasoningTokens),
                                costDetails.field(CostDetails::upstreamInferenceCost))
                        .allMatch(Stated::isAbsent);
    }

    /** The figures that have no place in a record, by their path in the body. */
    UnknownFields allUnknown() {
        UnknownFields all = new UnknownFields();
        all.add("usage.", unknown);
        add("prompt_tokens_details", promptTokensDetails, PromptDetails::unknown, all);
        add("input_tokens_details", inputTokensDetails, PromptDetails::unknown, all);
        add("completion_tokens_details", completionTokensDetails, CompletionDetails::unknown, all);
        add("output_tokens_details", outputTokensDetails, OutputDetails::unknown, all);
        add("cost_details", costDetails, CostDetails::unknown, all);
        return all;
    }

    private static <D> void add(
            String name,
            Stated<D> details,
            Function<D, Map<String, RawText>> unknown,
            UnknownFields all) {
        details.value().map(unknown).ifPresent(fields -> all.add("usage." + name + '.', fields));
    }

    /** Parts of the prompt. */
    record PromptDetails(
            Stated<TokenCount> cachedTokens, @JsonAnySetter Map<String, RawText> unknown) {}

    /** Parts of the completion, in chat completions. */
    record CompletionDetails(
            Stated<TokenCount> reasoningTokens,
            Stated<TokenCount> imageTokens,
            @JsonAnySetter Map<String, RawText> unknown) {}

    /** Parts of the completion, in responses. */
    record OutputDetails(
            Stated<TokenCount> reasoningTokens, @JsonAnySetter Map<String, RawText> unknown) {}

    /** Parts of the cost. */
    record CostDetails(
            Stated<UsdAmount> upstreamInferenceCost, @JsonAnySetter Map<String, RawText> unknown) {}
}
