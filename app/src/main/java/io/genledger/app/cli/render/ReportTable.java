package io.genledger.app.cli.render;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import com.github.freva.asciitable.OverflowBehaviour;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as a table: dollars and counts right-aligned, all amounts of a column with the same
 * number of decimals, the total below. On a narrow terminal the least important columns go first.
 */
public final class ReportTable {

    /** A column never goes. */
    private static final int INDISPENSABLE = 0;

    private static final int GAP = 2;
    private static final int NARROWEST_TEXT = 8;
    private static final String NOT_SAID = "(none)";

    private final List<Part> parts = new ArrayList<>();
    private final Style style;

    /** One column: its cells from top to bottom, the total last. */
    private record Part(String header, boolean isText, int goesAt, List<String> cells) {
        int width() {
            return Stream.concat(Stream.of(header), cells.stream())
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    private ReportTable(SpendReport report, Style style) {
        this.style = style;
        for (int i = 0; i < report.dimensions().size(); i++) {
            addText(report, i);
        }
        addCount(report, "Requests", 8, SpendTotals::requests);
        addMoney(report, "Spend $", INDISPENSABLE, SpendTotals::spend);
        addMoney(report, "Credits $", 5, SpendTotals::credits);
        addMoney(report, "Own key $", 4, SpendTotals::byokUpstream);
        addMoney(report, "Cache saved $", 3, SpendTotals::cacheDiscount);
        addCount(report, "Prompt", 7, totals -> totals.tokens().prompt().value());
        addCount(report, "Completion", 6, totals -> totals.tokens().completion().value());
        addCount(report, "Reasoning", 1, totals -> totals.tokens().reasoning().value());
        addCount(report, "Cached", 2, totals -> totals.tokens().cached().value());
        boolean allKnown = report.totals().unknownSpend() == 0;
        addCount(report, "Unknown", allKnown ? 1 : 9, SpendTotals::unknownSpend);
    }

    /**
     * Draws {@code report}.
     *
     * @param columns the width to fit into; empty for as much as it takes
     */
    public static String of(SpendReport report, Optional<Integer> columns, Style style) {
        ReportTable table = new ReportTable(report, style);
        columns.ifPresent(table::fitInto);
        return table.drawn();
    }

    private void addText(SpendReport report, int dimension) {
        List<String> cells =
                report.rows().stream()
                        .map(row -> row.group().get(dimension).map(Sanitized::of).orElse(NOT_SAID))
                        .collect(Collectors.toCollection(ArrayList::new));
        cells.add(dimension == 0 ? "Total" : "");
        String label = report.dimensions().get(dimension).label();
        String header = Character.toUpperCase(label.charAt(0)) + label.substring(1);
        parts.add(new Part(header, true, INDISPENSABLE, cells));
    }

    private void addCount(
            SpendReport report, String header, int goesAt, Function<SpendTotals, Long> count) {
        addFigures(report, header, goesAt, totals -> Numbers.count(count.apply(totals)));
    }

    private void addMoney(
            SpendReport report,
            String header,
            int goesAt,
            Function<SpendTotals, UsdAmount> amount) {
        int decimals =
                Numbers.decimalsOf(
                        linesOf(report)
                                .map(amount)
                                .collect(Collectors.toCollection(ArrayList::new)));
        addFigures(
                report, header, goesAt, totals -> Numbers.amount(amount.apply(totals), decimals));
    }

    private void addFigures(
            SpendReport report, String header, int goesAt, Function<SpendTotals, String> figure) {
        parts.add(new Part(header, false, goesAt, linesOf(report).map(figure).toList()));
    }

    private static Stream<SpendTotals> linesOf(SpendReport report) {
        return Stream.concat(
                report.rows().stream().map(SpendRow::totals), Stream.of(report.totals()));
    }

    /** Drops columns, the least important first, until the rest fits or is indispensable. */
    private void fitInto(int columns) {
        while (width() > columns) {
            Optional<Part> least =
                    parts.stream()
                            .filter(part -> part.goesAt() != INDISPENSABLE)
                            .min(Comparator.comparingInt(Part::goesAt));
            if (least.isEmpty()) {
                shortenTexts(width() - columns);
                return;
            }
            parts.remove(least.get());
        }
    }

    private int width() {
        return parts.stream().mapToInt(part -> part.width() + GAP).sum() - GAP;
    }

    private void shortenTexts(int excess) {
        int left = excess;
        for (int i = 0; i < parts.size() && left > 0; i++) {
            Part part = parts.get(i);
            int width = Math.max(NARROWEST_TEXT, part.width() - left);
            if (part.isText() && width < part.width()) {
                left -= part.width() - width;
                parts.set(i, shortened(part, width));
            }
        }
    }

    private static Part shortened(Part part, int width) {
        List<String> cells =
                part.cells().stream()
                        .map(cell ->
                                cell.length() <= width ? cell : cell.substring(0, width - 1) + "…")
                        .toList();
        return new Part(part.header(), part.isText(), part.goesAt(), cells);
    }

    private String drawn() {
        int rows = parts.get(0).cells().size();
        String[][] body = new String[rows][parts.size()];
        for (int column = 0; column < parts.size(); column++) {
            for (int row = 0; row < rows; row++) {
                body[row][column] = parts.get(column).cells().get(row);
            }
        }
        String table = AsciiTable.getTable(AsciiTable.NO_BORDERS, columns(), body);
        List<String> lines =
                Arrays.stream(table.split("\\R"))
                        .map(line -> line.substring(1).stripTrailing())
                        .collect(Collectors.toCollection(ArrayList::new));
        lines.set(0, style.bold(lines.get(0)));
        int last = lines.size() - 1;
        lines.set(last, style.bold(lines.get(last)));
        return String.join("\n", lines);
    }

    private Column[] columns() {
        return parts.stream()
                .map(part -> {
                    HorizontalAlign align =
                            part.isText() ? HorizontalAlign.LEFT : HorizontalAlign.RIGHT;
                    return new Column()
                            .header(part.header())
                            .headerAlign(align)
                            .dataAlign(align)
                            .maxWidth(Integer.MAX_VALUE, OverflowBehaviour.CLIP_RIGHT);
                })
                .toArray(Column[]::new);
    }
}
