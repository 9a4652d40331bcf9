package io.genledger.ports.testkit;

import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.money.Charges;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Generations to test with, and what a ledger would record of them. */
public final class SampleGenerations {

    /** When the samples were created. */
    public static final Instant CREATED = Sample.CREATED;

    /** When their documents were received. */
    public static final Instant RECEIVED = Instant.parse("2025-08-20T08:02:30Z");

    private SampleGenerations() {}

    /** An id in the vendor's shape; the same number gives the same id. */
    public static GenerationId id(int number) {
        return new GenerationId("gen-1755676927-Sample%014d".formatted(number));
    }

    /** A generation that states only its id, its time and its charges. */
    public static Generation costing(GenerationId id, Charges charges) {
        return Sample.silent().id(id.value()).with(charges).build();
    }

    /** The charges of a call paid from credits. */
    public static Charges credits(String usage) {
        return Charges.ofCredits(UsdAmount.of(usage)).withUpstreamInferenceCost(UsdAmount.ZERO);
    }

    /** The charges of a BYOK call: OpenRouter's fee, and the upstream cost if it is stated. */
    public static Charges byok(String fee, Optional<String> upstream) {
        return Sample.charges(true, fee, fee, upstream.orElse(null), null);
    }

    /** A generation in which each of the 45 documented fields has a value. */
    public static Generation complete(GenerationId id) {
        return Sample.complete()
                .id(id.value())
                .with(routing("anthropic/claude-3-haiku", "Anthropic"))
                .with(
                        Timing.of(Duration.ofMillis(337), Duration.ofMillis(47))
                                .withModerationLatency(Duration.ofMillis(12)))
                .build();
    }

    /** A generation that states only its id: every other documented field is null. */
    public static Generation silent(GenerationId id) {
        return Generation.builder(id, CreationTime.of(Optional.empty(), id, RECEIVED))
                .with(DocumentShape.AS_DOCUMENTED)
                .build();
    }

    /** The same generation from a document of another shape. */
    public static Generation withShape(Generation generation, DocumentShape shape) {
        return generation.toBuilder().with(shape).build();
    }

    /** The same generation with other money. */
    public static Generation withCharges(Generation generation, Charges charges) {
        return generation.toBuilder().with(charges).build();
    }

    /** The same figures, as the completion states them and not the generation's own record. */
    public static Generation inline(Generation generation) {
        return ofKind(generation, DocumentKind.COMPLETION);
    }

    /** The same figures from a document of another kind. */
    public static Generation ofKind(Generation generation, DocumentKind kind) {
        DocumentShape shape = generation.shape();
        return withShape(generation, new DocumentShape(kind, shape.absent(), shape.unknown()));
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

    private static Routing routing(String model, String provider) {
        return Sample.routing(model, provider).withAttempts(Sample.attempt(model, provider));
    }
}
