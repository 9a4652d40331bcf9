package io.genledger.app.export.focus;

import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowSum.Figure;
import io.genledger.domain.report.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A column of FOCUS 1.3.
 *
 * @param named its name and documentation
 * @param value its value in a row: an amount, a number or a text; empty for null
 */
public record FocusColumn(NamedColumn named, Function<FocusRow, Optional<?>> value) {

    private static final String USD = "US dollars, exact";
    private static final String TIME = "yyyy-MM-ddTHH:mm:ssZ, UTC";
    private static final String JSON = "JSON object";
    private static final String BYOK_ROW = "; in a row for the provider's bill (--with-byok) ";

    /** All columns in their order. */
    public static final List<FocusColumn> ALL = all();

    /** Their names and documentation. */
    public static final List<NamedColumn> NAMED = ALL.stream().map(FocusColumn::named).toList();

    private static List<FocusColumn> all() {
        List<FocusColumn> all = new ArrayList<>();
        all.addAll(costs());
        all.addAll(accounts());
        all.addAll(periods());
        all.addAll(charges());
        all.addAll(services());
        all.addAll(skus());
        all.addAll(nulls());
        all.addAll(own());
        return List.copyOf(all);
    }

    private static List<FocusColumn> costs() {
        String list = "as BilledCost" + BYOK_ROW + "upstream_inference_cost";
        return List.of(
                always("BilledCost", USD, "usage" + BYOK_ROW + "0", FocusRow::billed),
                always(
                        "EffectiveCost",
                        USD,
                        "as ListCost, with --credit-fee and that fee on BilledCost",
                        FocusRow::effective),
                always("ListCost", USD, list, FocusRow::list),
                always("ContractedCost", USD, list, FocusRow::list));
    }

    private static List<FocusColumn> accounts() {
        return List.of(
                always(
                        "BillingAccountId",
                        "text",
                        "--billing-account, else " + FocusForm.OPENROUTER,
                        row -> row.form().billingAccount()),
                never("BillingAccountName"),
                always("BillingAccountType", "Account", "fixed", row -> "Account"),
                text("SubAccountId", "workspace_id", Dimension.WORKSPACE),
                never("SubAccountName"),
                column(
                        "SubAccountType",
                        "Workspace",
                        true,
                        "fixed, where SubAccountId is stated",
                        row -> row.charge().text(Dimension.WORKSPACE).map(id -> "Workspace")),
                always("BillingCurrency", "USD", "fixed: one credit is one dollar", row -> "USD"),
                always("PricingCurrency", "USD", "fixed", row -> "USD"));
    }

    private static List<FocusColumn> periods() {
        return List.of(
                always(
                        "BillingPeriodStart",
                        TIME,
                        "month of creation; of a correction, month of recording",
                        row -> FocusRow.beginning(row.charge().month())),
                always(
                        "BillingPeriodEnd",
                        TIME,
                        "end of that month, exclusive",
                        row -> FocusRow.beginning(row.charge().month().plusMonths(1))),
                always(
                        "ChargePeriodStart",
                        TIME,
                        "hour or day of creation, or time of creation (--group none)",
                        row -> FocusRow.time(row.charge().start())),
                always(
                        "ChargePeriodEnd",
                        TIME,
                        "its end, exclusive; with --group none, creation + generation_time",
                        row -> FocusRow.time(row.charge().end())));
    }

    private static List<FocusColumn> charges() {
        return List.of(
                always(
                        "ChargeCategory",
                        "Usage, Credit",
                        "Credit where usage is negative",
                        row -> row.charge().kind().isCredit() ? "Credit" : "Usage"),
                column(
                        "ChargeClass",
                        "Correction",
                        true,
                        "Correction where a later revision changed a month that was over",
                        row ->
                                row.charge().kind().isCorrection()
                                        ? Optional.of("Correction")
                                        : Optional.empty()),
                always(
                        "ChargeDescription",
                        "text",
                        "made of model and provider_name",
                        FocusRow::description),
                always("ChargeFrequency", "Usage-Based", "fixed", row -> "Usage-Based"),
                always(
                        "InvoiceIssuerName",
                        "text",
                        "OpenRouter" + BYOK_ROW + "provider_name, else Unknown",
                        FocusRow::issuer));
    }

    private static List<FocusColumn> services() {
        return List.of(
                always("ServiceProviderName", "OpenRouter", "fixed", row -> FocusRow.OPENROUTER),
                always(
                        "HostProviderName",
                        "text",
                        "provider_name, else OpenRouter",
                        row -> row.charge().text(Dimension.PROVIDER).orElse(FocusRow.OPENROUTER)),
                always("ServiceName", "OpenRouter API", "fixed", row -> "OpenRouter API"),
                always(
                        "ServiceCategory",
                        "AI and Machine Learning",
                        "fixed",
                        row -> "AI and Machine Learning"),
                always(
                        "ServiceSubcategory",
                        "Generative AI, Other (AI and Machine Learning)",
                        "api_type: the latter for embeddings and rerank",
                        FocusRow::subcategory),
                text("RegionId", "data_region", Dimension.REGION),
                text("RegionName", "data_region", Dimension.REGION),
                column(
                        "ResourceId",
                        "text",
                        true,
                        "id, with --group none",
                        row -> row.charge().generation()),
                never("ResourceName"),
                column(
                        "ResourceType",
                        "Generation",
                        true,
                        "fixed, where ResourceId is stated",
                        row -> row.charge().generation().map(id -> "Generation")));
    }

    private static List<FocusColumn> skus() {
        return List.of(
                column("SkuId", "text", true, "model, service_tier, is_byok", FocusRow::sku),
                column(
                        "SkuMeter",
                        "Generation",
                        true,
                        "fixed, where SkuId is stated",
                        row -> row.sku().map(sku -> "Generation")),
                never("SkuPriceId"),
                column(
                        "SkuPriceDetails",
                        JSON,
                        true,
                        "ModelDeveloper and ModelId from model",
                        FocusRow::priceDetails),
                column(
                        "ConsumedQuantity",
                        "tokens",
                        true,
                        "native_tokens_prompt + native_tokens_completion",
                        FocusRow::tokens),
                column(
                        "ConsumedUnit",
                        "Tokens",
                        true,
                        "fixed, where ConsumedQuantity is stated",
                        row -> row.tokens().map(tokens -> "Tokens")),
                never("PricingQuantity"),
                never("PricingUnit"),
                never("ListUnitPrice"),
                never("ContractedUnitPrice"),
                always("PricingCategory", "Standard", "fixed", row -> "Standard"),
                always(
                        "Tags",
                        JSON,
                        "preset_id, app_id, origin, api_type, router; with --group none also"
                                + " session_id, request_id",
                        FocusRow::tags));
    }

    private static List<FocusColumn> nulls() {
        return List.of(
                never("InvoiceId"),
                never("AvailabilityZone"),
                never("CommitmentDiscountCategory"),
                never("CommitmentDiscountId"),
                never("CommitmentDiscountName"),
                never("CommitmentDiscountQuantity"),
                never("CommitmentDiscountStatus"),
                never("CommitmentDiscountType"),
                never("CommitmentDiscountUnit"),
                never("CapacityReservationId"),
                never("CapacityReservationStatus"));
    }

    private static List<FocusColumn> own() {
        return List.of(
                always(
                        "x_Generations",
                        "count",
                        "number of generations" + BYOK_ROW + "0",
                        row -> row.sum().generations()),
                tokens("x_PromptTokens", "native_tokens_prompt", Figure.PROMPT),
                tokens("x_CompletionTokens", "native_tokens_completion", Figure.COMPLETION),
                tokens("x_ReasoningTokens", "native_tokens_reasoning", Figure.REASONING),
                tokens("x_CachedTokens", "native_tokens_cached", Figure.CACHED),
                column(
                        "x_CacheDiscount",
                        USD,
                        true,
                        "cache_discount",
                        row -> row.known(Figure.CACHE_SAVING)),
                column(
                        "x_ByokUpstreamEstimate",
                        USD,
                        true,
                        "upstream_inference_cost of BYOK calls, an estimate at list price; else 0",
                        row -> row.known(Figure.BYOK_UPSTREAM)),
                always(
                        "x_UnknownCostCount",
                        "count",
                        "number of generations of unknown usage, which are in no amount"
                                + BYOK_ROW
                                + "of unknown upstream_inference_cost",
                        FocusRow::unknown),
                text("x_ServiceTier", "service_tier", Dimension.TIER),
                always(
                        "x_Trust",
                        "record, provisional, unknown, estimated",
                        "dimension trust" + BYOK_ROW + "estimated",
                        FocusRow::trust));
    }

    private static FocusColumn column(
            String name,
            String unit,
            boolean isNullable,
            String source,
            Function<FocusRow, Optional<?>> value) {
        return new FocusColumn(new NamedColumn(name, unit, isNullable, source), value);
    }

    private static FocusColumn always(
            String name, String unit, String source, Function<FocusRow, Object> value) {
        return column(name, unit, false, source, row -> Optional.of(value.apply(row)));
    }

    private static FocusColumn text(String name, String source, Dimension dimension) {
        return column(name, "text", true, source, row -> row.charge().text(dimension));
    }

    private static FocusColumn tokens(String name, String source, Figure figure) {
        return column(name, "tokens", true, source, row -> row.sum().known(figure));
    }

    private static FocusColumn never(String name) {
        return column(
                name, "always empty", true, "not stated by a record", row -> Optional.empty());
    }
}
