package io.genledger.domain.generation;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;

/**
 * A {@link Generation} in the making, for programs that have its facts from elsewhere than a
 * document. What is not set was not reported. The one thing in this library that changes: for use
 * by one thread.
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
    private DocumentShape shape = DocumentShape.AS_DOCUMENTED;

    GenerationBuilder(GenerationId id, CreationTime created) {
        this.id = id;
        this.created = created;
    }

    /** Sets which one. */
    public GenerationBuilder with(GenerationId other) {
        id = other;
        return this;
    }

    /** Sets when. */
    public GenerationBuilder with(CreationTime other) {
        created = other;
        return this;
    }

    /** Sets what it belongs to. */
    public GenerationBuilder with(Lineage other) {
        lineage = other;
        return this;
    }

    /** Sets who asked. */
    public GenerationBuilder with(Attribution other) {
        attribution = other;
        return this;
    }

    /** Sets who served. */
    public GenerationBuilder with(Routing other) {
        routing = other;
        return this;
    }

    /** Sets what was asked for and how it ended. */
    public GenerationBuilder with(Completion other) {
        completion = other;
        return this;
    }

    /** Sets how long it took. */
    public GenerationBuilder with(Timing other) {
        timing = other;
        return this;
    }

    /** Sets tokens for comparing models. */
    public GenerationBuilder with(NormalizedTokens other) {
        normalizedTokens = other;
        return this;
    }

    /** Sets tokens that are billed. */
    public GenerationBuilder with(NativeTokens other) {
        nativeTokens = other;
        return this;
    }

    /** Sets what went in and out beside tokens. */
    public GenerationBuilder with(MediaUsage other) {
        media = other;
        return this;
    }

    /** Sets the money as stated. */
    public GenerationBuilder with(Charges other) {
        charges = other;
        return this;
    }

    /** Sets what the document looked like. */
    public GenerationBuilder with(DocumentShape other) {
        shape = other;
        return this;
    }

    /** The generation. */
    public Generation build() {
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
                shape);
    }
}
