package io.genledger.adapter.json;

import static io.genledger.domain.generation.MetadataField.CREATED_AT;
import static io.genledger.domain.generation.MetadataField.FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.ID;
import static io.genledger.domain.generation.MetadataField.IS_BYOK;
import static io.genledger.domain.generation.MetadataField.MODEL;
import static io.genledger.domain.generation.MetadataField.NATIVE_FINISH_REASON;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_CACHED;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_COMPLETION_IMAGES;
import static io.genledger.domain.generation.MetadataField.NATIVE_TOKENS_REASONING;
import static io.genledger.domain.generation.MetadataField.PROVIDER_NAME;
import static io.genledger.domain.generation.MetadataField.UPSTREAM_INFERENCE_COST;
import static io.genledger.domain.generation.MetadataField.USAGE;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.completion.Completion;
import io.genledger.domain.completion.FinishReason;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.DocumentShape;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.lineage.Lineage;
import io.genledger.domain.money.Charges;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** From a completion's inline figures to the domain's values. */
final class CompletionMapping {

    private final CompletionBody body;
    private final MetadataDocument document;

    CompletionMapping(CompletionBody body, MetadataDocument document) {
        this.body = body;
        this.document = document;
    }

    /**
     * The generation, as far as its completion tells.
     *
     * @throws UndecodableDocumentException if a field cannot be read, or nobody knows the id
     */
    Generation generation() {
        GenerationId id = GenerationMapping.idOf(get(ID, Scalars::id), document);
        return new Generation(
                id,
                CreationTime.of(
                        get(CREATED_AT, Scalars::secondOrMoment), id, document.receivedAt()),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                routing(),
                completion(),
                Timing.UNREPORTED,
                NormalizedTokens.UNREPORTED,
                nativeTokens(),
                MediaUsage.UNREPORTED,
                charges(),
                new DocumentShape(DocumentKind.COMPLETION, absent(), body.unknown()));
    }

    private Routing routing() {
        return new Routing(
                get(MODEL, Scalars::text).map(ModelSlug::new),
                get(PROVIDER_NAME, Scalars::text).map(ProviderName::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private Completion completion() {
        return new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                get(FINISH_REASON, Scalars::text).map(FinishReason::new),
                get(NATIVE_FINISH_REASON, Scalars::text).map(FinishReason::new));
    }

    private NativeTokens nativeTokens() {
        return new NativeTokens(
                promptTokens(),
                tokens(NATIVE_TOKENS_COMPLETION),
                tokens(NATIVE_TOKENS_REASONING),
                tokens(NATIVE_TOKENS_CACHED),
                tokens(NATIVE_TOKENS_COMPLETION_IMAGES));
    }

    private Optional<TokenCount> promptTokens() {
        return count(CompletionPaths.PROMPT)
                .or(() -> count(CompletionPaths.UNCACHED_PROMPT).map(this::withCached))
                .map(TokenCount::new);
    }

    private long withCached(long uncached) {
        return CompletionPaths.CACHED_PROMPT_PARTS.stream()
                .flatMap(part -> count(part).stream())
                .reduce(uncached, Long::sum);
    }

    private Optional<Long> count(String path) {
        return body.get(List.of(path), Scalars::count);
    }

    private Charges charges() {
        return new Charges(
                get(IS_BYOK, Scalars::flag),
                get(USAGE, Scalars::amount),
                Optional.empty(),
                get(UPSTREAM_INFERENCE_COST, Scalars::amount),
                Optional.empty());
    }

    private Set<MetadataField> absent() {
        Set<MetadataField> absent = EnumSet.allOf(MetadataField.class);
        absent.removeIf(field -> body.has(CompletionPaths.of(field)));
        return absent;
    }

    private Optional<TokenCount> tokens(MetadataField field) {
        return get(field, Scalars::count).map(TokenCount::new);
    }

    private <T> Optional<T> get(MetadataField field, Function<WireValue, T> reading) {
        return body.get(CompletionPaths.of(field), reading);
    }
}
