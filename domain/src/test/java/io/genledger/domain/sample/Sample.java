package io.genledger.domain.sample;

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
import io.genledger.domain.generation.GenerationBuilder;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.lineage.RequestId;
import io.genledger.domain.lineage.SessionId;
import io.genledger.domain.lineage.UpstreamId;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A generation in the making: {@link #complete} or {@link #silent}, then one part another. */
public final class Sample {

    /** When the samples were created. */
    public static final Instant CREATED = Instant.parse("2025-08-20T08:02:08.519552Z");

    private final GenerationBuilder generation =
            Generation.builder(
                    new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf"),
                    CreationTime.recorded(CREATED));

    private Sample() {}

    /** Says nothing but its id and its time. */
    public static Sample silent() {
        return new Sample();
    }

    /** Says something in each of the 45 documented fields, and in one that is not documented. */
    public static Sample complete() {
        Sample sample = new Sample();
        sample.with(
                new Lineage(
                        Optional.of(new UpstreamId("chatcmpl-1")),
                        Optional.of(new RequestId("req-1")),
                        Optional.of(new SessionId("session-1")),
                        Optional.of("gen-1755676000-Source00000000000000")));
        sample.with(
                new Attribution(
                        Optional.of(new AppId(179379)),
                        Optional.of("https://example.org/"),
                        Optional.of("https://example.org/chat"),
                        Optional.of("curl/8"),
                        Optional.of(new ExternalUser("user-1")),
                        Optional.of(new WorkspaceId("workspace-1")),
                        Optional.of(new PresetId("preset-1"))));
        sample.with(
                new Routing(
                        Optional.of(new ModelSlug("anthropic/claude-3-haiku")),
                        Optional.of(new ProviderName("Anthropic")),
                        Optional.of(new RouterName("openrouter/auto")),
                        Optional.of(new ServiceTier("flex")),
                        Optional.of(new DataRegion("europe")),
                        Optional.of(new WebSearchEngine("exa")),
                        List.of(attempt())));
        sample.with(
                new Completion(
                        Optional.of(new ApiType("completions")),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(FinishReason.STOP),
                        Optional.of(new FinishReason("end_turn"))));
        sample.with(
                new Timing(
                        Optional.of(Duration.ofNanos(337_500_000)),
                        Optional.of(Duration.ofMillis(12)),
                        Optional.of(Duration.ofMillis(4700))));
        sample.with(new NormalizedTokens(tokens(10), tokens(4)));
        sample.with(nativeTokens(11, 7, 3, 5));
        sample.with(new MediaUsage(items(1), items(2), items(3), items(4), items(5)));
        sample.with(charges(true, "0.000070929", "0.000070929", "0.00141858", "-0.0000125"));
        sample.with(
                new DocumentShape(DocumentKind.METADATA, Set.of(), Map.of("energy_wh", "0.25")));
        return sample;
    }

    /** A provider attempt that says everything. */
    public static ProviderAttempt attempt() {
        return new ProviderAttempt(
                Optional.of(new ProviderName("Anthropic")),
                Optional.of(200),
                Optional.of(Duration.ofMillis(337)),
                Optional.of(true),
                Optional.of(new ModelSlug("anthropic/claude-3-haiku-20240307")),
                Optional.of("endpoint-1"),
                Optional.of("msg_1"),
                Optional.of(new ServiceTier("flex")));
    }

    /** Money as stated; {@code null} where nothing is. */
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

    /** Money charged to credits, and nothing else. */
    public static Charges credits(String usage) {
        return charges(false, usage, usage, null, null);
    }

    /** Billed tokens. */
    public static NativeTokens nativeTokens(
            long prompt, long completion, long reasoning, long cached) {
        return new NativeTokens(
                tokens(prompt), tokens(completion), tokens(reasoning), tokens(cached), tokens(1));
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

    /** Served by another model, by no provider in particular. */
    public Sample model(String slug) {
        return with(Optional.of(new ModelSlug(slug)), List.of());
    }

    /** Served after these attempts, by no model in particular. */
    public Sample attempts(ProviderAttempt... attempts) {
        return with(Optional.empty(), List.of(attempts));
    }

    /** The generation. */
    public Generation build() {
        return generation.build();
    }

    private Sample with(Optional<ModelSlug> model, List<ProviderAttempt> attempts) {
        return with(
                new Routing(
                        model,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        attempts));
    }

    private static Optional<UsdAmount> amount(@Nullable String text) {
        return Optional.ofNullable(text).map(UsdAmount::of);
    }

    private static Optional<TokenCount> tokens(long value) {
        return Optional.of(new TokenCount(value));
    }

    private static Optional<ItemCount> items(long value) {
        return Optional.of(new ItemCount(value));
    }
}
