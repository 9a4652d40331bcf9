package io.genledger.app.cli.render;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.metrics.Gap;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The shape that {@code why --json} prints. Money, prices and shares are plain decimal strings,
 * counts and milliseconds numbers; what is not known is {@code null}, and {@code notKnown} says why
 * of what people ask for most.
 */
public final class WhyJson {

    private WhyJson() {}

    /** Explains {@code shown}. */
    public static ObjectNode of(Shown shown) {
        Generation generation = shown.generation();
        ObjectNode shape =
                JsonText.object()
                        .put("id", shown.revision().id().value())
                        .put(
                                "figures",
                                generation.shape().kind() == DocumentKind.METADATA
                                        ? "own-record"
                                        : "inline")
                        .put("createdAt", generation.created().at().toString())
                        .put("createdAtBasis", Words.of(generation.created().basis()));
        putText(shape, "model", MetadataField.MODEL, generation);
        putText(shape, "provider", MetadataField.PROVIDER_NAME, generation);
        putNumber(shape, "promptTokens", MetadataField.NATIVE_TOKENS_PROMPT, generation);
        putNumber(shape, "completionTokens", MetadataField.NATIVE_TOKENS_COMPLETION, generation);
        putMoney(shape, shown);
        shown.assessment()
                .zeroReason()
                .ifPresentOrElse(
                        reason -> putZero(shape.putObject("zeroReason"), reason),
                        () -> shape.putNull("zeroReason"));
        FindingJson.put(shape.putArray("findings"), shown.assessment());
        GenerationJson.putAttempts(shape.putArray("attempts"), generation);
        putTiming(shape.putObject("timing"), generation, shown.figures());
        putPrices(shape.putObject("dollarsPerMillionTokens"), shown.figures());
        putGaps(shape.putArray("notKnown"), Gap.in(generation, shown.assessment().spend()));
        return shape;
    }

    private static void putMoney(ObjectNode shape, Shown shown) {
        MoneyJson.put(shape, shown.assessment().spend());
        ArrayNode payments = shape.putArray("payments");
        ObjectNode cache = shape.putObject("cache");
        shown.assessment()
                .breakdown()
                .ifPresent(breakdown -> putLines(payments, breakdown.payments()));
        putNumber(cache, "tokensRead", MetadataField.NATIVE_TOKENS_CACHED, shown.generation());
        putRatio(cache, "hitRate", shown.figures().cacheHitRate());
        putRatio(cache, "savedShare", shown.figures().cacheSaving());
        ArrayNode lines = cache.putArray("lines");
        shown.assessment().breakdown().ifPresent(each -> putLines(lines, each.cache()));
    }

    private static void putLines(ArrayNode into, List<Breakdown.Line> lines) {
        for (Breakdown.Line line : lines) {
            into.addObject()
                    .put("kind", Words.of(line.kind()))
                    .put("sentence", line.kind().sentence())
                    .put("amount", line.amount().toString());
        }
    }

    private static void putZero(ObjectNode into, ZeroReason reason) {
        into.put("code", Words.of(reason)).put("sentence", reason.sentence());
        FindingJson.putNames(into.putArray("evidence"), reason.evidence());
    }

    private static void putTiming(ObjectNode into, Generation generation, DerivedFigures figures) {
        putNumber(into, "latencyMs", MetadataField.LATENCY, generation);
        putNumber(into, "moderationMs", MetadataField.MODERATION_LATENCY, generation);
        putNumber(into, "generationMs", MetadataField.GENERATION_TIME, generation);
        putRatio(into, "moderationShare", figures.moderationShare());
        putRatio(into, "tokensPerSecond", figures.tokensPerSecond());
        if (figures.failedAttempts().isPresent()) {
            into.put("failedAttempts", figures.failedAttempts().getAsInt());
        } else {
            into.putNull("failedAttempts");
        }
        figures.failedTime()
                .ifPresentOrElse(
                        lost -> into.put("failedMs", lost.toMillis()),
                        () -> into.putNull("failedMs"));
    }

    private static void putPrices(ObjectNode into, DerivedFigures figures) {
        putPrice(into, "prompt", figures.promptPrice());
        putPrice(into, "completion", figures.completionPrice());
        putPrice(into, "blended", figures.blendedPrice());
    }

    private static void putGaps(ArrayNode into, List<Gap> gaps) {
        for (Gap gap : gaps) {
            into.addObject().put("figure", gap.figure()).put("reason", gap.reason());
        }
    }

    private static void putText(
            ObjectNode into, String name, MetadataField field, Generation generation) {
        into.put(name, field.textIn(generation).orElse(null));
    }

    private static void putNumber(
            ObjectNode into, String name, MetadataField field, Generation generation) {
        into.put(name, field.textIn(generation).map(BigDecimal::new).orElse(null));
    }

    private static void putRatio(ObjectNode into, String name, Optional<Ratio> ratio) {
        into.put(name, ratio.map(Numbers::plain).orElse(null));
    }

    private static void putPrice(ObjectNode into, String name, Optional<TokenPrice> price) {
        into.put(name, price.map(each -> Numbers.perMillionAmount(each).toString()).orElse(null));
    }
}
