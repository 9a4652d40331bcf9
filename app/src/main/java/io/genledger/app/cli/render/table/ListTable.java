package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.DisplayCells;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Wrapped;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.GenerationRow;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A list of generations as a table, with the times of a zone. On a narrow terminal the last columns
 * are left out; before the model is, it is cut, and the time is left out, whose second the id
 * states. Widths are those of the first rows; later rows are drawn as they come.
 */
public final class ListTable implements ListWriter {

    /** The columns of a list that names none; those that are left out first stand last. */
    public static final List<ListColumn> STANDARD =
            List.of(
                    ListColumn.CREATED,
                    ListColumn.ID,
                    ListColumn.of(Figure.SPEND),
                    ListColumn.of(Dimension.MODEL),
                    ListColumn.of(Figure.PROMPT_TOKENS),
                    ListColumn.of(Figure.COMPLETION_TOKENS),
                    ListColumn.of(Dimension.PROVIDER),
                    ListColumn.of(Dimension.TRUST),
                    ListColumn.LATENCY);

    /** The same of several ledgers, whose names are left out last. */
    public static final List<ListColumn> OF_LAKE =
            Stream.concat(Stream.of(ListColumn.LEDGER), STANDARD.stream()).toList();

    private static final int MEASURED_ROWS = 1000;
    private static final int LONGEST_NAME = 45;
    private static final int SHORTEST_NAME = 16;
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

    private final Consumer<String> lines;
    private final Optional<Integer> width;
    private final Style style;
    private final ZoneId zone;
    private final List<ListColumn> columns;
    private final String seeAlso;
    private int longestName = LONGEST_NAME;
    private final List<GenerationRow> measured = new ArrayList<>();
    private Optional<Drawn> drawn = Optional.empty();

    private record Drawn(Table table, List<ListColumn> columns, List<ReportColumn> figures) {

        ReportColumn of(Figure figure) {
            return figures.stream()
                    .filter(column -> column.figure() == figure)
                    .findFirst()
                    .orElseThrow();
        }
    }

    /**
     * @param lines receives the lines of the table
     * @param width the width to fit into, in cells; empty for no limit
     * @param seeAlso the option that shows columns which are left out for lack of width
     */
    public ListTable(
            Consumer<String> lines,
            Optional<Integer> width,
            Style style,
            ZoneId zone,
            List<ListColumn> columns,
            String seeAlso) {
        this.lines = lines;
        this.width = width;
        this.style = style;
        this.zone = zone;
        this.columns = columns;
        this.seeAlso = seeAlso;
    }

    @Override
    public void row(GenerationRow row) {
        if (drawn.isPresent()) {
            lines.accept(drawn.get().table().line(cells(row, drawn.get())));
            return;
        }
        measured.add(row);
        if (measured.size() == MEASURED_ROWS) {
            draw();
        }
    }

    @Override
    public void end(Optional<GenerationId> last) {
        Drawn whole = drawn.orElseGet(this::draw);
        List<String> leftOut =
                columns.stream()
                        .filter(column -> !whole.columns().contains(column))
                        .map(ListColumn::word)
                        .toList();
        if (!leftOut.isEmpty()) {
            note(
                    "Not shown for lack of width: %s (see %s)."
                            .formatted(String.join(", ", leftOut), seeAlso));
        }
        last.ifPresent(id -> lines.accept("There are more; the next page: --after " + id));
    }

    private void note(String sentence) {
        Wrapped.lines(sentence, width).forEach(lines);
    }

    private Drawn draw() {
        List<ListColumn> shown = new ArrayList<>(columns);
        Drawn fitting = filled(shown);
        while (width.isPresent() && fitting.table().width() > width.get() && shown.size() > 1) {
            makeRoom(shown, fitting.table().width() - width.get());
            fitting = filled(shown);
        }
        fitting.table().drawn(style).forEach(lines);
        measured.clear();
        drawn = Optional.of(fitting);
        return fitting;
    }

    private void makeRoom(List<ListColumn> shown, int missing) {
        boolean isModelLast = shown.getLast().label().equals(Dimension.MODEL.label());
        int longest = isModelLast ? longest(shown.getLast()) - missing : 0;
        if (longest >= SHORTEST_NAME) {
            longestName = longest;
        } else if (!isModelLast
                || !shown.contains(ListColumn.ID)
                || !shown.remove(ListColumn.CREATED)) {
            shown.removeLast();
        }
    }

    private int longest(ListColumn names) {
        return measured.stream()
                .flatMap(row -> names.of(row).stream())
                .mapToInt(name -> DisplayCells.of(text(name)))
                .max()
                .orElse(0);
    }

    private Drawn filled(List<ListColumn> shown) {
        Table table = new Table();
        List<ReportColumn> figures =
                shown.stream()
                        .flatMap(column -> column.figure().stream())
                        .map(this::figure)
                        .toList();
        Drawn filled = new Drawn(table, List.copyOf(shown), figures);
        for (ListColumn column : shown) {
            if (column.isNumber()) {
                table.numbers(header(column, filled));
            } else {
                table.text(header(column, filled));
            }
        }
        measured.forEach(row -> table.row(cells(row, filled)));
        return filled;
    }

    private ReportColumn figure(Figure figure) {
        return ReportColumn.of(
                figure,
                measured.stream()
                        .map(row -> Figures.of(List.of(figure), row.totals()).get(figure))
                        .toList());
    }

    private static String header(ListColumn column, Drawn shownIn) {
        return column.figure()
                .map(figure -> shownIn.of(figure).header())
                .orElseGet(() -> {
                    String words = column.word().replace('-', ' ');
                    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
                });
    }

    private List<String> cells(GenerationRow row, Drawn shownIn) {
        return shownIn.columns().stream().map(column -> cell(column, row, shownIn)).toList();
    }

    private String cell(ListColumn column, GenerationRow row, Drawn shownIn) {
        if (column.figure().isPresent()) {
            Figure figure = column.figure().get();
            return shownIn.of(figure).cell(Figures.of(List.of(figure), row.totals()).get(figure));
        }
        return column.of(row).map(this::text).orElse("");
    }

    private String text(Object known) {
        return switch (known) {
            case Instant moment -> SECONDS.format(moment.atZone(zone));
            case Duration duration -> Numbers.count(duration.toMillis()) + " ms";
            case GenerationId id -> id.value();
            default -> DisplayCells.shortened(Sanitized.of(known.toString()), longestName);
        };
    }
}
