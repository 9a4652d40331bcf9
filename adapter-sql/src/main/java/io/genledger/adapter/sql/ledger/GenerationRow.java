package io.genledger.adapter.sql.ledger;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.adapter.sql.tables.tables.records.GenerationRecord;
import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.RouterName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.routing.ServiceTier;
import io.genledger.domain.routing.WebSearchEngine;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.ledger.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The newest entry of a generation as one row of the table {@code generation}. */
final class GenerationRow {

    private GenerationRow() {}

    static GenerationRecord of(Recording recording, int revision, Instant recordedAt) {
        LedgerEntry entry = recording.entry();
        Generation generation = entry.generation();
        GenerationRecord row = new GenerationRecord();
        row.setId(entry.id().value());
        row.setRevision(revision);
        row.setRecordedAt(recordedAt.getEpochSecond());
        row.setInline(recording.entry().isInline());
        row.setContentDigest(entry.digest().hex());
        row.setDigestVersion(entry.digest().version());
        put(row, entry.createdAt(), generation.created().basis());
        put(row, generation.lineage());
        put(row, generation.attribution());
        put(row, generation.routing());
        put(row, generation.completion());
        put(row, generation.timing());
        put(row, generation.normalizedTokens());
        put(row, generation.nativeTokens());
        put(row, generation.media());
        put(row, generation.charges());
        put(row, entry.posting());
        put(row, generation.shape());
        row.setReadAgeS(recording.document().receivedAt().getEpochSecond() - row.getCreatedAt());
        return row;
    }

    private static void put(GenerationRecord row, Instant at, CreationTime.Basis basis) {
        row.setCreatedAt(at.getEpochSecond());
        row.setCreatedAtNanos(at.getNano());
        row.setCreatedBasis(basis.name().toLowerCase(Locale.ROOT));
    }

    private static void put(GenerationRecord row, Lineage lineage) {
        row.setUpstreamId(get(lineage.upstream(), UpstreamId::value));
        row.setRequestId(get(lineage.request(), RequestId::value));
        row.setSessionId(get(lineage.session(), SessionId::value));
        row.setResponseCacheSourceId(get(lineage.responseCacheSource(), Function.identity()));
    }

    private static void put(GenerationRecord row, Attribution attribution) {
        row.setAppId(get(attribution.app(), AppId::value));
        row.setOrigin(get(attribution.origin(), Function.identity()));
        row.setHttpReferer(get(attribution.httpReferer(), Function.identity()));
        row.setUserAgent(get(attribution.userAgent(), Function.identity()));
        row.setExternalUser(get(attribution.externalUser(), ExternalUser::value));
        row.setWorkspaceId(get(attribution.workspace(), WorkspaceId::value));
        row.setPresetId(get(attribution.preset(), PresetId::value));
    }

    private static void put(GenerationRecord row, Routing routing) {
        row.setModel(get(routing.model(), ModelSlug::value));
        row.setProviderName(get(routing.provider(), ProviderName::value));
        row.setRouter(get(routing.router(), RouterName::value));
        row.setServiceTier(get(routing.serviceTier(), ServiceTier::value));
        row.setDataRegion(get(routing.dataRegion(), DataRegion::value));
        row.setWebSearchEngine(get(routing.webSearchEngine(), WebSearchEngine::value));
        row.setProviderResponsesCount(routing.attempts().size());
    }

    private static void put(GenerationRecord row, Completion completion) {
        row.setApiType(get(completion.apiType(), ApiType::value));
        row.setStreamed(get(completion.streamed(), Function.identity()));
        row.setCancelled(get(completion.cancelled(), Function.identity()));
        row.setFinishReason(get(completion.finishReason(), FinishReason::value));
        row.setNativeFinishReason(get(completion.nativeFinishReason(), FinishReason::value));
    }

    private static void put(GenerationRecord row, Timing timing) {
        row.setLatencyNs(get(timing.latency(), Duration::toNanos));
        row.setModerationLatencyNs(get(timing.moderationLatency(), Duration::toNanos));
        row.setGenerationTimeNs(get(timing.generationTime(), Duration::toNanos));
    }

    private static void put(GenerationRecord row, NormalizedTokens tokens) {
        row.setTokensPrompt(get(tokens.prompt(), TokenCount::value));
        row.setTokensCompletion(get(tokens.completion(), TokenCount::value));
    }

    private static void put(GenerationRecord row, NativeTokens tokens) {
        row.setNativeTokensPrompt(get(tokens.prompt(), TokenCount::value));
        row.setNativeTokensCompletion(get(tokens.completion(), TokenCount::value));
        row.setNativeTokensReasoning(get(tokens.reasoning(), TokenCount::value));
        row.setNativeTokensCached(get(tokens.cached(), TokenCount::value));
        row.setNativeTokensCompletionImages(get(tokens.completionImages(), TokenCount::value));
    }

    private static void put(GenerationRecord row, MediaUsage media) {
        row.setNumMediaPrompt(get(media.promptMedia(), ItemCount::value));
        row.setNumInputAudioPrompt(get(media.promptAudio(), ItemCount::value));
        row.setNumMediaCompletion(get(media.completionMedia(), ItemCount::value));
        row.setNumSearchResults(get(media.searchResults(), ItemCount::value));
        row.setNumFetches(get(media.fetches(), ItemCount::value));
    }

    private static void put(GenerationRecord row, Charges charges) {
        row.setIsByok(get(charges.byok(), Function.identity()));
        row.setUsagePicousd(Picodollars.of(charges.usage()));
        row.setTotalCostPicousd(Picodollars.of(charges.totalCost()));
        row.setUpstreamInferenceCostPicousd(Picodollars.of(charges.upstreamInferenceCost()));
        row.setCacheDiscountPicousd(Picodollars.of(charges.cacheDiscount()));
    }

    private static void put(GenerationRecord row, Posting posting) {
        row.setSpendPicousd(Picodollars.of(posting.spend()));
        row.setCreditsPicousd(Picodollars.of(posting.credits()));
        row.setByokUpstreamPicousd(Picodollars.of(posting.byokUpstream()));
    }

    private static void put(GenerationRecord row, DocumentShape shape) {
        row.setUnknownFields(
                shape.unknown().isEmpty() ? null : String.join(",", shape.unknown().keySet()));
    }

    private static <V, C> @Nullable C get(Optional<V> value, Function<? super V, C> column) {
        return value.isEmpty() ? null : column.apply(value.get());
    }
}
