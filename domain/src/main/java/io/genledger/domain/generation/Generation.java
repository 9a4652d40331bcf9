package io.genledger.domain.generation;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;

/**
 * One generation: all documented fields of {@code GET /generation}, grouped (OPENROUTER.md §3). An
 * empty {@code Optional} means that OpenRouter did not state the value.
 *
 * @param id the identity
 * @param created the time of creation
 * @param lineage the request and session it belongs to
 * @param attribution the app and user it is for
 * @param routing the model, the provider and the attempts
 * @param completion the API and the finish reason
 * @param timing the durations
 * @param normalizedTokens the tokens by which models are compared
 * @param nativeTokens the tokens that are billed
 * @param media the media and tool calls
 * @param charges the amounts as stated
 * @param shape the form of the document
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
     * Whether tokens were read from a prompt cache and the record does not state what that saved
     * (OPENROUTER.md §6.1).
     */
    public boolean savedAnUnknownAmount() {
        return charges.cacheDiscount().isEmpty()
                && nativeTokens.cached().filter(cached -> cached.value() > 0).isPresent();
    }

    /**
     * Whether text was generated, and not an embedding, a ranking, an image, a video or speech. If
     * {@code api_type} is not stated, the kind in the id decides.
     */
    public boolean isOfText() {
        return completion.apiType().map(ApiType::isOfText).orElseGet(() -> id.kind().isEmpty());
    }

    /**
     * Whether zero-completion insurance covers this generation, so that OpenRouter does not bill
     * its tokens (OPENROUTER.md §7.2): a text completion that failed, or that has neither output
     * nor a finish reason. A cancelled one is not covered.
     */
    public boolean isInsured() {
        boolean failed = completion.finishReason().filter(FinishReason.ERROR::equals).isPresent();
        boolean empty =
                nativeTokens.completion().filter(TokenCount.ZERO::equals).isPresent()
                        && completion.finishReasonIsBlank();
        return (failed || empty) && !completion.wasCancelled() && isOfText();
    }

    /** A builder of a generation with an id and a time of creation. */
    public static GenerationBuilder builder(GenerationId id, CreationTime created) {
        return new GenerationBuilder(id, created);
    }

    /** A builder that begins with all values of this generation. */
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
