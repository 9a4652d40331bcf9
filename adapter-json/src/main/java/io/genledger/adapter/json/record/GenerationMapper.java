package io.genledger.adapter.json.record;

import static io.genledger.domain.generation.MetadataField.*;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Maps a wire record to a generation, field by field. For one use by one thread. */
final class GenerationMapper {

    private final WireRecord wire;
    private final DocumentInput document;

    /** The fields read so far that the document does not have. */
    private final Set<MetadataField> absent = EnumSet.noneOf(MetadataField.class);

    GenerationMapper(WireRecord wire, DocumentInput document) {
        this.wire = wire;
        this.document = document;
    }

    /**
     * The generation.
     *
     * @throws UndecodableDocumentException if the document states no id: the requested one is no
     *     proof that the response belongs to the request
     */
    Generation generation() {
        GenerationId id = DocumentInput.required(get(ID, wire.id()));
        return new Generation(
                id,
                document.created(get(CREATED_AT, wire.createdAt()), id),
                lineage(),
                attribution(),
                routing(),
                completion(),
                timing(),
                normalizedTokens(),
                nativeTokens(),
                media(),
                charges(),
                // Last, when all other fields were read.
                new DocumentShape(DocumentKind.METADATA, absent, unknown()));
    }

    private Lineage lineage() {
        return new Lineage(
                get(UPSTREAM_ID, wire.upstreamId()),
                get(REQUEST_ID, wire.requestId()),
                get(SESSION_ID, wire.sessionId()),
                get(RESPONSE_CACHE_SOURCE_ID, wire.responseCacheSourceId()));
    }

    private Attribution attribution() {
        return new Attribution(
                get(APP_ID, wire.appId()),
                get(ORIGIN, wire.origin()),
                get(HTTP_REFERER, wire.httpReferer()),
                get(USER_AGENT, wire.userAgent()),
                get(EXTERNAL_USER, wire.externalUser()),
                get(WORKSPACE_ID, wire.workspaceId()),
                get(PRESET_ID, wire.presetId()));
    }

    private Routing routing() {
        return new Routing(
                get(MODEL, wire.model()),
                get(PROVIDER_NAME, wire.providerName()),
                get(ROUTER, wire.router()),
                get(SERVICE_TIER, wire.serviceTier()),
                get(DATA_REGION, wire.dataRegion()),
                get(WEB_SEARCH_ENGINE, wire.webSearchEngine()),
                attempts(get(PROVIDER_RESPONSES, wire.providerResponses())));
    }

    private Completion completion() {
        return new Completion(
                get(API_TYPE, wire.apiType()),
                get(STREAMED, wire.streamed()),
                get(CANCELLED, wire.cancelled()),
                get(FINISH_REASON, wire.finishReason()),
                get(NATIVE_FINISH_REASON, wire.nativeFinishReason()));
    }

    private Timing timing() {
        return new Timing(
                get(LATENCY, wire.latency()),
                get(MODERATION_LATENCY, wire.moderationLatency()),
                get(GENERATION_TIME, wire.generationTime()));
    }

    private NormalizedTokens normalizedTokens() {
        return new NormalizedTokens(
                get(TOKENS_PROMPT, wire.tokensPrompt()),
                get(TOKENS_COMPLETION, wire.tokensCompletion()));
    }

    private NativeTokens nativeTokens() {
        return new NativeTokens(
                get(NATIVE_TOKENS_PROMPT, wire.nativeTokensPrompt()),
                get(NATIVE_TOKENS_COMPLETION, wire.nativeTokensCompletion()),
                get(NATIVE_TOKENS_REASONING, wire.nativeTokensReasoning()),
                get(NATIVE_TOKENS_CACHED, wire.nativeTokensCached()),
                get(NATIVE_TOKENS_COMPLETION_IMAGES, wire.nativeTokensCompletionImages()));
    }

    private MediaUsage media() {
        return new MediaUsage(
                get(NUM_MEDIA_PROMPT, wire.numMediaPrompt()),
                get(NUM_INPUT_AUDIO_PROMPT, wire.numInputAudioPrompt()),
                get(NUM_MEDIA_COMPLETION, wire.numMediaCompletion()),
                get(NUM_SEARCH_RESULTS, wire.numSearchResults()),
                get(NUM_FETCHES, wire.numFetches()));
    }

    private Charges charges() {
        return new Charges(
                get(IS_BYOK, wire.isByok()),
                get(USAGE, wire.usage()),
                get(TOTAL_COST, wire.totalCost()),
                get(UPSTREAM_INFERENCE_COST, wire.upstreamInferenceCost()),
                get(CACHE_DISCOUNT, wire.cacheDiscount()));
    }

    private static List<ProviderAttempt> attempts(Optional<WireAttempts> stated) {
        List<ProviderAttempt> attempts = new ArrayList<>();
        if (stated.isPresent()) {
            stated.get().list().forEach(attempt -> attempts.add(attempt(attempt)));
        }
        return attempts;
    }

    private static ProviderAttempt attempt(WireAttempt attempt) {
        return new ProviderAttempt(
                attempt.providerName().value(),
                attempt.status().value(),
                attempt.latency().value(),
                attempt.isByok().value(),
                attempt.modelPermaslug().value(),
                attempt.endpointId().value(),
                attempt.id().value(),
                attempt.routedServiceTier().value());
    }

    /** The undocumented fields; those of an attempt by their path. */
    private Map<String, String> unknown() {
        Map<String, String> unknown = new TreeMap<>();
        RawText.collect("", wire.unknown(), unknown);
        List<WireAttempt> attempts =
                wire.providerResponses().value().map(WireAttempts::list).orElse(List.of());
        for (int i = 0; i < attempts.size(); i++) {
            String place = PROVIDER_RESPONSES.wireName() + '[' + i + "].";
            RawText.collect(place, attempts.get(i).unknown(), unknown);
        }
        return unknown;
    }

    private <T> Optional<T> get(MetadataField field, Stated<T> stated) {
        if (stated.isAbsent()) {
            absent.add(field);
        }
        return stated.value();
    }
}
