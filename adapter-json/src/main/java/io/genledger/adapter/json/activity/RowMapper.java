package io.genledger.adapter.json.activity;

import static io.genledger.domain.generation.MetadataField.*;

import io.genledger.adapter.json.binding.DocumentInput;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.adapter.json.value.Excerpt;
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
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Maps a row of the export to a generation (OPENROUTER.md §12.3). For one use by one thread. */
final class RowMapper {

    private static final String STANDARD = "standard";

    private final WireRow row;
    private final DocumentInput document;

    /** The fields of a record that the row does not have, as far as they were read. */
    private final Set<MetadataField> absent = EnumSet.allOf(MetadataField.class);

    RowMapper(WireRow row, DocumentInput document) {
        this.row = row;
        this.document = document;
    }

    /** The generation, with the values that its row states. */
    Generation generation() {
        GenerationId id = id();
        return new Generation(
                id,
                document.created(get(CREATED_AT, row.createdAt()), id),
                Lineage.UNREPORTED,
                attribution(),
                routing(),
                completion(),
                timing(),
                NormalizedTokens.UNREPORTED,
                nativeTokens(),
                MediaUsage.UNREPORTED,
                charges(),
                // Last, when all other fields were read.
                new DocumentShape(DocumentKind.ACTIVITY, absent, unknown()));
    }

    private GenerationId id() {
        String text = get(ID, row.generationId()).orElse("");
        return GenerationId.ofOpenRouter(text)
                .orElseThrow(() ->
                        DocumentInput.refusal(
                                "row.generation_id",
                                "an id of OpenRouter, e.g. gen-1766176333-571cT9ZUjKzbZWEL3yGz,"
                                        + " found '"
                                        + Excerpt.of(text, Excerpt.VALUE_CHARS)
                                        + "'"));
    }

    private Attribution attribution() {
        return new Attribution(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                get(EXTERNAL_USER, row.user()),
                Optional.empty(),
                Optional.empty());
    }

    private Routing routing() {
        return new Routing(
                get(MODEL, row.modelPermaslug()).map(this::withVariant),
                get(PROVIDER_NAME, row.providerName()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    /** The model as a record names it, e.g. with {@code :free}. */
    private ModelSlug withVariant(String model) {
        String suffix =
                row.variant()
                        .value()
                        .filter(variant -> !variant.equals(STANDARD))
                        .map(variant -> ':' + variant)
                        .orElse("");
        return new ModelSlug(model.endsWith(suffix) ? model : model + suffix);
    }

    private Completion completion() {
        return new Completion(
                Optional.empty(),
                get(STREAMED, row.streamed()),
                get(CANCELLED, row.cancelled()),
                get(FINISH_REASON, row.finishReasonNormalized()),
                get(NATIVE_FINISH_REASON, row.finishReasonRaw()));
    }

    private Timing timing() {
        return new Timing(
                get(LATENCY, row.timeToFirstTokenMs()),
                Optional.empty(),
                get(GENERATION_TIME, row.generationTimeMs()));
    }

    /** The counts are the billed ones: they equal those of the records (OPENROUTER.md §12.3). */
    private NativeTokens nativeTokens() {
        return new NativeTokens(
                get(NATIVE_TOKENS_PROMPT, row.tokensPrompt()),
                get(NATIVE_TOKENS_COMPLETION, row.tokensCompletion()),
                get(NATIVE_TOKENS_REASONING, row.tokensReasoning()),
                get(NATIVE_TOKENS_CACHED, row.tokensCached()),
                Optional.empty());
    }

    /** No column states whether the call used BYOK; only an upstream cost shows that it did. */
    private Charges charges() {
        Optional<UsdAmount> upstream = get(UPSTREAM_INFERENCE_COST, row.byokUsageInference());
        Optional<Boolean> byok = upstream.map(cost -> cost.signum() > 0).filter(used -> used);
        byok.ifPresent(used -> absent.remove(IS_BYOK));
        return new Charges(
                byok,
                get(USAGE, row.costTotal()),
                Optional.empty(),
                upstream,
                get(CACHE_DISCOUNT, row.costCache()).map(UsdAmount::negated));
    }

    private Map<String, String> unknown() {
        Map<String, String> unknown = new TreeMap<>();
        RawText.collect("", row.unknown(), unknown);
        unknown.values().removeIf("null"::equals);
        row.costWebSearch()
                .value()
                .ifPresent(cost -> unknown.put("cost_web_search", cost.toString()));
        row.costFileProcessing()
                .value()
                .ifPresent(cost -> unknown.put("cost_file_processing", cost.toString()));
        return unknown;
    }

    private <T> Optional<T> get(MetadataField field, Stated<T> stated) {
        if (!stated.isAbsent()) {
            absent.remove(field);
        }
        return stated.value();
    }
}
