package io.genledger.app.view.spend;

import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.usecase.report.ReportedRow;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The figures of a row or total.
 *
 * @param columns the figures
 * @param values their values, in the same order
 */
public record Figures(List<Figure> columns, List<FigureValue> values) {

    /** The figures of {@code totals}, which are not compared, by themselves. */
    public static Figures of(List<Figure> columns, SpendTotals totals) {
        ReportedRow row =
                new ReportedRow(Kind.GROUP, new SpendRow(List.of(), totals), Optional.empty());
        return of(columns, new MeasuredRow(row, row, Optional.empty(), Optional.empty()));
    }

    static Figures of(List<Figure> columns, MeasuredRow row) {
        // A stream takes a tenth of the time of a large report.
        List<FigureValue> values = new ArrayList<>(columns.size());
        for (Figure figure : columns) {
            values.add(figure.of(row));
        }
        return new Figures(columns, values);
    }

    /**
     * The value of {@code figure}.
     *
     * @throws IllegalArgumentException if it is not among the columns
     */
    public FigureValue get(Figure figure) {
        int index = columns.indexOf(figure);
        if (index < 0) {
            throw new IllegalArgumentException("no column " + figure.word());
        }
        return values.get(index);
    }
}
