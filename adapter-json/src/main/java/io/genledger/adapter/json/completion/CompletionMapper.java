package io.genledger.adapter.json.completion;

import static io.genledger.domain.generation.MetadataField.CREATED_AT;
import static io.genledger.domain.generation.MetadataField.FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.ID;
import static io.genledger.domain.generation.MetadataField.IS_BYOK;
import static io.genledger.domain.generation.MetadataField.MODEL;
import static io.genledger.domain.generation.MetadataField.NATIVE_FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_CACHED;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_PROMPT;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_REASONING;
import static io.genledger.domain.generation.MetadataField.PROVIDER_NAME;
import static io.genledger.domain.generation.MetadataField.UPSTREAM_INFERENCE_COST;
import static io.genledger.domain.generation.MetadataField.USAGE;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.completion.WireUsage.CompletionDetails;
import io.genledger.adapter.json.completion.WireUsage.CostDetails;
import io.genledger.adapter.json.completion.WireUsage.OutputDetails;
import io.genledger.adapter.json.completion.WireUsage.PromptDetails;
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
import io.genledger.ports.UndecodableDocumentException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Maps a completion's inline usage to a generation. For one use by one thread. */
final class CompletionMapper {

    private final WireCompletion body;
    private final WireUsage usage;
    private final DocumentInput document;

    /** The fields of a record that were not met yet. */
    private final Set<MetadataField> absent = EnumSet.allOf(MetadataField.class);

    /**
     * Maps a body, or the event around one.
     *
     * @throws UndecodableDocumentException if there is no inline usage
     */
    CompletionMapper(WireCompletion completion, DocumentInput document) {
        Optional<WireCompletion> response = completion.response().value();
        this.body = response.orElse(completion);
        this.usage =
                body.usage()
                        .value()
                        .filter(figures -> !figures.statesNothing())
                        .orElseThrow(() -> noUsage(response.isPresent() ? "response." : ""));
        this.document = document;
    }

    private static UndecodableDocumentException noUsage(String place) {
        return new UndecodableDocumentException(
                Optional.of(place + "usage"),
                1,
                "expected the completion's inline figures, found none: track its id and collect its"
                        + " own record",
                null);
    }

    /**
     * The generation, as far as its completion states it.
     *
     * @throws UndecodableDocumentException if neither the document nor the request has an id
     */
    Generation generation() {
        GenerationId id = document.id(get(ID, List.of(body.generationId(), body.id())));
        return new Generation(
                id,
                document.created(
                        get(CREATED_AT, List.of(body.created(), body.createdAt()))
                                .map(Creation::at),
                        id),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                routing(),
                completion(),
                Timing.UNREPORTED,
                NormalizedTokens.UNREPORTED,
                nativeTokens(),
                MediaUsage.UNREPORTED,
                charges(),
                // Last, when all other fields were asked for.
                new DocumentShape(DocumentKind.COMPLETION, absent, usage.allUnknown().byPath()));
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
        Stated<WireChoices.Choice> choice = body.choices().field(WireChoices::first);
        return new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                get(FINISH_REASON, choice.field(WireChoices.Choice::finishReason)),
                get(NATIVE_FINISH_REASON, choice.field(WireChoices.Choice::nativeFinishReason)));
    }

    private NativeTokens nativeTokens() {
        Stated<CompletionDetails> details = usage.completionTokensDetails();
        return new NativeTokens(
                promptTokens(),
                get(
                        NATIVE_TOKENS_COMPLETION,
                        List.of(usage.completionTokens(), usage.outputTokens())),
                get(
                        NATIVE_TOKENS_REASONING,
                        List.of(
                                details.field(CompletionDetails::reasoningTokens),
                                usage.outputTokensDetails().field(OutputDetails::reasoningTokens))),
                get(
                        NATIVE_TOKENS_CACHED,
                        List.of(
                                usage.promptTokensDetails().field(PromptDetails::cachedTokens),
                                usage.inputTokensDetails().field(PromptDetails::cachedTokens),
                                usage.cacheReadInputTokens())),
                get(
                        NATIVE_TOKENS_COMPLETION_IMAGES,
                        details.field(CompletionDetails::imageTokens)));
    }

    /** The whole prompt, as a record counts it: the messages API counts its cached parts apart. */
    private Optional<TokenCount> promptTokens() {
        get(NATIVE_TOKENS_PROMPT, List.of(usage.promptTokens(), usage.inputTokens()));
        return usage.promptTokens()
                .value()
                .or(() -> usage.inputTokens().value().map(this::withCached));
    }

    private TokenCount withCached(TokenCount uncached) {
        return new TokenCount(
                Stream.of(usage.cacheReadInputTokens(), usage.cacheCreationInputTokens())
                        .flatMap(part -> part.value().stream())
                        .mapToLong(TokenCount::value)
                        .reduce(uncached.value(), Long::sum));
    }

    private Charges charges() {
        return new Charges(
                get(IS_BYOK, usage.isByok()),
                get(USAGE, usage.cost()),
                Optional.empty(),
                get(
                        UPSTREAM_INFERENCE_COST,
                        usage.costDetails().field(CostDetails::upstreamInferenceCost)),
                Optional.empty());
    }

    private <T> Optional<T> get(MetadataField field, Stated<T> stated) {
        return get(field, List.of(stated));
    }

    /** The first value there is, in {@code places} of one field, the best place first. */
    private <T> Optional<T> get(MetadataField field, List<Stated<T>> places) {
        if (!places.stream().allMatch(Stated::isAbsent)) {
            absent.remove(field);
        }
        return places.stream().flatMap(place -> place.value().stream()).findFirst();
    }
}
