package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.csv.Csv;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.spend.Figure;
import io.genledger.app.view.spend.Figures;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.report.Dimension;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A report as CSV (RFC 4180, with line feeds), for spreadsheets: plain digits, and an empty cell
 * for an unknown value.
 */
public final class ReportCsv implements ReportWriter {

    private final Csv csv;
    private final Kinds kinds;
    private int dimensions;

    /**
     * Rows beside those of groups.
     *
     * @param areNamed whether a first column names the kind of each row
     * @param hasTotal whether the last row is the total
     */
    public record Kinds(boolean areNamed, boolean hasTotal) {}

    /**
     * @param forTerminal whether to escape control characters in names
     */
    public ReportCsv(Writer out, Csv.Form form, Kinds kinds, boolean forTerminal) {
        this.csv = new Csv(out, form, forTerminal ? Sanitized::of : UnaryOperator.identity());
        this.kinds = kinds;
    }

    @Override
    public void begin(ReportHead head) {
        dimensions = head.dimensions().size();
        List<String> cells = new ArrayList<>();
        if (kinds.areNamed()) {
            cells.add("kind");
        }
        head.dimensions().stream().map(Dimension::label).forEach(cells::add);
        head.columns().stream().map(Figure::label).forEach(cells::add);
        csv.record(cells);
    }

    @Override
    public void row(ReportRow row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < dimensions; i++) {
            cells.add(row.value(i).map(csv::name).orElse(""));
        }
        write(Forms.code(row.kind()), cells, row.figures());
    }

    @Override
    public void end(ReportEnd end) {
        if (kinds.hasTotal()) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < dimensions; i++) {
                cells.add("");
            }
            write("total", cells, end.totals());
        }
        csv.flush();
    }

    private void write(String kind, List<String> cells, Figures figures) {
        if (kinds.areNamed()) {
            cells.add(0, kind);
        }
        figures.values().stream()
                .map(value -> value.known().map(csv::number).orElse(""))
                .forEach(cells::add);
        csv.record(cells);
    }
}
