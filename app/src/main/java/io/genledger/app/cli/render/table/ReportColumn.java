package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.FigureValue;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.metrics.TokenPrice;
import io.genledger.domain.money.UsdAmount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A figure as a column of a table. All amounts of a column have the same number of decimals. */
public final class ReportColumn {

    private static final String UNKNOWN = "unknown";
    private static final String NONE = "-";

    private final Figure figure;
    private final int decimals;

    private ReportColumn(Figure figure, int decimals) {
        this.figure = figure;
        this.decimals = decimals;
    }

    /** The column of {@code figure} that shows all of {@code values}. */
    public static ReportColumn of(Figure figure, List<FigureValue> values) {
        return new ReportColumn(
                figure,
                Numbers.decimalsOf(
                        values.stream()
                                .flatMap(value -> value.known().stream())
                                .flatMap(known -> amount(known).stream())
                                .toList()));
    }

    private static Optional<UsdAmount> amount(Object known) {
        return switch (known) {
            case UsdAmount amount -> Optional.of(amount);
            case TokenPrice price -> Optional.of(Forms.perMillion(price));
            default -> Optional.empty();
        };
    }

    /** The figure. */
    public Figure figure() {
        return figure;
    }

    /** The text of a value. */
    public String cell(FigureValue value) {
        String sign =
                switch (value.certainty()) {
                    case EXACT -> "";
                    case AT_LEAST -> "≥";
                    case ABOUT -> "~";
                };
        return value.known().map(known -> sign + text(known)).orElse(absent());
    }

    private String text(Object known) {
        return switch (known) {
            case Long count -> Numbers.count(count);
            case Ratio ratio when figure == Figure.TOKENS_PER_SECOND -> Numbers.rate(ratio);
            case Ratio ratio -> Numbers.percent(ratio);
            case Duration duration -> Numbers.milliseconds(duration);
            default -> amount(known).map(this::text).orElseGet(known::toString);
        };
    }

    private String text(UsdAmount amount) {
        return Numbers.amount(amount, Math.max(decimals, amount.decimals()));
    }

    private String absent() {
        return switch (figure.group()) {
            case SUMS, COMPARISON, PURCHASE_FEE -> UNKNOWN;
            case RATIOS, SHARE, PERCENTILES -> NONE;
        };
    }

    /** Its header. */
    public String header() {
        return switch (figure) {
            case REQUESTS -> "Requests";
            case SPEND -> "Spend $";
            case CREDITS -> "Credits $";
            case BYOK_UPSTREAM -> "BYOK est. $";
            case BYOK_FEE -> "BYOK fee $";
            case CACHE_SAVING -> "Cache saved $";
            case PROMPT_TOKENS -> "Prompt";
            case COMPLETION_TOKENS -> "Completion";
            case REASONING_TOKENS -> "Reasoning";
            case CACHED_TOKENS -> "Cached";
            case IMAGE_TOKENS -> "Image";
            case TOKENS -> "Tokens";
            case CACHE_HIT_RATE -> "Cache hits";
            case PRICE_PER_MILLION -> "$/M tokens";
            case TOKENS_PER_SECOND -> "Tokens/s";
            case SHARE -> "Share";
            case LATENCY_P50 -> "Latency p50";
            case LATENCY_P95 -> "Latency p95";
            case DURATION_P50 -> "Duration p50";
            case DURATION_P95 -> "Duration p95";
            case SPEND_BEFORE -> "Before $";
            case CHANGE -> "Change $";
            case SPEND_INCL_PURCHASE_FEE -> "Spend incl. purchase fee $";
            case PROVISIONAL -> "Provisional";
            case UNKNOWN_SPEND -> "Unknown";
            case UNKNOWN_CREDITS -> "Unknown credits";
            case UNKNOWN_BYOK_UPSTREAM -> "Unknown BYOK";
            case UNKNOWN_CACHE_SAVING -> "Unknown cache";
            case UNKNOWN_PROMPT_TOKENS -> "Unknown prompt";
            case UNKNOWN_COMPLETION_TOKENS -> "Unknown completion";
            case UNKNOWN_REASONING_TOKENS -> "Unknown reasoning";
            case UNKNOWN_CACHED_TOKENS -> "Unknown cached";
        };
    }

    /** How long it is shown on a narrow terminal: the column of the least importance goes first. */
    static int importance(Figure figure, boolean isAllKnown) {
        return switch (figure) {
            case SPEND -> 14;
            case REQUESTS -> 13;
            case CHANGE -> 12;
            case SPEND_BEFORE, SPEND_INCL_PURCHASE_FEE -> 11;
            case UNKNOWN_SPEND -> isAllKnown ? 1 : 10;
            case SHARE, LATENCY_P50, LATENCY_P95, DURATION_P50, DURATION_P95 -> 9;
            case PROMPT_TOKENS -> 8;
            case COMPLETION_TOKENS -> 7;
            case CREDITS -> 6;
            case BYOK_UPSTREAM -> 5;
            case CACHE_SAVING -> 4;
            case CACHED_TOKENS, CACHE_HIT_RATE -> 3;
            case PRICE_PER_MILLION -> 2;
            default -> 1;
        };
    }
}
