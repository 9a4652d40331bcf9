package io.genledger.app.cli.render.table;

import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.csv.Csv;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.app.view.listing.ListWriter;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationRow;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A list of generations as CSV, in the form of a report's. */
public final class ListCsv implements ListWriter {

    private final Csv csv;
    private final List<ListColumn> columns;

    /**
     * Begins a list.
     *
     * @param forTerminal whether to escape control characters in names
     */
    public ListCsv(Writer out, Csv.Form form, List<ListColumn> columns, boolean forTerminal) {
        this.csv = new Csv(out, form, forTerminal ? Sanitized::of : UnaryOperator.identity());
        this.columns = columns;
        csv.record(columns.stream().map(ListColumn::label).toList());
    }

    @Override
    public void row(GenerationRow row) {
        csv.record(columns.stream().map(column -> cell(column, row)).toList());
    }

    private String cell(ListColumn column, GenerationRow row) {
        return column.of(row)
                .map(known -> column.isNumber() ? csv.number(known) : csv.name(Csv.text(known)))
                .orElse("");
    }

    @Override
    public void end(Optional<GenerationId> last) {
        csv.flush();
    }
}
