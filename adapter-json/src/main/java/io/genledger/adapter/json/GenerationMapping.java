package io.genledger.adapter.json;

import static io.genledger.domain.generation.MetadataField.API_TYPE;
import static io.genledger.domain.generation.MetadataField.APP_ID;
import static io.genledger.domain.generation.MetadataField.CACHE_DISCOUNT;
import static io.genledger.domain.generation.MetadataField.CANCELLED;
import static io.genledger.domain.generation.MetadataField.CREATED_AT;
import static io.genledger.domain.generation.MetadataField.DATA_REGION;
import static io.genledger.domain.generation.MetadataField.EXTERNAL_USER;
import static io.genledger.domain.generation.MetadataField.FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.GENERATION_TIME;
import static io.genledger.domain.generation.MetadataField.HTTP_REFERER;
import static io.genledger.domain.generation.MetadataField.ID;
import static io.genledger.domain.generation.MetadataField.IS_BYOK;
import static io.genledger.domain.generation.MetadataField.LATENCY;
import static io.genledger.domain.generation.MetadataField.MODEL;
import static io.genledger.domain.generation.MetadataField.MODERATION_LATENCY;
import static io.genledger.domain.generation.MetadataField.NATIVE_FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_CACHED;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_PROMPT;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_REASONING;
import static io.genledger.domain.generation.MetadataField.NUM_FETCHES;
import static io.genledger.domain.generation.MetadataField.NUM_INPUT_AUDIO_PROMPT;
import static io.genledger.domain.generation.MetadataField.NUM_MEDIA_COMPLETION;
import static io.genledger.domain.generation.MetadataField.NUM_MEDIA_PROMPT;
import static io.genledger.domain.generation.MetadataField.NUM_SEARCH_RESULTS;
import static io.genledger.domain.generation.MetadataField.ORIGIN;
import static io.genledger.domain.generation.MetadataField.PRESET_ID;
import static io.genledger.domain.generation.MetadataField.PROVIDER_NAME;
import static io.genledger.domain.generation.MetadataField.PROVIDER_RESPONSES;
import static io.genledger.domain.generation.MetadataField.REQUEST_ID;
import static io.genledger.domain.generation.MetadataField.RESPONSE_CACHE_SOURCE_ID;
import static io.genledger.domain.generation.MetadataField.ROUTER;
import static io.genledger.domain.generation.MetadataField.SERVICE_TIER;
import static io.genledger.domain.generation.MetadataField.SESSION_ID;
import static io.genledger.domain.generation.MetadataField.STREAMED;
import static io.genledger.domain.generation.MetadataField.TOKENS_COMPLETION;
import static io.genledger.domain.generation.MetadataField.TOKENS_PROMPT;
import static io.genledger.domain.generation.MetadataField.TOTAL_COST;
import static io.genledger.domain.generation.MetadataField.UPSTREAM_ID;
import static io.genledger.domain.generation.MetadataField.UPSTREAM_INFERENCE_COST;
import static io.genledger.domain.generation.MetadataField.USAGE;
import static io.genledger.domain.generation.MetadataField.USER_AGENT;
import static io.genledger.domain.generation.MetadataField.WEB_SEARCH_ENGINE;
import static io.genledger.domain.generation.MetadataField.WORKSPACE_ID;

import io.genledger.domain.attribution.AppId;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.attribution.ExternalUser;
import io.genledger.domain.attribution.PresetId;
import io.genledger.domain.attribution.WorkspaceId;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.DataRegion;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderAttempt;
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
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** From the wire's fields to the domain's values: which field is what. */
final class GenerationMapping {

    private final WireGeneration wire;
    private final MetadataDocument document;

    GenerationMapping(WireGeneration wire, MetadataDocument document) {
        this.wire = wire;
        this.document = document;
    }

    /**
     * The generation.
     *
     * @throws UndecodableDocumentException if a field cannot be read, or nobody knows the id
     */
    Generation generation() {
        GenerationId id = idOf(get(ID, Scalars::id), document);
        return new Generation(
                id,
                CreationTime.of(get(CREATED_AT, Scalars::moment), id, document.receivedAt()),
                lineage(),
                attribution(),
                routing(),
                completion(),
                timing(),
                normalizedTokens(),
                nativeTokens(),
                media(),
                charges(),
                new DocumentShape(DocumentKind.METADATA, wire.fields().absent(), wire.unknown()));
    }

    /**
     * The id that a document states, or else the one that was asked for.
     *
     * @throws UndecodableDocumentException if there is neither
     */
    static GenerationId idOf(Optional<GenerationId> stated, MetadataDocument document) {
        return stated.or(document::requested)
                .orElseThrow(() ->
                        new UndecodableDocumentException(
                                Optional.of(ID.wireName()),
                                1,
                                "expected the generation's id, found none",
                                null));
    }

    private Lineage lineage() {
        return new Lineage(
                text(UPSTREAM_ID).map(UpstreamId::new),
                text(REQUEST_ID).map(RequestId::new),
                text(SESSION_ID).map(SessionId::new),
                text(RESPONSE_CACHE_SOURCE_ID));
    }

    private Attribution attribution() {
        return new Attribution(
                get(APP_ID, Scalars::whole).map(AppId::new),
                text(ORIGIN),
                text(HTTP_REFERER),
                text(USER_AGENT),
                text(EXTERNAL_USER).map(ExternalUser::new),
                text(WORKSPACE_ID).map(WorkspaceId::new),
                text(PRESET_ID).map(PresetId::new));
    }

    private Routing routing() {
        return new Routing(
                text(MODEL).map(ModelSlug::new),
                text(PROVIDER_NAME).map(ProviderName::new),
                text(ROUTER).map(RouterName::new),
                text(SERVICE_TIER).map(ServiceTier::new),
                text(DATA_REGION).map(DataRegion::new),
                text(WEB_SEARCH_ENGINE).map(WebSearchEngine::new),
                get(PROVIDER_RESPONSES, this::attempts).orElse(List.of()));
    }

    private Completion completion() {
        return new Completion(
                text(API_TYPE).map(ApiType::new),
                get(STREAMED, Scalars::flag),
                get(CANCELLED, Scalars::flag),
                text(FINISH_REASON).map(FinishReason::new),
                text(NATIVE_FINISH_REASON).map(FinishReason::new));
    }

    private Timing timing() {
        return new Timing(
                get(LATENCY, Scalars::milliseconds),
                get(MODERATION_LATENCY, Scalars::milliseconds),
                get(GENERATION_TIME, Scalars::milliseconds));
    }

    private NormalizedTokens normalizedTokens() {
        return new NormalizedTokens(tokens(TOKENS_PROMPT), tokens(TOKENS_COMPLETION));
    }

    private NativeTokens nativeTokens() {
        return new NativeTokens(
                tokens(NATIVE_TOKENS_PROMPT),
                tokens(NATIVE_TOKENS_COMPLETION),
                tokens(NATIVE_TOKENS_REASONING),
                tokens(NATIVE_TOKENS_CACHED),
                tokens(NATIVE_TOKENS_COMPLETION_IMAGES));
    }

    private MediaUsage media() {
        return new MediaUsage(
                items(NUM_MEDIA_PROMPT),
                items(NUM_INPUT_AUDIO_PROMPT),
                items(NUM_MEDIA_COMPLETION),
                items(NUM_SEARCH_RESULTS),
                items(NUM_FETCHES));
    }

    private Charges charges() {
        return new Charges(
                get(IS_BYOK, Scalars::flag),
                get(USAGE, Scalars::amount),
                get(TOTAL_COST, Scalars::amount),
                get(UPSTREAM_INFERENCE_COST, Scalars::amount),
                get(CACHE_DISCOUNT, Scalars::amount));
    }

    private List<ProviderAttempt> attempts(WireValue list) {
        if (list.form() != WireValue.Form.LIST) {
            throw new UnexpectedValueException("a list of attempts");
        }
        return wire.attempts().stream().map(GenerationMapping::attempt).toList();
    }

    private static ProviderAttempt attempt(WireFields<AttemptField> fields) {
        return new ProviderAttempt(
                fields.get(AttemptField.PROVIDER_NAME, Scalars::text).map(ProviderName::new),
                fields.get(AttemptField.STATUS, Scalars::status),
                fields.get(AttemptField.LATENCY, Scalars::milliseconds),
                fields.get(AttemptField.IS_BYOK, Scalars::flag),
                fields.get(AttemptField.MODEL_PERMASLUG, Scalars::text).map(ModelSlug::new),
                fields.get(AttemptField.ENDPOINT_ID, Scalars::text),
                fields.get(AttemptField.ID, Scalars::text),
                fields.get(AttemptField.ROUTED_SERVICE_TIER, Scalars::text).map(ServiceTier::new));
    }

    private Optional<String> text(MetadataField field) {
        return get(field, Scalars::text);
    }

    private Optional<TokenCount> tokens(MetadataField field) {
        return get(field, Scalars::count).map(TokenCount::new);
    }

    private Optional<ItemCount> items(MetadataField field) {
        return get(field, Scalars::count).map(ItemCount::new);
    }

    private <T> Optional<T> get(MetadataField field, Function<WireValue, T> reading) {
        return wire.fields().get(field, reading);
    }
}
