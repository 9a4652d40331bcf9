package io.genledger.app.cli.render;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows under a header, without lines; a header that begins with {@code >} is of numbers. */
final class PlainTable {

    private final List<String> headers;
    private final List<String[]> rows = new ArrayList<>();

    PlainTable(String... headers) {
        this.headers = List.of(headers);
    }

    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Sanitized::of).toArray(String[]::new));
    }

    List<String> drawn(Style style) {
        String table =
                AsciiTable.getTable(
                        AsciiTable.NO_BORDERS,
                        headers.stream().map(PlainTable::column).toArray(Column[]::new),
                        rows.toArray(String[][]::new));
        List<String> lines = new ArrayList<>();
        for (String line : table.lines().toList()) {
            String text = line.substring(1).stripTrailing();
            lines.add(lines.isEmpty() ? style.bold(text) : text);
        }
        return lines;
    }

    private static Column column(String header) {
        boolean numbers = header.startsWith(">");
        HorizontalAlign align = numbers ? HorizontalAlign.RIGHT : HorizontalAlign.LEFT;
        return new Column()
                .header(numbers ? header.substring(1) : header)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(Integer.MAX_VALUE, OverflowBehaviour.CLIP_RIGHT);
    }
}
