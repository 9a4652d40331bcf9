package io.genledger.domain.generation;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 45 documented fields of a generation's metadata (contract.md, "The fields of data"), each
 * with the way to its value in a {@link Generation}.
 */
public enum MetadataField {
    ID(g -> Optional.of(g.id())),
    UPSTREAM_ID(g -> g.lineage().upstream()),
    REQUEST_ID(g -> g.lineage().request()),
    SESSION_ID(g -> g.lineage().session()),
    RESPONSE_CACHE_SOURCE_ID(g -> g.lineage().responseCacheSource()),
    CREATED_AT(MetadataField::recordedCreation),
    MODEL(g -> g.routing().model()),
    APP_ID(g -> g.attribution().app()),
    ORIGIN(g -> g.attribution().origin()),
    HTTP_REFERER(g -> g.attribution().httpReferer()),
    USER_AGENT(g -> g.attribution().userAgent()),
    EXTERNAL_USER(g -> g.attribution().externalUser()),
    WORKSPACE_ID(g -> g.attribution().workspace()),
    PRESET_ID(g -> g.attribution().preset()),
    API_TYPE(g -> g.completion().apiType()),
    ROUTER(g -> g.routing().router()),
    SERVICE_TIER(g -> g.routing().serviceTier()),
    DATA_REGION(g -> g.routing().dataRegion()),
    WEB_SEARCH_ENGINE(g -> g.routing().webSearchEngine()),
    PROVIDER_NAME(g -> g.routing().provider()),
    PROVIDER_RESPONSES(g ->
            Optional.of(g.routing().attempts())
                    .filter(attempts -> !attempts.isEmpty())
                    .map(AttemptText::of)),
    STREAMED(g -> g.completion().streamed()),
    CANCELLED(g -> g.completion().cancelled()),
    FINISH_REASON(g -> g.completion().finishReason()),
    NATIVE_FINISH_REASON(g -> g.completion().nativeFinishReason()),
    LATENCY(g -> g.timing().latency().map(Milliseconds::text)),
    MODERATION_LATENCY(g -> g.timing().moderationLatency().map(Milliseconds::text)),
    GENERATION_TIME(g -> g.timing().generationTime().map(Milliseconds::text)),
    TOKENS_PROMPT(g -> g.normalizedTokens().prompt()),
    TOKENS_COMPLETION(g -> g.normalizedTokens().completion()),
    NATIVE_TOKENS_PROMPT(g -> g.nativeTokens().prompt()),
    NATIVE_TOKENS_COMPLETION(g -> g.nativeTokens().completion()),
    NATIVE_TOKENS_REASONING(g -> g.nativeTokens().reasoning()),
    NATIVE_TOKENS_CACHED(g -> g.nativeTokens().cached()),
    NATIVE_TOKENS_COMPLETION_IMAGES(g -> g.nativeTokens().completionImages()),
    NUM_MEDIA_PROMPT(g -> g.media().promptMedia()),
    NUM_INPUT_AUDIO_PROMPT(g -> g.media().promptAudio()),
    NUM_MEDIA_COMPLETION(g -> g.media().completionMedia()),
    NUM_SEARCH_RESULTS(g -> g.media().searchResults()),
    NUM_FETCHES(g -> g.media().fetches()),
    IS_BYOK(g -> g.charges().byok()),
    USAGE(g -> g.charges().usage()),
    TOTAL_COST(g -> g.charges().totalCost()),
    UPSTREAM_INFERENCE_COST(g -> g.charges().upstreamInferenceCost()),
    CACHE_DISCOUNT(g -> g.charges().cacheDiscount());

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final Function<Generation, Optional<?>> value;

    MetadataField(Function<Generation, Optional<?>> value) {
        this.value = value;
    }

    /** The field's name as OpenRouter spells it, e.g. {@code total_cost}. */
    public String wireName() {
        return wireName;
    }

    /**
     * The field's value in {@code generation} as one canonical text: plain decimals, milliseconds,
     * ISO 8601, attempts as compact JSON. Empty when OpenRouter did not state it; a time that was
     * only inferred is not stated.
     */
    public Optional<String> textIn(Generation generation) {
        return value.apply(generation).map(Object::toString);
    }

    private static Optional<?> recordedCreation(Generation generation) {
        return Optional.of(generation.created())
                .filter(created -> created.basis() == CreationTime.Basis.RECORD)
                .map(CreationTime::at);
    }
}
