package io.genledger.domain.generation;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;

/**
 * One generation: everything {@code GET /generation} documents, grouped. Only the id is
 * indispensable; an empty {@code Optional} anywhere means that OpenRouter did not say.
 *
 * @param id which one
 * @param created when
 * @param lineage what it belongs to
 * @param attribution who asked
 * @param routing who served
 * @param completion what was asked for and how it ended
 * @param timing how long it took
 * @param normalizedTokens tokens for comparing models
 * @param nativeTokens tokens that are billed
 * @param media what went in and out beside tokens
 * @param charges the money as stated
 * @param shape what the document looked like beside these values
 */
public record Generation(
        GenerationId id,
        CreationTime created,
        Lineage lineage,
        Attribution attribution,
        Routing routing,
        Completion completion,
        Timing timing,
        NormalizedTokens normalizedTokens,
        NativeTokens nativeTokens,
        MediaUsage media,
        Charges charges,
        DocumentShape shape) {

    /**
     * Whether tokens were read from a cache and the record does not state what that saved, as
     * occurs (contract.md, "Cache").
     */
    public boolean savedAnUnknownAmount() {
        return charges.cacheDiscount().isEmpty()
                && nativeTokens.cached().filter(cached -> cached.value() > 0).isPresent();
    }

    /**
     * Whether text was generated, and not a vector, a ranking, a picture or a sound. Where {@code
     * api_type} is not stated, the kind in the id tells.
     */
    public boolean isOfText() {
        return completion.apiType().map(ApiType::isOfText).orElseGet(() -> id.kind().isEmpty());
    }

    /** Begins a generation of which nothing is known but its id and its time. */
    public static GenerationBuilder builder(GenerationId id, CreationTime created) {
        return new GenerationBuilder(id, created);
    }

    /** Begins a generation that says the same, for some of it to be said differently. */
    public GenerationBuilder toBuilder() {
        return new GenerationBuilder(id, created)
                .with(lineage)
                .with(attribution)
                .with(routing)
                .with(completion)
                .with(timing)
                .with(normalizedTokens)
                .with(nativeTokens)
                .with(media)
                .with(charges)
                .with(shape);
    }
}
