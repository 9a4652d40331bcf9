package io.genledger.adapter.json.record;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The record of a generation, field by field, in the order of {@link
 * io.genledger.domain.generation.MetadataField}.
 *
 * @param unknown the undocumented fields, by name
 */
@BothSpellings
record WireRecord(
        Stated<GenerationId> id,
        Stated<UpstreamId> upstreamId,
        Stated<RequestId> requestId,
        Stated<SessionId> sessionId,
        Stated<String> responseCacheSourceId,
        Stated<Instant> createdAt,
        Stated<ModelSlug> model,
        Stated<AppId> appId,
        Stated<String> origin,
        Stated<String> httpReferer,
        Stated<String> userAgent,
        Stated<ExternalUser> externalUser,
        Stated<WorkspaceId> workspaceId,
        Stated<PresetId> presetId,
        Stated<ApiType> apiType,
        Stated<RouterName> router,
        Stated<ServiceTier> serviceTier,
        Stated<DataRegion> dataRegion,
        Stated<WebSearchEngine> webSearchEngine,
        Stated<ProviderName> providerName,
        Stated<WireAttempts> providerResponses,
        Stated<Boolean> streamed,
        Stated<Boolean> cancelled,
        Stated<FinishReason> finishReason,
        Stated<FinishReason> nativeFinishReason,
        Stated<Duration> latency,
        Stated<Duration> moderationLatency,
        Stated<Duration> generationTime,
        Stated<TokenCount> tokensPrompt,
        Stated<TokenCount> tokensCompletion,
        Stated<TokenCount> nativeTokensPrompt,
        Stated<TokenCount> nativeTokensCompletion,
        Stated<TokenCount> nativeTokensReasoning,
        Stated<TokenCount> nativeTokensCached,
        Stated<TokenCount> nativeTokensCompletionImages,
        Stated<ItemCount> numMediaPrompt,
        Stated<ItemCount> numInputAudioPrompt,
        Stated<ItemCount> numMediaCompletion,
        Stated<ItemCount> numSearchResults,
        Stated<ItemCount> numFetches,
        Stated<Boolean> isByok,
        Stated<UsdAmount> usage,
        Stated<UsdAmount> totalCost,
        Stated<UsdAmount> upstreamInferenceCost,
        Stated<UsdAmount> cacheDiscount,
        @JsonAnySetter Map<String, RawText> unknown) {}
