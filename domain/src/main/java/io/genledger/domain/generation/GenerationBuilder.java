package io.genledger.domain.generation;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import java.util.Optional;

/**
 * Builds a {@link Generation} from values. A field that is not set is absent. Mutable: for use by
 * one thread.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="builder"}
 */
public final class GenerationBuilder {

    private GenerationId id;
    private CreationTime created;
    private Lineage lineage = Lineage.UNREPORTED;
    private Attribution attribution = Attribution.UNREPORTED;
    private Routing routing = Routing.UNREPORTED;
    private Completion completion = Completion.UNREPORTED;
    private Timing timing = Timing.UNREPORTED;
    private NormalizedTokens normalizedTokens = NormalizedTokens.UNREPORTED;
    private NativeTokens nativeTokens = NativeTokens.UNREPORTED;
    private MediaUsage media = MediaUsage.UNREPORTED;
    private Charges charges = Charges.UNREPORTED;
    private Optional<DocumentShape> shape = Optional.empty();

    GenerationBuilder(GenerationId id, CreationTime created) {
        this.id = id;
        this.created = created;
    }

    /** Sets the id. */
    public GenerationBuilder with(GenerationId other) {
        id = other;
        return this;
    }

    /** Sets the time of creation. */
    public GenerationBuilder with(CreationTime other) {
        created = other;
        return this;
    }

    /** Sets the request and session it belongs to. */
    public GenerationBuilder with(Lineage other) {
        lineage = other;
        return this;
    }

    /** Sets the app and user it is for. */
    public GenerationBuilder with(Attribution other) {
        attribution = other;
        return this;
    }

    /** Sets the model and the provider. */
    public GenerationBuilder with(Routing other) {
        routing = other;
        return this;
    }

    /** Sets the API and the finish reason. */
    public GenerationBuilder with(Completion other) {
        completion = other;
        return this;
    }

    /** Sets the durations. */
    public GenerationBuilder with(Timing other) {
        timing = other;
        return this;
    }

    /** Sets the tokens by which models are compared. */
    public GenerationBuilder with(NormalizedTokens other) {
        normalizedTokens = other;
        return this;
    }

    /** Sets the tokens that are billed. */
    public GenerationBuilder with(NativeTokens other) {
        nativeTokens = other;
        return this;
    }

    /** Sets media and tool calls. */
    public GenerationBuilder with(MediaUsage other) {
        media = other;
        return this;
    }

    /** Sets the amounts as stated. */
    public GenerationBuilder with(Charges other) {
        charges = other;
        return this;
    }

    /**
     * Sets the shape of the document. Without a shape it is a record in which every field without a
     * value is absent, not {@code null}.
     */
    public GenerationBuilder with(DocumentShape other) {
        shape = Optional.of(other);
        return this;
    }

    /** The generation with the values set so far. */
    public Generation build() {
        return build(
                shape.orElseGet(
                        () -> DocumentShape.withoutNulls(build(DocumentShape.AS_DOCUMENTED))));
    }

    private Generation build(DocumentShape documentShape) {
        return new Generation(
                id,
                created,
                lineage,
                attribution,
                routing,
                completion,
                timing,
                normalizedTokens,
                nativeTokens,
                media,
                charges,
                documentShape);
    }
}
