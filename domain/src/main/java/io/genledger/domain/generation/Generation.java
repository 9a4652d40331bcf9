package io.genledger.domain.generation;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.ApiType;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import java.util.List;
import java.util.Optional;

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
     * Whether it is of {@code type}. If {@code api_type} is not stated, {@code kindInId} decides,
     * the kind that ids of this type name (OPENROUTER.md §2.1).
     */
    private boolean is(ApiType type, Optional<String> kindInId) {
        return completion.apiType().map(type::equals).orElseGet(() -> id.kind().equals(kindInId));
    }

    /**
     * Whether text was generated: {@code api_type} is {@code completions}, or it is not stated and
     * the id names no kind. Any other type, also an unknown one, is no text (OPENROUTER.md §3.4).
     */
    public boolean isOfText() {
        return is(ApiType.COMPLETIONS, Optional.empty());
    }

    /** Whether images were generated. */
    public boolean isOfImages() {
        return is(ApiType.IMAGE, Optional.of("img"));
    }

    /** Whether speech was generated. */
    public boolean isOfSpeech() {
        return is(ApiType.SPEECH, Optional.of("tts"));
    }

    /**
     * Whether the client cut it off: it is marked as cancelled, or the last attempt has status 499
     * (OPENROUTER.md §3.5). Such a call may be charged.
     */
    public boolean wasCutOff() {
        List<ProviderAttempt> attempts = routing.attempts();
        return completion.wasCancelled()
                || (!attempts.isEmpty() && attempts.get(attempts.size() - 1).wasCancelled());
    }

    /**
     * Whether zero-completion insurance covers it: text that failed or has no output, and was not
     * cut off by the client (OPENROUTER.md §7.2).
     */
    public boolean isInsured() {
        boolean empty =
                nativeTokens.completion().filter(TokenCount.ZERO::equals).isPresent()
                        && completion.finishReasonIsBlank();
        return isOfText() && (completion.failed() || empty) && !wasCutOff();
    }

    /**
     * Whether it is an image that failed or was cut off, which is not billed at all (OPENROUTER.md
     * §7.3).
     */
    public boolean isFailedImage() {
        return isOfImages() && (completion.failed() || wasCutOff());
    }

    /**
     * Whether it is speech that failed or was cut off: it is billed in full if any audio came
     * before, and else not at all (OPENROUTER.md §7.3).
     */
    public boolean isFailedSpeech() {
        return isOfSpeech() && (completion.failed() || wasCutOff());
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
