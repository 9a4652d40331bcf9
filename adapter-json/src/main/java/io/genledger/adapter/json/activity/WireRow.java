package io.genledger.adapter.json.activity;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * A row of the export; an empty cell is null (OPENROUTER.md §12.2).
 *
 * @param unknown the columns without a meaning for a generation, by name
 */
record WireRow(
        Stated<String> generationId,
        Stated<Instant> createdAt,
        Stated<UsdAmount> costTotal,
        Stated<UsdAmount> costWebSearch,
        Stated<UsdAmount> costCache,
        Stated<UsdAmount> costFileProcessing,
        Stated<UsdAmount> byokUsageInference,
        Stated<TokenCount> tokensPrompt,
        Stated<TokenCount> tokensCompletion,
        Stated<TokenCount> tokensReasoning,
        Stated<TokenCount> tokensCached,
        Stated<String> modelPermaslug,
        Stated<ProviderName> providerName,
        Stated<String> variant,
        Stated<Boolean> cancelled,
        Stated<Boolean> streamed,
        Stated<ExternalUser> user,
        Stated<FinishReason> finishReasonRaw,
        Stated<FinishReason> finishReasonNormalized,
        Stated<Duration> generationTimeMs,
        Stated<Duration> timeToFirstTokenMs,
        @JsonAnySetter Map<String, RawText> unknown) {

    /**
     * The archived document of a row.
     *
     * @param genledger names the kind of document
     */
    record Archived(Stated<String> genledger, Stated<WireRow> row) {}
}
