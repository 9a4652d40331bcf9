package io.genledger.app.export.column;

import io.genledger.app.view.json.Forms;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.export.ExportRow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of the CSV that OpenRouter's Activity page exports, in its order.
 *
 * @param named its name and documentation
 * @param value its value in a row, and in the generation of its document if that was not removed:
 *     an amount, a number or a text; empty if unknown
 */
public record ActivityColumn(
        NamedColumn named, BiFunction<ExportRow, Optional<Generation>, Optional<?>> value) {

    private static final String USD = "US dollars, exact, or cut to 6 decimals by --truncate";

    /** In place of a variant, of a model without one. */
    private static final String STANDARD = "standard";

    /** All columns in their order. */
    public static final List<ActivityColumn> ALL =
            List.of(
                    column("generation_id", "text", false, "id", row -> Optional.of(row.id())),
                    column(
                            "created_at",
                            "yyyy-MM-dd HH:mm:ss.SSS, UTC",
                            false,
                            "created_at, else the second in the id, else the receipt",
                            row -> Optional.of(Moments.activity(row.created().at()))),
                    amount("cost_total", "usage", Posting::credits),
                    unknown("cost_web_search", USD),
                    amount(
                            "cost_cache",
                            "cache_discount with the opposite sign",
                            posting -> posting.cacheDiscount().map(UsdAmount::negated)),
                    unknown("cost_file_processing", USD),
                    amount(
                            "byok_usage_inference",
                            "upstream_inference_cost of a BYOK call, else 0",
                            Posting::byokUpstream),
                    tokens("tokens_prompt", "native_tokens_prompt", NativeTokens::prompt),
                    tokens(
                            "tokens_completion",
                            "native_tokens_completion",
                            NativeTokens::completion),
                    tokens("tokens_reasoning", "native_tokens_reasoning", NativeTokens::reasoning),
                    tokens("tokens_cached", "native_tokens_cached", NativeTokens::cached),
                    column(
                            "model_permaslug",
                            "text",
                            true,
                            "model without its variant",
                            row -> row.text(Dimension.MODEL).map(ActivityColumn::withoutVariant)),
                    text("provider_name", "provider_name", Dimension.PROVIDER),
                    column(
                            "variant",
                            "text",
                            true,
                            "variant of the model, else standard",
                            row ->
                                    row.text(Dimension.MODEL)
                                            .map(model -> variant(model).orElse(STANDARD))),
                    text("cancelled", "cancelled", Dimension.CANCELLED),
                    decoded(
                            "streamed",
                            "true, false",
                            "streamed",
                            one -> one.completion().streamed()),
                    text("user", "external_user", Dimension.USER),
                    decoded(
                            "finish_reason_raw",
                            "text",
                            "native_finish_reason",
                            one -> one.completion().nativeFinishReason()),
                    text("finish_reason_normalized", "finish_reason", Dimension.FINISH_REASON),
                    duration("generation_time_ms", "generation_time", ExportRow::generationTime),
                    duration("time_to_first_token_ms", "latency", ExportRow::latency),
                    unknown("api_key_disabled", "true, false"),
                    unknown("api_key_name", "text"),
                    unknown("app_name", "text"));

    /** Their names and documentation. */
    public static final List<NamedColumn> NAMED = ALL.stream().map(ActivityColumn::named).toList();

    private static ActivityColumn column(
            String name,
            String unit,
            boolean isNullable,
            String source,
            Function<ExportRow, Optional<?>> value) {
        return new ActivityColumn(
                new NamedColumn(name, unit, isNullable, source),
                (row, generation) -> value.apply(row));
    }

    private static ActivityColumn amount(
            String name, String source, Function<Posting, Optional<UsdAmount>> value) {
        return column(name, USD, true, source, row -> value.apply(row.posting()));
    }

    private static ActivityColumn tokens(
            String name, String source, Function<NativeTokens, Optional<TokenCount>> value) {
        return column(name, "tokens", true, source, row -> value.apply(row.tokens()));
    }

    private static ActivityColumn text(String name, String source, Dimension dimension) {
        return column(name, "text", true, source, row -> row.text(dimension));
    }

    private static ActivityColumn duration(
            String name, String source, Function<ExportRow, Optional<Duration>> value) {
        return column(
                name,
                "milliseconds",
                true,
                source,
                row -> value.apply(row).map(Forms::milliseconds));
    }

    private static ActivityColumn decoded(
            String name, String unit, String source, Function<Generation, Optional<?>> value) {
        return new ActivityColumn(
                new NamedColumn(name, unit, true, source + ", from the archived document"),
                (row, generation) -> generation.flatMap(value));
    }

    private static ActivityColumn unknown(String name, String unit) {
        return column(
                name,
                unit,
                true,
                "rows imported from an Activity CSV only; a record does not state it",
                row -> Optional.empty());
    }

    /** The columns that no record states, and only an imported row has. */
    public static Stream<String> unstated() {
        return NAMED.stream()
                .filter(column -> column.source().startsWith("rows imported"))
                .map(NamedColumn::name);
    }

    private static Optional<String> variant(String model) {
        return new ModelSlug(model).variant();
    }

    private static String withoutVariant(String model) {
        return variant(model)
                .map(variant -> model.substring(0, model.length() - variant.length() - 1))
                .orElse(model);
    }
}
