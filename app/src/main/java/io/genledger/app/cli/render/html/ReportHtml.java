package io.genledger.app.cli.render.html;

import io.genledger.app.cli.render.table.ReportColumn;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A report by one dimension as a table in HTML, with every digit of its amounts. */
public final class ReportHtml implements ReportWriter {

    private final List<ReportRow> rows = new ArrayList<>();
    private Optional<ReportHead> head = Optional.empty();
    private Optional<ReportEnd> end = Optional.empty();

    @Override
    public void begin(ReportHead begun) {
        head = Optional.of(begun);
    }

    @Override
    public void row(ReportRow row) {
        rows.add(row);
    }

    @Override
    public void end(ReportEnd ended) {
        end = Optional.of(ended);
    }

    /** What the report covers. */
    public ReportHead head() {
        return head.orElseThrow();
    }

    /** What is missing from it. */
    public ReportEnd end() {
        return end.orElseThrow();
    }

    /** The number of groups. */
    public long groups() {
        return rows.stream().filter(row -> !row.group().isEmpty()).count();
    }

    /** The table, which scrolls where there is no room for it. */
    public String table() {
        List<ReportColumn> columns = head().columns().stream().map(this::column).toList();
        return """
        <div class="scroll" role="region" tabindex="0" aria-label="Spend by %s">\
        <table class="grid"><thead><tr>%s</tr></thead>
        <tbody>%s</tbody>
        <tfoot>%s</tfoot></table></div>
        """
                .formatted(
                        dimension(),
                        header(columns),
                        joined(rows, row -> row(name(row), row.figures(), columns)),
                        row("Total", end().totals(), columns));
    }

    private String header(List<ReportColumn> columns) {
        return cell("th", " scope=\"col\" class=\"text\"", dimension())
                + joined(
                        columns,
                        one -> cell("th", " scope=\"col\" class=\"num\"", Html.text(one.header())));
    }

    private ReportColumn column(Figure figure) {
        return ReportColumn.of(
                figure,
                Stream.concat(rows.stream().map(ReportRow::figures), Stream.of(end().totals()))
                        .map(figures -> figures.get(figure))
                        .toList());
    }

    private String dimension() {
        return Html.text(head().dimensions().get(0).label());
    }

    private static String name(ReportRow row) {
        return switch (row.kind()) {
            case GROUP, SUBTOTAL -> row.value(0).map(Html::name).orElse("not stated");
            case OTHER -> "Others";
            case NO_COUNTERPART -> "No counterpart";
        };
    }

    private static String row(String name, Figures figures, List<ReportColumn> columns) {
        return "<tr>%s%s</tr>\n"
                .formatted(
                        cell("th", " scope=\"row\"", name),
                        joined(
                                columns,
                                one ->
                                        cell(
                                                "td",
                                                " class=\"num\"",
                                                Html.text(one.cell(figures.get(one.figure()))))));
    }

    private static String cell(String element, String attributes, String content) {
        return "<%1$s%2$s>%3$s</%1$s>".formatted(element, attributes, content);
    }

    private static <T> String joined(List<T> parts, Function<T, String> text) {
        return parts.stream().map(text).collect(Collectors.joining());
    }
}
