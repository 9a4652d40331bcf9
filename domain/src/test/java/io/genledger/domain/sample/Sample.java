package io.genledger.domain.sample;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationBuilder;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds a generation to test with: {@link #complete} or {@link #silent}, then some parts changed.
 */
public final class Sample {

    /** When the samples were created. */
    public static final Instant CREATED = Instant.parse("2025-08-20T08:02:08.519552Z");

    private final GenerationBuilder generation =
            Generation.builder(
                    new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf"),
                    CreationTime.recorded(CREATED));

    private Sample() {}

    /** States only its id and its time. */
    public static Sample silent() {
        return new Sample();
    }

    /** States each of the 45 documented fields, and one that is not documented. */
    public static Sample complete() {
        return silent().with(
                        Lineage.ofSession("session-1")
                                .withUpstream("chatcmpl-1")
                                .withRequest("req-1")
                                .withResponseCacheSource("gen-1755676000-Source00000000000000"))
                .with(
                        Attribution.ofUser("user-1")
                                .withApp(179379)
                                .withOrigin("https://example.org/")
                                .withHttpReferer("https://example.org/chat")
                                .withUserAgent("curl/8")
                                .withWorkspace("workspace-1")
                                .withPreset("preset-1"))
                .with(routing("anthropic/claude-3-haiku", "Anthropic").withAttempts(attempt()))
                .with(
                        Completion.of(FinishReason.STOP)
                                .withNativeFinishReason(new FinishReason("end_turn"))
                                .withApiType("completions")
                                .withStreamed(true)
                                .withCancelled(false))
                .with(
                        Timing.of(Duration.ofNanos(337_500_000), Duration.ofMillis(4700))
                                .withModerationLatency(Duration.ofMillis(12)))
                .with(NormalizedTokens.of(10, 4))
                .with(nativeTokens(11, 7, 3, 5))
                .with(
                        MediaUsage.UNREPORTED
                                .withPromptMedia(1)
                                .withPromptAudio(2)
                                .withCompletionMedia(3)
                                .withSearchResults(4)
                                .withFetches(5))
                .with(charges(true, "0.000070929", "0.000070929", "0.00141858", "-0.0000125"))
                .with(
                        new DocumentShape(
                                DocumentKind.METADATA, Set.of(), Map.of("energy_wh", "0.25")));
    }

    /** The route to a model at a provider, with a value in each field but no attempts. */
    public static Routing routing(String model, String provider) {
        return Routing.of(model, provider)
                .withRouter("openrouter/auto")
                .withServiceTier("flex")
                .withDataRegion("europe")
                .withWebSearchEngine("exa");
    }

    /** A provider attempt with a value in each field. */
    public static ProviderAttempt attempt() {
        return attempt("anthropic/claude-3-haiku-20240307", "Anthropic");
    }

    /** A successful attempt at a provider, with a value in each field. */
    public static ProviderAttempt attempt(String model, String provider) {
        return ProviderAttempt.of(provider, 200)
                .withLatency(Duration.ofMillis(337))
                .withByok(true)
                .withModel(model)
                .withEndpointId("endpoint-1")
                .withUpstreamId("msg_1")
                .withRoutedServiceTier("flex");
    }

    /** Amounts as stated; {@code null} for one that is not. */
    public static Charges charges(
            @Nullable Boolean byok,
            @Nullable String usage,
            @Nullable String totalCost,
            @Nullable String upstream,
            @Nullable String cacheDiscount) {
        return new Charges(
                Optional.ofNullable(byok),
                amount(usage),
                amount(totalCost),
                amount(upstream),
                amount(cacheDiscount));
    }

    /** The charges of a call paid from credits. */
    public static Charges credits(String usage) {
        return charges(false, usage, usage, null, null);
    }

    /** Billed tokens. */
    public static NativeTokens nativeTokens(
            long prompt, long completion, long reasoning, long cached) {
        return NativeTokens.of(prompt, completion)
                .withReasoning(reasoning)
                .withCached(cached)
                .withCompletionImages(1);
    }

    /** With another id. */
    public Sample id(String other) {
        generation.with(new GenerationId(other));
        return this;
    }

    /** With another time. */
    public Sample with(CreationTime other) {
        generation.with(other);
        return this;
    }

    /** With another lineage. */
    public Sample with(Lineage other) {
        generation.with(other);
        return this;
    }

    /** With another attribution. */
    public Sample with(Attribution other) {
        generation.with(other);
        return this;
    }

    /** With another completion. */
    public Sample with(Completion other) {
        generation.with(other);
        return this;
    }

    /** With another timing. */
    public Sample with(Timing other) {
        generation.with(other);
        return this;
    }

    /** With other normalised tokens. */
    public Sample with(NormalizedTokens other) {
        generation.with(other);
        return this;
    }

    /** With other billed tokens. */
    public Sample with(NativeTokens other) {
        generation.with(other);
        return this;
    }

    /** With other money. */
    public Sample with(Charges other) {
        generation.with(other);
        return this;
    }

    /** With another route. */
    public Sample with(Routing other) {
        generation.with(other);
        return this;
    }

    /** With other media. */
    public Sample with(MediaUsage other) {
        generation.with(other);
        return this;
    }

    /** With another shape. */
    public Sample with(DocumentShape other) {
        generation.with(other);
        return this;
    }

    /** Routed to another model, and nothing else stated of the route. */
    public Sample model(String slug) {
        return with(Routing.UNREPORTED.withModel(slug));
    }

    /** Routed by these attempts, and nothing else stated of the route. */
    public Sample attempts(ProviderAttempt... attempts) {
        return with(Routing.UNREPORTED.withAttempts(attempts));
    }

    /** The generation. */
    public Generation build() {
        return generation.build();
    }

    private static Optional<UsdAmount> amount(@Nullable String text) {
        return Optional.ofNullable(text).map(UsdAmount::of);
    }
}
