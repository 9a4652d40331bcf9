package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.DisplayCells;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a header, without lines; text is aligned to the left, numbers to the right. */
public final class Table {

    /** The cells between two columns. */
    static final int GAP = 2;

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    private record Column(String header, boolean isText, int width) {

        Column with(String cell) {
            return new Column(header, isText, Math.max(width, DisplayCells.of(cell)));
        }
    }

    /** Adds a column of text. */
    public Table text(String... headers) {
        Arrays.stream(headers).forEach(header -> add(header, true));
        return this;
    }

    /** Adds a column of numbers. */
    public Table numbers(String header) {
        add(header, false);
        return this;
    }

    private void add(String header, boolean isText) {
        columns.add(new Column(header, isText, 0).with(header));
    }

    /** Adds a row with a cell for each column. */
    public void row(String... cells) {
        row(Arrays.asList(cells));
    }

    /** Adds a row with a cell for each column. */
    void row(List<String> cells) {
        List<String> safe = cells.stream().map(Sanitized::of).toList();
        for (int i = 0; i < columns.size(); i++) {
            columns.set(i, columns.get(i).with(safe.get(i)));
        }
        rows.add(safe);
    }

    /** The lines of the table, the header first. */
    public List<String> drawn(Style style) {
        List<String> lines = new ArrayList<>();
        lines.add(style.bold(line(columns.stream().map(Column::header).toList())));
        rows.forEach(row -> lines.add(line(row)));
        return lines;
    }

    /** The cells of a line. */
    int width() {
        return columns.stream().mapToInt(column -> column.width() + GAP).sum() - GAP;
    }

    /** One more row in the widths of the rows that were added; a wider cell moves the next ones. */
    String line(List<String> cells) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            line.append(i == 0 ? "" : " ".repeat(GAP))
                    .append(
                            DisplayCells.padded(
                                    Sanitized.of(cells.get(i)), column.width(), column.isText()));
        }
        return line.toString().stripTrailing();
    }
}
