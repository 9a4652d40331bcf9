package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.view.report.Figure;
import io.genledger.app.view.report.ReportView;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A report as a table: dollars and counts right-aligned, all amounts of a column with the same
 * number of decimals, the total below. On a narrow terminal the least important columns are left
 * out.
 */
public final class ReportTable {

    /** The importance of a column that is always shown. */
    private static final int INDISPENSABLE = Integer.MAX_VALUE;

    private static final int GAP = 2;
    private static final int NARROWEST_TEXT = 8;
    private static final String NOT_STATED = "(none)";
    private static final String UNKNOWN = "unknown";

    private final List<Part> parts = new ArrayList<>();

    /** One column: its cells from top to bottom, the total last. */
    private record Part(String header, boolean isText, int importance, List<String> cells) {
        int width() {
            return Stream.concat(Stream.of(header), cells.stream())
                    .mapToInt(String::length)
                    .max()
                    .orElse(0);
        }
    }

    private ReportTable(ReportView report) {
        report.dimensions().forEach(dimension -> parts.add(group(report, dimension)));
        boolean allKnown = Optional.of(0L).equals(report.totals().get(Figure.UNKNOWN_SPEND));
        for (Figure figure : Figure.values()) {
            heading(figure)
                    .map(header ->
                            new Part(
                                    header,
                                    false,
                                    importance(figure, allKnown),
                                    cells(report, figure)))
                    .ifPresent(parts::add);
        }
    }

    /**
     * Draws {@code report}.
     *
     * @param columns the width to fit into, in characters; empty for no limit
     */
    public static String of(ReportView report, Optional<Integer> columns, Style style) {
        ReportTable table = new ReportTable(report);
        columns.ifPresent(table::fitInto);
        return table.drawn(style);
    }

    /** The heading of a figure; empty for a figure that only JSON and CSV have. */
    private static Optional<String> heading(Figure figure) {
        return switch (figure) {
            case REQUESTS -> Optional.of("Requests");
            case SPEND -> Optional.of("Spend $");
            case CREDITS -> Optional.of("Credits $");
            case BYOK_UPSTREAM -> Optional.of("BYOK $");
            case CACHE_DISCOUNT -> Optional.of("Cache saved $");
            case PROMPT_TOKENS -> Optional.of("Prompt");
            case COMPLETION_TOKENS -> Optional.of("Completion");
            case REASONING_TOKENS -> Optional.of("Reasoning");
            case CACHED_TOKENS -> Optional.of("Cached");
            case UNKNOWN_SPEND -> Optional.of("Unknown");
            case BYOK_FEE, UNKNOWN_CACHE_SAVING -> Optional.empty();
        };
    }

    private static int importance(Figure figure, boolean allKnown) {
        return switch (figure) {
            case SPEND -> INDISPENSABLE;
            case UNKNOWN_SPEND -> allKnown ? 1 : 9;
            case REQUESTS -> 8;
            case PROMPT_TOKENS -> 7;
            case COMPLETION_TOKENS -> 6;
            case CREDITS -> 5;
            case BYOK_UPSTREAM -> 4;
            case CACHE_DISCOUNT -> 3;
            case CACHED_TOKENS -> 2;
            case REASONING_TOKENS, BYOK_FEE, UNKNOWN_CACHE_SAVING -> 1;
        };
    }

    private static Part group(ReportView report, Dimension dimension) {
        List<String> cells =
                report.rows().stream()
                        .map(row -> row.group().get(dimension))
                        .map(name -> name.map(Sanitized::of).orElse(NOT_STATED))
                        .collect(Collectors.toCollection(ArrayList::new));
        cells.add(dimension == report.dimensions().getFirst() ? "Total" : "");
        String label = dimension.label();
        String header = Character.toUpperCase(label.charAt(0)) + label.substring(1);
        return new Part(header, true, INDISPENSABLE, cells);
    }

    private static List<String> cells(ReportView report, Figure figure) {
        List<Optional<Object>> values =
                Stream.concat(
                                report.rows().stream().map(ReportView.Row::figures),
                                Stream.of(report.totals()))
                        .map(figures -> figures.get(figure))
                        .toList();
        int decimals =
                Numbers.decimalsOf(
                        values.stream()
                                .flatMap(Optional::stream)
                                .filter(UsdAmount.class::isInstance)
                                .map(UsdAmount.class::cast)
                                .toList());
        return values.stream()
                .map(value -> value.map(known -> text(known, decimals)).orElse(UNKNOWN))
                .toList();
    }

    private static String text(Object value, int decimals) {
        return value instanceof UsdAmount amount
                ? Numbers.amount(amount, decimals)
                : Numbers.count((Long) value);
    }

    /** Drops columns, the least important first, until the rest fits or is indispensable. */
    private void fitInto(int columns) {
        while (width() > columns) {
            Optional<Part> least =
                    parts.stream()
                            .filter(part -> part.importance() != INDISPENSABLE)
                            .min(Comparator.comparingInt(Part::importance));
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
        return new Part(part.header(), part.isText(), part.importance(), cells);
    }

    private String drawn(Style style) {
        Table table = new Table();
        for (Part part : parts) {
            if (part.isText()) {
                table.text(part.header());
            } else {
                table.numbers(part.header());
            }
        }
        int rows = parts.getFirst().cells().size();
        for (int i = 0; i < rows; i++) {
            int row = i;
            table.row(parts.stream().map(part -> part.cells().get(row)).toArray(String[]::new));
        }
        List<String> lines = table.drawn(style);
        lines.set(lines.size() - 1, style.bold(lines.getLast()));
        return String.join("\n", lines);
    }
}
