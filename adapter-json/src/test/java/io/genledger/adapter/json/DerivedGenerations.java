package io.genledger.adapter.json;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.Routing;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.NormalizedTokens;
import io.genledger.domain.token.TokenCount;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * 2,921 real generations of a benchmark, whose author renamed the fields he kept and dropped the
 * others: a realistic mix of models, token counts and costs. Works from inside the test-jar.
 */
public final class DerivedGenerations {

    private static final JsonMapper TREES =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private static final Set<MetadataField> KEPT =
            EnumSet.of(
                    MetadataField.ID,
                    MetadataField.MODEL,
                    MetadataField.USAGE,
                    MetadataField.TOKENS_PROMPT,
                    MetadataField.TOKENS_COMPLETION,
                    MetadataField.NATIVE_TOKENS_PROMPT,
                    MetadataField.NATIVE_TOKENS_COMPLETION,
                    MetadataField.NATIVE_TOKENS_REASONING,
                    MetadataField.NATIVE_FINISH_REASON);

    private static final DocumentShape SHAPE =
            new DocumentShape(
                    DocumentKind.METADATA, EnumSet.complementOf(EnumSet.copyOf(KEPT)), Map.of());

    private DerivedGenerations() {}

    /** All of them, in the order of the file. */
    public static List<Generation> all() {
        byte[] file =
                RecordedDocuments.resource(
                        RecordedDocuments.ROOT + "locodiff_generation_derived.ndjson");
        return new String(file, UTF_8)
                .lines()
                .map(TREES::readTree)
                .map(DerivedGenerations::of)
                .toList();
    }

    private static Generation of(JsonNode row) {
        GenerationId id = new GenerationId(row.path("generation_id").stringValue());
        return new Generation(
                id,
                CreationTime.of(Optional.empty(), id, RecordedDocuments.RECEIVED),
                Lineage.UNREPORTED,
                Attribution.UNREPORTED,
                routing(row),
                completion(row),
                Timing.UNREPORTED,
                new NormalizedTokens(
                        tokens(row, "prompt_tokens"), tokens(row, "completion_tokens")),
                nativeTokens(row),
                MediaUsage.UNREPORTED,
                charges(row),
                SHAPE);
    }

    private static Routing routing(JsonNode row) {
        return new Routing(
                stated(row, "model", JsonNode::stringValue).map(ModelSlug::new),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Collections.emptyList());
    }

    private static Completion completion(JsonNode row) {
        return new Completion(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                stated(row, "native_finish_reason", JsonNode::stringValue).map(FinishReason::new));
    }

    private static NativeTokens nativeTokens(JsonNode row) {
        return new NativeTokens(
                tokens(row, "native_prompt_tokens"),
                tokens(row, "native_completion_tokens"),
                tokens(row, "native_tokens_reasoning"),
                Optional.empty(),
                Optional.empty());
    }

    /** Where an own key was used, the author kept OpenRouter's fee apart from OpenAI's bill. */
    private static Charges charges(JsonNode row) {
        Optional<UsdAmount> fee = dollars(row, "cost_usd_openrouter");
        Optional<UsdAmount> upstream = dollars(row, "cost_usd_openai");
        if (fee.isPresent() && upstream.isPresent()) {
            return Charges.ofByok(fee.get(), upstream.get());
        }
        return new Charges(
                Optional.empty(),
                dollars(row, "cost_usd"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<UsdAmount> dollars(JsonNode row, String field) {
        return stated(row, field, JsonNode::decimalValue).map(UsdAmount::new);
    }

    private static Optional<TokenCount> tokens(JsonNode row, String field) {
        return stated(row, field, JsonNode::longValue).map(TokenCount::new);
    }

    private static <T> Optional<T> stated(
            JsonNode row, String field, Function<JsonNode, T> reading) {
        JsonNode value = row.path(field);
        return value.isNull() || value.isMissingNode()
                ? Optional.empty()
                : Optional.of(reading.apply(value));
    }
}
