package io.genledger.app.view.spend;

import java.util.List;

/**
 * The figures of a row or total.
 *
 * @param columns the figures
 * @param values their values, in the same order
 */
public record Figures(List<Figure> columns, List<FigureValue> values) {

    static Figures of(List<Figure> columns, MeasuredRow row) {
        return new Figures(columns, columns.stream().map(figure -> figure.of(row)).toList());
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
