package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.TokenTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.token.TokenCount;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a {@link SpendStatement}. */
final class SpendRows {

    private static final int PERIOD = 1;

    private final List<Dimension> dimensions;

    /** The column of the first figure. */
    private final int figures;

    SpendRows(List<Dimension> dimensions) {
        this.dimensions = dimensions;
        this.figures = PERIOD + 1 + (int) dimensions.stream().filter(one -> !one.isTime()).count();
    }

    /** The row at which {@code row} stands. */
    SpendRow read(ResultSet row) throws SQLException {
        List<Optional<String>> group = new ArrayList<>(dimensions.size());
        int text = PERIOD;
        for (Dimension dimension : dimensions) {
            group.add(
                    dimension.isTime()
                            ? Optional.of(Periods.text(dimension, row.getLong(PERIOD)))
                            : Optional.ofNullable(row.getString(++text)));
        }
        return new SpendRow(group, totals(row));
    }

    private SpendTotals totals(ResultSet row) throws SQLException {
        return new SpendTotals(
                number(row, Figures.REQUESTS),
                amount(row, Figures.SPEND),
                amount(row, Figures.CREDITS),
                amount(row, Figures.FEE),
                amount(row, Figures.UPSTREAM),
                amount(row, Figures.DISCOUNT),
                new TokenTotals(
                        tokens(row, Figures.PROMPT),
                        tokens(row, Figures.COMPLETION),
                        tokens(row, Figures.REASONING),
                        tokens(row, Figures.CACHED)),
                new UnknownCounts(
                        number(row, Figures.UNKNOWN_SPEND),
                        number(row, Figures.UNKNOWN_CREDITS),
                        number(row, Figures.UNKNOWN_UPSTREAM),
                        number(row, Figures.UNKNOWN_DISCOUNT)));
    }

    private UsdAmount amount(ResultSet row, int figure) throws SQLException {
        return Picodollars.sum(number(row, figure), number(row, figure + 1));
    }

    private TokenCount tokens(ResultSet row, int figure) throws SQLException {
        return new TokenCount(number(row, figure));
    }

    /** JDBC reads null, the sum of unknown figures only, as 0. */
    private long number(ResultSet row, int figure) throws SQLException {
        return row.getLong(figures + figure);
    }
}
