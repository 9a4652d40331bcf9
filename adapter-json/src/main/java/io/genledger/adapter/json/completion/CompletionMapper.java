package io.genledger.adapter.json.completion;

import static io.genledger.domain.generation.MetadataField.*;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.completion.WireChoices.Choice;
import io.genledger.adapter.json.completion.WireUsage.CompletionDetails;
import io.genledger.adapter.json.completion.WireUsage.CostDetails;
import io.genledger.adapter.json.completion.WireUsage.OutputDetails;
import io.genledger.adapter.json.completion.WireUsage.PromptDetails;
import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.document.UndecodableDocumentException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Maps a completion's inline usage to a generation. For one use by one thread. */
final class CompletionMapper {

    private final WireCompletion body;
    private final boolean isInEvent;
    private final DocumentInput document;
    private final Optional<GenerationId> given;

    /** The fields of a record that the completion does not have, as far as they were read. */
    private final Set<MetadataField> absent = EnumSet.allOf(MetadataField.class);

    /**
     * Maps a body, or the event around one.
     *
     * @param given the id of the generation, if the body has none of OpenRouter's
     */
    CompletionMapper(
            WireCompletion completion, DocumentInput document, Optional<GenerationId> given) {
        this.given = given;
        this.body = completion.response().value().orElse(completion);
        this.isInEvent = completion.response().value().isPresent();
        this.document = document;
    }

    /** The id of the generation, as the body states it. */
    Optional<GenerationId> statedId() {
        return body.generationId().or(body.id()).value();
    }

    /** Whether another gateway or a reseller made the body (OPENROUTER.md §14). */
    boolean isOfAnotherGateway() {
        return body.conversation().containsKey("cost")
                || body.usage()
                        .value()
                        .filter(usage ->
                                usage.unknown().containsKey("market_cost")
                                        || usage.unknown().containsKey("gateway_cost"))
                        .isPresent()
                || statedId().filter(id -> id.value().startsWith("gen_")).isPresent();
    }

    /** Whether the body has inline usage. */
    boolean hasFigures() {
        nativeTokens();
        charges();
        return absent.size() < MetadataField.values().length
                || body.usage().value().filter(usage -> !usage.allUnknown().isEmpty()).isPresent();
    }

    /**
     * The generation, with the values that its completion states.
     *
     * @throws UndecodableDocumentException if the body has no inline usage, or neither the document
     *     nor the request has an id
     */
    Generation generation() {
        return generation(true);
    }

    /**
     * The generation, with the values that its completion states.
     *
     * @param requiresFigures whether to refuse a body without inline usage
     */
    Generation generation(boolean requiresFigures) {
        NativeTokens tokens = nativeTokens();
        Charges charges = charges();
        Map<String, String> unknown =
                body.usage().value().map(WireUsage::allUnknown).orElse(Map.of());
        if (requiresFigures
                && unknown.isEmpty()
                && absent.size() == MetadataField.values().length) {
            throw DocumentInput.refusal(
                    usage(),
                    "the completion's inline usage, found none: track its id and collect its"
                            + " record");
        }
        Optional<GenerationId> stated = get(ID, body.generationId().or(body.id()));
        GenerationId id =
                DocumentInput.required(
                        stated.filter(GenerationId::isShapedLikeOpenRouters)
                                .or(() -> given)
                                .or(() -> stated));
        return new Generation(
                id,
                document.created(
                        get(CREATED_AT, body.created().or(body.createdAt()))
                                .map(WireCompletion.Creation::at)
                                // Images state 0 where they do not state it (OPENROUTER.md §9.2).
                                .filter(Instant.EPOCH::isBefore),
                        id),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                routing(),
                completion(),
                Timing.UNREPORTED,
                NormalizedTokens.UNREPORTED,
                tokens,
                MediaUsage.UNREPORTED,
                charges,
                // Last, when all other fields were read.
                new DocumentShape(DocumentKind.COMPLETION, absent, unknown));
    }

    /** The path of the inline usage. */
    private String usage() {
        return isInEvent ? "response.usage" : "usage";
    }

    private Routing routing() {
        return new Routing(
                get(MODEL, body.model()),
                get(PROVIDER_NAME, body.provider()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Completion completion() {
        Stated<Choice> choice = body.choices().field(WireChoices::first);
        return new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                get(FINISH_REASON, choice.field(Choice::finishReason)),
                get(NATIVE_FINISH_REASON, choice.field(Choice::nativeFinishReason)));
    }

    private NativeTokens nativeTokens() {
        Stated<CompletionDetails> chat = figure(WireUsage::completionTokensDetails);
        Stated<OutputDetails> responses = figure(WireUsage::outputTokensDetails);
        return new NativeTokens(
                promptTokens(),
                get(
                        NATIVE_TOKENS_COMPLETION,
                        figure(WireUsage::completionTokens).or(figure(WireUsage::outputTokens))),
                get(
                        NATIVE_TOKENS_REASONING,
                        chat.field(CompletionDetails::reasoningTokens)
                                .or(responses.field(OutputDetails::reasoningTokens))
                                .or(responses.field(OutputDetails::thinkingTokens))),
                get(
                        NATIVE_TOKENS_CACHED,
                        cached(WireUsage::promptTokensDetails)
                                .or(cached(WireUsage::inputTokensDetails))
                                .or(figure(WireUsage::cacheReadInputTokens))),
                get(NATIVE_TOKENS_COMPLETION_IMAGES, chat.field(CompletionDetails::imageTokens)));
    }

    /**
     * The whole prompt: the messages API counts its cached parts separately (OPENROUTER.md §9.2).
     */
    private Optional<TokenCount> promptTokens() {
        Stated<TokenCount> whole = figure(WireUsage::promptTokens);
        long cachedParts =
                count(WireUsage::cacheReadInputTokens) + count(WireUsage::cacheCreationInputTokens);
        long separate = whole.value().isPresent() ? 0 : cachedParts;
        return get(NATIVE_TOKENS_PROMPT, whole.or(figure(WireUsage::inputTokens)))
                .map(count -> withinLimit(count.value() + separate));
    }

    private TokenCount withinLimit(long promptTokens) {
        if (promptTokens > Limits.COUNT) {
            throw DocumentInput.refusal(
                    usage() + ".input_tokens",
                    String.format(
                            Locale.ROOT,
                            "at most %,d tokens together with those of the cache, found %,d",
                            Limits.COUNT,
                            promptTokens));
        }
        return new TokenCount(promptTokens);
    }

    private long count(Function<WireUsage, Stated<TokenCount>> component) {
        return figure(component).value().map(TokenCount::value).orElse(0L);
    }

    private Stated<TokenCount> cached(Function<WireUsage, Stated<PromptDetails>> details) {
        return figure(details).field(PromptDetails::cachedTokens);
    }

    private Charges charges() {
        return new Charges(
                get(IS_BYOK, figure(WireUsage::isByok)),
                get(USAGE, figure(WireUsage::cost)),
                Optional.empty(),
                get(
                        UPSTREAM_INFERENCE_COST,
                        figure(WireUsage::costDetails).field(CostDetails::upstreamInferenceCost)),
                Optional.empty());
    }

    private <T> Stated<T> figure(Function<WireUsage, Stated<T>> component) {
        return body.usage().field(component);
    }

    private <T> Optional<T> get(MetadataField field, Stated<T> stated) {
        if (!stated.isAbsent()) {
            absent.remove(field);
        }
        return stated.value();
    }
}
