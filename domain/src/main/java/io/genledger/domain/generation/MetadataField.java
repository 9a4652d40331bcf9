package io.genledger.domain.generation;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The 45 documented fields of a generation's metadata (OPENROUTER.md §3), each with its kind and
 * its value in a {@link Generation}.
 */
public enum MetadataField {
    ID(FieldKind.ID, g -> Optional.of(g.id())),
    UPSTREAM_ID(FieldKind.ID, g -> g.lineage().upstream()),
    REQUEST_ID(FieldKind.ID, g -> g.lineage().request()),
    SESSION_ID(FieldKind.ID, g -> g.lineage().session()),
    RESPONSE_CACHE_SOURCE_ID(FieldKind.ID, g -> g.lineage().responseCacheSource()),
    CREATED_AT(FieldKind.TIME, MetadataField::recordedCreation),
    MODEL(FieldKind.TEXT, g -> g.routing().model()),
    APP_ID(FieldKind.NUMBER, g -> g.attribution().app()),
    ORIGIN(FieldKind.TEXT, g -> g.attribution().origin()),
    HTTP_REFERER(FieldKind.TEXT, g -> g.attribution().httpReferer()),
    USER_AGENT(FieldKind.TEXT, g -> g.attribution().userAgent()),
    EXTERNAL_USER(FieldKind.TEXT, g -> g.attribution().externalUser()),
    WORKSPACE_ID(FieldKind.ID, g -> g.attribution().workspace()),
    PRESET_ID(FieldKind.ID, g -> g.attribution().preset()),
    API_TYPE(FieldKind.TEXT, g -> g.completion().apiType()),
    ROUTER(FieldKind.TEXT, g -> g.routing().router()),
    SERVICE_TIER(FieldKind.TEXT, g -> g.routing().serviceTier()),
    DATA_REGION(FieldKind.TEXT, g -> g.routing().dataRegion()),
    WEB_SEARCH_ENGINE(FieldKind.TEXT, g -> g.routing().webSearchEngine()),
    PROVIDER_NAME(FieldKind.TEXT, g -> g.routing().provider()),
    PROVIDER_RESPONSES(
            FieldKind.ATTEMPTS,
            g ->
                    Optional.of(g.routing().attempts())
                            .filter(attempts -> !attempts.isEmpty())
                            .map(AttemptText::of)),
    STREAMED(FieldKind.FLAG, g -> g.completion().streamed()),
    CANCELLED(FieldKind.FLAG, g -> g.completion().cancelled()),
    FINISH_REASON(FieldKind.TEXT, g -> g.completion().finishReason()),
    NATIVE_FINISH_REASON(FieldKind.TEXT, g -> g.completion().nativeFinishReason()),
    LATENCY(FieldKind.DURATION, g -> g.timing().latency().map(Milliseconds::text)),
    MODERATION_LATENCY(
            FieldKind.DURATION, g -> g.timing().moderationLatency().map(Milliseconds::text)),
    GENERATION_TIME(FieldKind.DURATION, g -> g.timing().generationTime().map(Milliseconds::text)),
    TOKENS_PROMPT(FieldKind.COUNT, g -> g.normalizedTokens().prompt()),
    TOKENS_COMPLETION(FieldKind.COUNT, g -> g.normalizedTokens().completion()),
    NATIVE_TOKENS_PROMPT(FieldKind.COUNT, g -> g.nativeTokens().prompt()),
    NATIVE_TOKENS_COMPLETION(FieldKind.COUNT, g -> g.nativeTokens().completion()),
    NATIVE_TOKENS_REASONING(FieldKind.COUNT, g -> g.nativeTokens().reasoning()),
    NATIVE_TOKENS_CACHED(FieldKind.COUNT, g -> g.nativeTokens().cached()),
    NATIVE_TOKENS_COMPLETION_IMAGES(FieldKind.COUNT, g -> g.nativeTokens().completionImages()),
    NUM_MEDIA_PROMPT(FieldKind.COUNT, g -> g.media().promptMedia()),
    NUM_INPUT_AUDIO_PROMPT(FieldKind.COUNT, g -> g.media().promptAudio()),
    NUM_MEDIA_COMPLETION(FieldKind.COUNT, g -> g.media().completionMedia()),
    NUM_SEARCH_RESULTS(FieldKind.COUNT, g -> g.media().searchResults()),
    NUM_FETCHES(FieldKind.COUNT, g -> g.media().fetches()),
    IS_BYOK(FieldKind.FLAG, g -> g.charges().byok()),
    USAGE(FieldKind.MONEY, g -> g.charges().usage()),
    TOTAL_COST(FieldKind.MONEY, g -> g.charges().totalCost()),
    UPSTREAM_INFERENCE_COST(FieldKind.MONEY, g -> g.charges().upstreamInferenceCost()),
    CACHE_DISCOUNT(FieldKind.MONEY, g -> g.charges().cacheDiscount());

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final FieldKind kind;
    private final Function<Generation, Optional<?>> value;

    MetadataField(FieldKind kind, Function<Generation, Optional<?>> value) {
        this.kind = kind;
        this.value = value;
    }

    /** The kind of the field's value. */
    public FieldKind kind() {
        return kind;
    }

    /** The field's name as OpenRouter spells it, e.g. {@code total_cost}. */
    public String wireName() {
        return wireName;
    }

    /**
     * The field's value in {@code generation} as canonical text: plain decimals, milliseconds, ISO
     * 8601, attempts as compact JSON. Empty if the record does not state it; so is a creation time
     * with another basis than the record.
     */
    public Optional<String> textIn(Generation generation) {
        Optional<?> stated = value.apply(generation);
        return stated.isPresent() ? Optional.of(stated.get().toString()) : Optional.empty();
    }

    private static Optional<?> recordedCreation(Generation generation) {
        return Optional.of(generation.created())
                .filter(created -> created.basis() == CreationTime.Basis.RECORD)
                .map(CreationTime::at);
    }
}
