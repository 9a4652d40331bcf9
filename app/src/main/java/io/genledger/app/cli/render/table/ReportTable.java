package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.DisplayCells;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.cli.render.Wrapped;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.FigureValue;
import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportView;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A report as a table: dollars and counts right-aligned, all amounts of a column with the same
 * number of decimals, the total below, then what is missing. On a narrow terminal the least
 * important columns are left out. Widths are those of the first rows; later rows are drawn as they
 * come.
 */
public final class ReportTable implements ReportWriter {

    /** The rows whose widths are measured before the first is drawn. */
    static final int MEASURED_ROWS = 1000;

    private static final int LONGEST_NAME = 45;
    private static final int SHORTEST_NAME = 8;
    private static final String NOT_STATED = "(none)";

    private final Consumer<String> lines;
    private final Optional<Integer> width;
    private final Style style;
    private final boolean keepsColumns;

    private final List<ReportRow> measured = new ArrayList<>();
    private Optional<ReportHead> head = Optional.empty();
    private Optional<Layout> layout = Optional.empty();
    private long shown;

    /** The columns that are shown, in their widths. */
    private record Layout(Table table, List<ReportColumn> columns, int nameWidth) {}

    /**
     * @param lines receives the lines of the table
     * @param width the width to fit into, in cells; empty for no limit
     * @param keepsColumns whether the last columns are left out on a narrow terminal in place of
     *     the least important ones, because the user chose them
     */
    public ReportTable(
            Consumer<String> lines, Optional<Integer> width, Style style, boolean keepsColumns) {
        this.lines = lines;
        this.width = width;
        this.style = style;
        this.keepsColumns = keepsColumns;
    }

    /** Draws a report of few rows. */
    public static String of(ReportView report, Optional<Integer> width, Style style) {
        List<String> lines = new ArrayList<>();
        report.writeTo(new ReportTable(lines::add, width, style, false));
        return String.join("\n", lines);
    }

    @Override
    public void begin(ReportHead begun) {
        head = Optional.of(begun);
    }

    @Override
    public void row(ReportRow row) {
        shown += row.kind() == Kind.GROUP || row.kind() == Kind.SUBTOTAL ? 1 : 0;
        if (layout.isPresent()) {
            lines.accept(layout.get().table().line(cells(row, layout.get())));
            return;
        }
        measured.add(row);
        if (measured.size() == MEASURED_ROWS + 1) {
            draw(Optional.empty());
        }
    }

    @Override
    public void end(ReportEnd end) {
        Layout drawn = layout.orElseGet(() -> draw(Optional.of(end.totals())));
        lines.accept(style.bold(drawn.table().line(total(end.totals(), drawn))));
        List<String> leftOut =
                head().columns().stream()
                        .filter(figure -> !figures(drawn).contains(figure))
                        .map(Figure::word)
                        .toList();
        if (!leftOut.isEmpty()) {
            note(
                    "Not shown for lack of width: "
                            + String.join(", ", leftOut)
                            + " (see --columns).");
        }
        ReportNotes.of(head(), end, shown).forEach(this::note);
    }

    private void note(String sentence) {
        Wrapped.lines(sentence, width).forEach(lines);
    }

    private ReportHead head() {
        return head.orElseThrow();
    }

    private static List<Figure> figures(Layout drawn) {
        return drawn.columns().stream().map(ReportColumn::figure).toList();
    }

    /** Draws the measured rows in a layout for them and the total, if that is known. */
    private Layout draw(Optional<Figures> total) {
        Layout chosen = fitting(total);
        for (ReportRow row : measured) {
            chosen.table().row(cells(row, chosen));
        }
        List<String> drawn = chosen.table().drawn(style);
        total.ifPresent(figures -> chosen.table().row(total(figures, chosen)));
        // Drawn again if the total is wider than all rows.
        (total.isPresent() ? chosen.table().drawn(style).subList(0, drawn.size()) : drawn)
                .forEach(lines);
        measured.clear();
        layout = Optional.of(chosen);
        return chosen;
    }

    private Layout fitting(Optional<Figures> total) {
        List<ReportColumn> columns = new ArrayList<>();
        for (Figure figure : head().columns()) {
            columns.add(ReportColumn.of(figure, values(figure, total)));
        }
        boolean isAllKnown = isAllKnown();
        int names = LONGEST_NAME;
        while (width.isPresent() && width(columns, names, total) > width.get()) {
            Optional<ReportColumn> least = least(columns, isAllKnown);
            if (least.isEmpty()) {
                names = shorterNames(columns, names, total);
                break;
            }
            columns.remove(least.get());
        }
        return new Layout(header(columns), columns, names);
    }

    private boolean isAllKnown() {
        return !head().columns().contains(Figure.UNKNOWN_SPEND)
                || values(Figure.UNKNOWN_SPEND, Optional.empty()).stream()
                        .allMatch(value -> value.known().equals(Optional.of(0L)));
    }

    /** The column to leave out first. The spend stays. */
    private Optional<ReportColumn> least(List<ReportColumn> columns, boolean isAllKnown) {
        if (columns.size() <= 1) {
            return Optional.empty();
        }
        return keepsColumns
                ? Optional.of(columns.getLast())
                : columns.stream()
                        .min(
                                Comparator.comparingInt(column ->
                                        ReportColumn.importance(column.figure(), isAllKnown)));
    }

    private int shorterNames(List<ReportColumn> columns, int names, Optional<Figures> total) {
        int excess = width(columns, names, total) - width.orElse(Integer.MAX_VALUE);
        int widest =
                measured.stream()
                        .flatMap(row -> names(row, LONGEST_NAME).stream())
                        .mapToInt(DisplayCells::of)
                        .max()
                        .orElse(names);
        int each = Math.ceilDiv(excess, Math.max(1, head().dimensions().size()));
        return Math.max(SHORTEST_NAME, widest - each);
    }

    private int width(List<ReportColumn> columns, int names, Optional<Figures> total) {
        Table table = header(columns);
        Layout candidate = new Layout(table, columns, names);
        Stream.concat(
                        measured.stream().map(row -> cells(row, candidate)),
                        total.stream().map(figures -> total(figures, candidate)))
                .forEach(table::row);
        return table.width();
    }

    private List<FigureValue> values(Figure figure, Optional<Figures> total) {
        return Stream.concat(measured.stream().map(ReportRow::figures), total.stream())
                .map(figures -> figures.get(figure))
                .toList();
    }

    private Table header(List<ReportColumn> columns) {
        Table table = new Table();
        head().dimensions().stream().map(ReportTable::header).forEach(table::text);
        if (head().dimensions().isEmpty()) {
            table.text("");
        }
        columns.stream().map(ReportColumn::header).forEach(table::numbers);
        return table;
    }

    private static String header(Dimension dimension) {
        String words =
                dimension.label().replace('-', ' ').replace("byok", "BYOK").replace("api", "API");
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<String> cells(ReportRow row, Layout shownIn) {
        return cells(names(row, shownIn.nameWidth()), row.figures(), shownIn);
    }

    private List<String> total(Figures figures, Layout shownIn) {
        List<String> names = new ArrayList<>(List.of("Total"));
        while (names.size() < head().dimensions().size()) {
            names.add("");
        }
        return cells(names, figures, shownIn);
    }

    private static List<String> cells(List<String> names, Figures figures, Layout shownIn) {
        List<String> cells = new ArrayList<>(names);
        shownIn.columns().forEach(column -> cells.add(column.cell(figures.get(column.figure()))));
        return cells;
    }

    /** The values of the dimensions, or the name of a sum in place of the first that it has not. */
    private List<String> names(ReportRow row, int most) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < head().dimensions().size(); i++) {
            names.add(
                    i < row.group().size()
                            ? name(row, i, most)
                            : i == row.group().size() ? nameOf(row.kind()) : "");
        }
        if (names.isEmpty()) {
            names.add("");
        }
        return names;
    }

    /** The rows below a subtotal do not repeat its name. */
    private String name(ReportRow row, int index, int most) {
        return index == 0 && head().subtotals() && row.kind() != Kind.SUBTOTAL
                ? ""
                : DisplayCells.shortened(
                        row.value(index).map(Sanitized::of).orElse(NOT_STATED), most);
    }

    private static String nameOf(Kind kind) {
        return switch (kind) {
            case GROUP, SUBTOTAL -> "";
            case OTHER -> "other";
            case NO_COUNTERPART -> "(no counterpart)";
        };
    }
}
