package io.genledger.app.view.listing;

import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A column of a list of generations. */
public final class ListColumn {

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

    /** The generation time. */
    public static final ListColumn DURATION =
            new ListColumn(
                    "generationTimeMs",
                    "duration",
                    Optional.empty(),
                    row -> row.generationTime().map(each -> each));

    /** The codes of its errors and warnings, with a space between them; empty if it has none. */
    public static final ListColumn FINDINGS =
            text("findings", row -> weightyFindings(row).map(each -> each));

    /** The name of the ledger; only in lists of several ledgers. */
    public static final ListColumn LEDGER = of(Dimension.LEDGER);

    /** Whether the figures may include those of other generations; only in runs. */
    public static final ListColumn MAY_INCLUDE_WORKERS =
            text("mayIncludeWorkers", row -> Optional.of(row.totals().provisional() > 0));

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
    private static final List<ListColumn> OF_LAKE = ofLakeInOrder();

    private final String label;
    private final String word;
    private final Optional<Figure> figure;
    private final Function<GenerationRow, Optional<Object>> value;

    private ListColumn(
            String label,
            String word,
            Optional<Figure> figure,
            Function<GenerationRow, Optional<Object>> value) {
        this.label = label;
        this.word = word;
        this.figure = figure;
        this.value = value;
    }

    /** All columns in their order. */
    public static List<ListColumn> values() {
        return ALL;
    }

    /** Those of a list of several ledgers in their order: a lake has no findings. */
    public static List<ListColumn> ofLake() {
        return OF_LAKE;
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

    /** Its name in JSON and CSV. */
    public String label() {
        return label;
    }

    /** Its name on the command line. */
    public String word() {
        return word;
    }

    /** The figure that it shows; empty if it shows a text, a time or a duration. */
    public Optional<Figure> figure() {
        return figure;
    }

    /** Its value for a generation; empty if that is unknown. */
    public Optional<Object> of(GenerationRow row) {
        return value.apply(row);
    }

    /** Whether it shows numbers. */
    public boolean isNumber() {
        return figure.isPresent() || this == LATENCY || this == DURATION;
    }

    private static ListColumn text(String name, Function<GenerationRow, Optional<Object>> value) {
        return new ListColumn(name, name, Optional.empty(), value);
    }

    private static Optional<String> weightyFindings(GenerationRow row) {
        return Optional.of(
                        row.findings().stream()
                                .filter(each -> each.severity() != Severity.INFO)
                                .map(StandardFindings::code)
                                .sorted()
                                .collect(Collectors.joining(" ")))
                .filter(codes -> !codes.isEmpty());
    }

    private static List<ListColumn> ofLakeInOrder() {
        List<ListColumn> all = new ArrayList<>(ALL);
        all.remove(FINDINGS);
        all.add(all.indexOf(CREATED) + 1, LEDGER);
        return List.copyOf(all);
    }

    private static List<ListColumn> all() {
        List<ListColumn> all = new ArrayList<>(List.of(ID, CREATED));
        Dimension.ofLedger().stream()
                .filter(dimension -> !dimension.isTime())
                .map(ListColumn::of)
                .forEach(all::add);
        all.addAll(List.of(FINDINGS, LATENCY, DURATION));
        FIGURES.stream().map(ListColumn::of).forEach(all::add);
        return List.copyOf(all);
    }
}
