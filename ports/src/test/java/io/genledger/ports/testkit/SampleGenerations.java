package io.genledger.ports.testkit;

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
import io.genledger.domain.generation.Timing;
import io.genledger.domain.ledger.LedgerEntry;
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
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Generations to test with, and what a ledger would record of them. */
public final class SampleGenerations {

    /** When the samples were created. */
    public static final Instant CREATED = Instant.parse("2025-08-20T08:02:08.519552Z");

    /** When their documents were received. */
    public static final Instant RECEIVED = Instant.parse("2025-08-20T08:02:30Z");

    private SampleGenerations() {}

    /** An id in the vendor's shape; the same number gives the same id. */
    public static GenerationId id(int number) {
        return new GenerationId("gen-1755676927-Sample%014d".formatted(number));
    }

    /** A generation that says nothing but its id, its time and its money. */
    public static Generation costing(GenerationId id, Charges charges) {
        return Generation.builder(id, CreationTime.recorded(CREATED)).with(charges).build();
    }

    /** Money charged to credits. */
    public static Charges credits(String usage) {
        Optional<UsdAmount> amount = Optional.of(UsdAmount.of(usage));
        return new Charges(
                Optional.of(false), amount, amount, Optional.of(UsdAmount.ZERO), Optional.empty());
    }

    /** Money charged to an own key: OpenRouter's fee, and the upstream cost if it is stated. */
    public static Charges byok(String fee, Optional<String> upstream) {
        Optional<UsdAmount> usage = Optional.of(UsdAmount.of(fee));
        return new Charges(
                Optional.of(true), usage, usage, upstream.map(UsdAmount::of), Optional.empty());
    }

    /** A generation in which each of the 45 documented fields has a value of its own. */
    public static Generation complete(GenerationId id) {
        return new Generation(
                id,
                CreationTime.recorded(CREATED),
                new Lineage(
                        Optional.of(new UpstreamId("chatcmpl-1")),
                        Optional.of(new RequestId("req-1")),
                        Optional.of(new SessionId("session-1")),
                        Optional.of("gen-1755676000-Source00000000000000")),
                attribution(),
                routing("anthropic/claude-3-haiku", "Anthropic"),
                new Completion(
                        Optional.of(new ApiType("completions")),
                        Optional.of(true),
                        Optional.of(false),
                        Optional.of(FinishReason.STOP),
                        Optional.of(new FinishReason("end_turn"))),
                new Timing(milliseconds(337), milliseconds(12), milliseconds(47)),
                new NormalizedTokens(tokens(10), tokens(4)),
                new NativeTokens(tokens(11), tokens(7), tokens(3), tokens(5), tokens(1)),
                new MediaUsage(items(1), items(2), items(3), items(4), items(5)),
                new Charges(
                        Optional.of(true),
                        Optional.of(UsdAmount.of("0.000070929")),
                        Optional.of(UsdAmount.of("0.000070929")),
                        Optional.of(UsdAmount.of("0.00141858")),
                        Optional.of(UsdAmount.of("-0.0000125"))),
                new DocumentShape(DocumentKind.METADATA, Set.of(), Map.of("energy_wh", "0.25")));
    }

    /** A generation that says nothing but its id: every field that is documented is null. */
    public static Generation silent(GenerationId id) {
        return new Generation(
                id,
                CreationTime.of(Optional.empty(), id, RECEIVED),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                Routing.UNREPORTED,
                Completion.UNREPORTED,
                Timing.UNREPORTED,
                NormalizedTokens.UNREPORTED,
                NativeTokens.UNREPORTED,
                MediaUsage.UNREPORTED,
                Charges.UNREPORTED,
                DocumentShape.AS_DOCUMENTED);
    }

    /** The same generation from a document that looked different. */
    public static Generation withShape(Generation g, DocumentShape shape) {
        return new Generation(
                g.id(),
                g.created(),
                g.lineage(),
                g.attribution(),
                g.routing(),
                g.completion(),
                g.timing(),
                g.normalizedTokens(),
                g.nativeTokens(),
                g.media(),
                g.charges(),
                shape);
    }

    /** The same generation with other money. */
    public static Generation withCharges(Generation generation, Charges charges) {
        return generation.toBuilder().with(charges).build();
    }

    /** The same figures, as the completion states them and not the generation's own record. */
    public static Generation inline(Generation generation) {
        DocumentShape shape = generation.shape();
        return generation.toBuilder()
                .with(new DocumentShape(DocumentKind.COMPLETION, shape.absent(), shape.unknown()))
                .build();
    }

    /** The same generation, created at another time. */
    public static Generation createdAt(Generation generation, Instant at) {
        return generation.toBuilder().with(CreationTime.recorded(at)).build();
    }

    /** The same generation, served by another model and provider. */
    public static Generation servedBy(Generation generation, String model, String provider) {
        return generation.toBuilder().with(routing(model, provider)).build();
    }

    /** What a ledger records of {@code generation}: its document is a text that names it. */
    public static Recording recording(Generation generation) {
        return new Recording(LedgerEntry.of(generation), document(generation.id()));
    }

    /** A document about {@code id} that only a fake decoder can read. */
    public static MetadataDocument document(GenerationId id) {
        byte[] bytes = ("{\"data\":{\"id\":\"" + id + "\"}}").getBytes(StandardCharsets.UTF_8);
        return new MetadataDocument(Optional.of(id), bytes, RECEIVED);
    }

    private static Attribution attribution() {
        return new Attribution(
                Optional.of(new AppId(179379)),
                Optional.of("https://example.org/"),
                Optional.of("https://example.org/chat"),
                Optional.of("curl/8"),
                Optional.of(new ExternalUser("user-1")),
                Optional.of(new WorkspaceId("workspace-1")),
                Optional.of(new PresetId("preset-1")));
    }

    private static Routing routing(String model, String provider) {
        return new Routing(
                Optional.of(new ModelSlug(model)),
                Optional.of(new ProviderName(provider)),
                Optional.of(new RouterName("openrouter/auto")),
                Optional.of(new ServiceTier("flex")),
                Optional.of(new DataRegion("europe")),
                Optional.of(new WebSearchEngine("exa")),
                List.of(
                        new ProviderAttempt(
                                Optional.of(new ProviderName(provider)),
                                Optional.of(200),
                                milliseconds(337),
                                Optional.of(true),
                                Optional.of(new ModelSlug(model)),
                                Optional.of("endpoint-1"),
                                Optional.of("msg_1"),
                                Optional.of(new ServiceTier("flex")))));
    }

    private static Optional<Duration> milliseconds(long value) {
        return Optional.of(Duration.ofMillis(value));
    }

    private static Optional<TokenCount> tokens(long value) {
        return Optional.of(new TokenCount(value));
    }

    private static Optional<ItemCount> items(long value) {
        return Optional.of(new ItemCount(value));
    }
}
