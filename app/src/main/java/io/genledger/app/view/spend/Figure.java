package io.genledger.app.view.spend;

import io.genledger.app.view.spend.FigureValue.Certainty;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.metrics.DurationPercentiles.Spread;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.RatioTotals;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.token.TokenCount;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The figures of a report, in the order of its columns; table, CSV and JSON show these. An amount
 * or a number of tokens is the sum of all known ones, and unknown if there is none. A ratio is that
 * of the generations that state all of its figures.
 */
public enum Figure {
    /** The number of generations. */
    REQUESTS("requests", Group.SUMS, totals(SpendTotals::requests)),
    /** The spend in US dollars. */
    SPEND("spend", Group.SUMS, amount(SpendTotals::knownSpend, SpendTotals::unknownSpend)),
    /** Charged to the account, in US dollars. */
    CREDITS(
            "credits",
            Group.SUMS,
            amount(SpendTotals::knownCredits, totals -> totals.unknown().credits())),
    /** Upstream cost on the account's own keys, an estimate at list price, in US dollars. */
    BYOK_UPSTREAM(
            "byokUpstream",
            Group.SUMS,
            amount(SpendTotals::knownByokUpstream, totals -> totals.unknown().byokUpstream())),
    /** The part of the credits that is OpenRouter's fee for BYOK, in US dollars. */
    BYOK_FEE(
            "byokFee",
            Group.SUMS,
            amount(SpendTotals::knownByokFee, totals -> totals.unknown().credits())),
    /** Net saving by prompt caching, in US dollars. */
    CACHE_SAVING(
            "cacheSaving",
            Group.SUMS,
            amount(SpendTotals::knownCacheDiscount, SpendTotals::unknownCacheSaving)),
    /** Prompt tokens. */
    PROMPT_TOKENS(
            "promptTokens",
            Group.SUMS,
            tokens(SpendTotals::knownPromptTokens, unknown -> unknown.promptTokens() > 0)),
    /** Completion tokens. */
    COMPLETION_TOKENS(
            "completionTokens",
            Group.SUMS,
            tokens(SpendTotals::knownCompletionTokens, unknown -> unknown.completionTokens() > 0)),
    /** Reasoning tokens, a part of the completion tokens. */
    REASONING_TOKENS(
            "reasoningTokens",
            Group.SUMS,
            tokens(SpendTotals::knownReasoningTokens, unknown -> unknown.reasoningTokens() > 0)),
    /** Prompt tokens read from a cache. */
    CACHED_TOKENS(
            "cachedTokens",
            Group.SUMS,
            tokens(SpendTotals::knownCachedTokens, unknown -> unknown.cachedTokens() > 0)),
    /** Tokens of generated images, a part of the completion tokens. */
    IMAGE_TOKENS("imageTokens", Group.SUMS, totals(all -> all.tokens().images().value())),
    /** Prompt and completion tokens together. */
    TOKENS("tokens", Group.SUMS, tokens(SpendTotals::knownTokens, UnknownCounts::lacksTokens)),
    /** The part of the prompt tokens that was read from a cache, 0 to 1. */
    CACHE_HIT_RATE(
            "cacheHitRate",
            Group.RATIOS,
            ratio(
                    RatioTotals::cacheHitRate,
                    unknown -> unknown.promptTokens() > 0 || unknown.cachedTokens() > 0)),
    /** The spend for a million prompt and completion tokens, in US dollars. */
    PRICE_PER_MILLION(
            "pricePerMillion",
            Group.RATIOS,
            ratio(RatioTotals::price, unknown -> unknown.spend() > 0 || unknown.lacksTokens())),
    /** Completion tokens for each second of generation time, where both are known. */
    TOKENS_PER_SECOND(
            "tokensPerSecond",
            Group.RATIOS,
            row -> FigureValue.exact(totals(row).ratios().tokensPerSecond())),
    /** The part of the report's known spend, 0 to 1. */
    SHARE("share", Group.SHARE, row -> FigureValue.exact(share(row))),
    /** The time to the first token that half of the generations do not exceed. */
    LATENCY_P50(
            "latencyP50Ms",
            Group.PERCENTILES,
            percentile(DurationPercentiles::latency, Spread::p50)),
    /** The time to the first token that 95 % of the generations do not exceed. */
    LATENCY_P95(
            "latencyP95Ms",
            Group.PERCENTILES,
            percentile(DurationPercentiles::latency, Spread::p95)),
    /** The generation time that half of the generations do not exceed. */
    DURATION_P50(
            "durationP50Ms",
            Group.PERCENTILES,
            percentile(DurationPercentiles::generationTime, Spread::p50)),
    /** The generation time that 95 % of the generations do not exceed. */
    DURATION_P95(
            "durationP95Ms",
            Group.PERCENTILES,
            percentile(DurationPercentiles::generationTime, Spread::p95)),
    /** The spend in the range before, in US dollars. */
    SPEND_BEFORE("spendBefore", Group.COMPARISON, Figure::before),
    /** The spend less that of the range before, in US dollars. */
    CHANGE("change", Group.COMPARISON, Figure::change),
    /** The spend and the fee for buying its credits, in US dollars. */
    SPEND_INCL_PURCHASE_FEE("spendInclPurchaseFee", Group.PURCHASE_FEE, Figure::withPurchaseFee),
    /** The number of generations whose spend is provisional, until their record replaces it. */
    PROVISIONAL("provisional", Group.SUMS, totals(SpendTotals::provisional)),
    /** The number of generations whose spend is unknown, and not part of the sums. */
    UNKNOWN_SPEND("unknownSpend", Group.SUMS, totals(SpendTotals::unknownSpend)),
    /** The number of generations whose credits are unknown. */
    UNKNOWN_CREDITS("unknownCredits", Group.SUMS, totals(all -> all.unknown().credits())),
    /** The number of BYOK generations whose upstream cost is unknown. */
    UNKNOWN_BYOK_UPSTREAM(
            "unknownByokUpstream", Group.SUMS, totals(all -> all.unknown().byokUpstream())),
    /** The number of generations whose saving by prompt caching is unknown. */
    UNKNOWN_CACHE_SAVING("unknownCacheSaving", Group.SUMS, totals(SpendTotals::unknownCacheSaving)),
    /** The number of generations whose prompt tokens are unknown. */
    UNKNOWN_PROMPT_TOKENS(
            "unknownPromptTokens", Group.SUMS, totals(all -> all.unknown().promptTokens())),
    /** The number of generations whose completion tokens are unknown. */
    UNKNOWN_COMPLETION_TOKENS(
            "unknownCompletionTokens", Group.SUMS, totals(all -> all.unknown().completionTokens())),
    /** The number of generations whose reasoning tokens are unknown. */
    UNKNOWN_REASONING_TOKENS(
            "unknownReasoningTokens", Group.SUMS, totals(all -> all.unknown().reasoningTokens())),
    /** The number of generations whose tokens read from a cache are unknown. */
    UNKNOWN_CACHED_TOKENS(
            "unknownCachedTokens", Group.SUMS, totals(all -> all.unknown().cachedTokens()));

    /** When a figure is shown without being named. */
    public enum Group {
        /** Always. */
        SUMS,
        /** Always. */
        RATIOS,
        /** Only if it is named. */
        SHARE,
        /** In a report with percentiles. */
        PERCENTILES,
        /** In a report that compares. */
        COMPARISON,
        /** In a report with a fee for buying credits. */
        PURCHASE_FEE
    }

    private final String label;
    private final Group group;
    private final Function<MeasuredRow, FigureValue> value;

    Figure(String label, Group group, Function<MeasuredRow, FigureValue> value) {
        this.label = label;
        this.group = group;
        this.value = value;
    }

    /** The figures that are shown in every report for programs. */
    public static List<Figure> standard() {
        return Arrays.stream(values())
                .filter(one -> one.group == Group.SUMS || one.group == Group.RATIOS)
                .toList();
    }

    /** Its name in JSON and CSV. */
    public String label() {
        return label;
    }

    /** Its name on the command line, e.g. {@code cache-hit-rate}. */
    public String word() {
        return this == UNKNOWN_SPEND
                ? "unknown"
                : name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** When it is shown without being named. */
    public Group group() {
        return group;
    }

    FigureValue of(MeasuredRow row) {
        return value.apply(row);
    }

    private static SpendTotals totals(MeasuredRow row) {
        return row.row().row().totals();
    }

    private static Function<MeasuredRow, FigureValue> totals(Function<SpendTotals, Long> count) {
        return row -> FigureValue.exact(count.apply(totals(row)));
    }

    private static Function<MeasuredRow, FigureValue> amount(
            Function<SpendTotals, Optional<UsdAmount>> known, Function<SpendTotals, Long> unknown) {
        return row -> {
            SpendTotals totals = row.inDisplayedAmounts().row().totals();
            return FigureValue.partial(
                    known.apply(totals), unknown.apply(totals) > 0, Certainty.AT_LEAST);
        };
    }

    private static Function<MeasuredRow, FigureValue> percentile(
            Function<DurationPercentiles, Optional<Spread>> spread, Function<Spread, ?> value) {
        return row -> FigureValue.exact(row.row().row().percentiles().flatMap(spread).map(value));
    }

    /** A part of the tokens of several generations may be unknown. */
    private static Function<MeasuredRow, FigureValue> tokens(
            Function<SpendTotals, Optional<TokenCount>> known, Predicate<UnknownCounts> isPart) {
        return row ->
                FigureValue.partial(
                        known.apply(totals(row)).map(TokenCount::value),
                        isPart.test(totals(row).unknown()),
                        Certainty.AT_LEAST);
    }

    /** A ratio leaves out the generations that do not state all of its figures. */
    private static Function<MeasuredRow, FigureValue> ratio(
            Function<RatioTotals, Optional<?>> ratio, Predicate<UnknownCounts> isPart) {
        return row ->
                FigureValue.partial(
                        ratio.apply(totals(row).ratios()),
                        isPart.test(totals(row).unknown()),
                        Certainty.ABOUT);
    }

    private static Optional<Ratio> share(MeasuredRow row) {
        return row.wholeSpend()
                .filter(whole -> !whole.isZero())
                .flatMap(whole -> totals(row).knownSpend().map(spend -> Ratio.of(spend, whole)));
    }

    private static FigureValue withPurchaseFee(MeasuredRow row) {
        SpendTotals totals = totals(row);
        return FigureValue.partial(
                row.withPurchaseFee().filter(amount -> totals.knownSpend().isPresent()),
                totals.unknownSpend() > 0,
                Certainty.AT_LEAST);
    }

    private static FigureValue before(MeasuredRow row) {
        return row.inDisplayedAmounts()
                .before()
                .map(before ->
                        FigureValue.partial(
                                before.knownSpend(), before.unknown() > 0, Certainty.AT_LEAST))
                .orElseGet(() -> FigureValue.exact(Optional.empty()));
    }

    private static FigureValue change(MeasuredRow row) {
        SpendTotals totals = row.inDisplayedAmounts().row().totals();
        long unknown =
                totals.unknownSpend() + row.row().before().map(one -> one.unknown()).orElse(0L);
        return FigureValue.partial(
                row.inDisplayedAmounts()
                        .before()
                        .flatMap(before -> before.knownSpend())
                        .flatMap(before -> totals.knownSpend().map(spend -> spend.minus(before))),
                unknown > 0,
                Certainty.ABOUT);
    }
}
