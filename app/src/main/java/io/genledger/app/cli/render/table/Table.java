package io.genledger.app.cli.render.table;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a header, without lines; text is aligned to the left, numbers to the right. */
public final class Table {

    private final List<Column> columns = new ArrayList<>();
    private final List<String[]> rows = new ArrayList<>();

    /** Adds a column of text. */
    public Table text(String... headers) {
        Arrays.stream(headers).forEach(header -> add(header, HorizontalAlign.LEFT));
        return this;
    }

    /** Adds a column of numbers. */
    public Table numbers(String header) {
        add(header, HorizontalAlign.RIGHT);
        return this;
    }

    /** Adds a row with a cell for each column. */
    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Sanitized::of).toArray(String[]::new));
    }

    /** The lines of the table, the header first. */
    public List<String> drawn(Style style) {
        String table =
                AsciiTable.getTable(
                        AsciiTable.NO_BORDERS,
                        columns.toArray(Column[]::new),
                        rows.toArray(String[][]::new));
        List<String> lines = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String text = line.substring(1).stripTrailing();
            lines.add(lines.isEmpty() ? style.bold(text) : text);
        }
        return lines;
    }

    private void add(String header, HorizontalAlign align) {
        columns.add(
                new Column()
                        .header(header)
                        .headerAlign(align)
                        .dataAlign(align)
                        .maxWidth(Integer.MAX_VALUE, OverflowBehaviour.CLIP_RIGHT));
    }
}
