package io.genledger.app.export.xlsx;

import io.genledger.app.export.column.NamedColumn;
import io.genledger.app.export.column.RowSum;
import io.genledger.app.export.column.RowSum.Figure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A figure of a sheet.
 *
 * @param named its name and documentation
 * @param value its value; empty if unknown
 * @param isText whether it is written as text, with every digit
 */
record XlsxColumn(NamedColumn named, Function<RowSum, Optional<BigDecimal>> value, boolean isText) {

    private static final String TEXT_AFTER = "Exact";

    /** All figures in their order; an amount has a number and the exact text beside it. */
    static final List<XlsxColumn> ALL = all();

    private static List<XlsxColumn> all() {
        List<XlsxColumn> all = new ArrayList<>();
        all.add(count("requests", "number of generations", RowSum::generations));
        all.addAll(amount("spend", "credits + byokUpstream, where both are known", Figure.SPEND));
        all.addAll(amount("credits", "usage", Figure.CREDITS));
        all.addAll(
                amount(
                        "byokUpstream",
                        "upstream_inference_cost of BYOK calls, an estimate at list price; else 0",
                        Figure.BYOK_UPSTREAM));
        all.addAll(amount("byokFee", "usage of BYOK calls, else 0", Figure.BYOK_FEE));
        all.addAll(amount("cacheSaving", "cache_discount", Figure.CACHE_SAVING));
        all.add(tokens("promptTokens", "native_tokens_prompt", Figure.PROMPT));
        all.add(tokens("completionTokens", "native_tokens_completion", Figure.COMPLETION));
        all.add(tokens("reasoningTokens", "native_tokens_reasoning", Figure.REASONING));
        all.add(tokens("cachedTokens", "native_tokens_cached", Figure.CACHED));
        all.add(
                count(
                        "unknownSpend",
                        "number of generations of unknown spend, which are not part of it",
                        sum -> sum.unknown(Figure.SPEND)));
        all.add(
                count(
                        "unknownCredits",
                        "number of generations of unknown credits, which are not part of them",
                        sum -> sum.unknown(Figure.CREDITS)));
        return List.copyOf(all);
    }

    private static XlsxColumn count(String name, String source, Function<RowSum, Long> value) {
        return new XlsxColumn(
                new NamedColumn(name, "count", false, source),
                sum -> Optional.of(BigDecimal.valueOf(value.apply(sum))),
                false);
    }

    private static List<XlsxColumn> amount(String name, String source, Figure figure) {
        return List.of(
                new XlsxColumn(
                        new NamedColumn(name, "US dollars, number", true, source),
                        sum -> sum.known(figure),
                        false),
                new XlsxColumn(
                        new NamedColumn(
                                name + TEXT_AFTER,
                                "US dollars, text with every digit",
                                true,
                                source),
                        sum -> sum.known(figure),
                        true));
    }

    private static XlsxColumn tokens(String name, String source, Figure figure) {
        return new XlsxColumn(
                new NamedColumn(name, "tokens", true, source), sum -> sum.known(figure), false);
    }
}
