package io.genledger.app.view.listing;

import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A column of a list of generations.
 *
 * @param label its name in JSON and CSV
 * @param word its name on the command line
 * @param figure the figure that it shows; empty if it shows a text, a time or a duration
 * @param value its value for a generation; empty if that is unknown
 */
public record ListColumn(
        String label,
        String word,
        Optional<Figure> figure,
        Function<GenerationRow, Optional<Object>> value) {

    /** The id. */
    public static final ListColumn ID = text("id", row -> Optional.of(row.id()));

    /** The time of creation. */
    public static final ListColumn CREATED = text("created", row -> Optional.of(row.created()));

    /** The time to the first token. */
    public static final ListColumn LATENCY =
            new ListColumn(
                    "latencyMs",
                    "latency",
                    Optional.empty(),
                    row -> row.latency().map(each -> each));

    /** The figures of one generation; the others count generations or compare them. */
    private static final List<Figure> FIGURES =
            List.of(
                    Figure.SPEND,
                    Figure.CREDITS,
                    Figure.BYOK_UPSTREAM,
                    Figure.BYOK_FEE,
                    Figure.CACHE_SAVING,
                    Figure.PROMPT_TOKENS,
                    Figure.COMPLETION_TOKENS,
                    Figure.REASONING_TOKENS,
                    Figure.CACHED_TOKENS,
                    Figure.IMAGE_TOKENS,
                    Figure.TOKENS,
                    Figure.CACHE_HIT_RATE,
                    Figure.PRICE_PER_MILLION,
                    Figure.TOKENS_PER_SECOND);

    private static final List<ListColumn> ALL = all();

    /** All columns in their order. */
    public static List<ListColumn> values() {
        return ALL;
    }

    /** The column of a dimension that is no time. */
    public static ListColumn of(Dimension dimension) {
        return text(dimension.label(), row -> Optional.ofNullable(row.texts().get(dimension)));
    }

    /** The column of a figure. */
    public static ListColumn of(Figure figure) {
        return new ListColumn(
                figure.label(),
                figure.word(),
                Optional.of(figure),
                row -> Figures.of(List.of(figure), row.totals()).get(figure).known());
    }

    /** Whether it shows numbers. */
    public boolean isNumber() {
        return figure.isPresent() || this == LATENCY;
    }

    private static ListColumn text(String name, Function<GenerationRow, Optional<Object>> value) {
        return new ListColumn(name, name, Optional.empty(), value);
    }

    private static List<ListColumn> all() {
        List<ListColumn> all = new ArrayList<>(List.of(ID, CREATED));
        Stream.of(Dimension.values())
                .filter(dimension -> !dimension.isTime())
                .map(ListColumn::of)
                .forEach(all::add);
        all.add(LATENCY);
        FIGURES.stream().map(ListColumn::of).forEach(all::add);
        return List.copyOf(all);
    }
}
