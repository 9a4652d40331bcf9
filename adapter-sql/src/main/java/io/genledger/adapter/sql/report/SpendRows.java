package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.report.grouping.SpendStatement;
import io.genledger.adapter.sql.report.range.Periods;
import io.genledger.adapter.sql.report.source.Figures;
import io.genledger.adapter.sql.statement.Picodollars;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.metrics.DurationPercentiles.Spread;
import io.genledger.domain.metrics.RatioTotals;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.SpendTotals.TokenTotals;
import io.genledger.domain.report.SpendTotals.UnknownCounts;
import io.genledger.domain.token.TokenCount;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the rows of a {@link SpendStatement}. */
public final class SpendRows {

    private final SpendQuery query;

    /** The column of the first figure. */
    private final int figures;

    /** Reads those of {@code query}. */
    public SpendRows(SpendQuery query) {
        this.query = query;
        this.figures = query.dimensions().size() + 1;
    }

    /** The row at which {@code row} stands. */
    public SpendRow read(ResultSet row) throws SQLException {
        return new SpendRow(
                group(row, isSubtotal(row) ? 1 : query.dimensions().size()),
                totals(row, figures),
                query.details().percentiles() ? Optional.of(percentiles(row)) : Optional.empty());
    }

    /** The values of the first {@code columns} dimensions of a row. */
    List<Optional<String>> group(ResultSet row, int columns) throws SQLException {
        List<Optional<String>> group = new ArrayList<>(columns);
        for (Dimension dimension : query.dimensions().subList(0, columns)) {
            int column = group.size() + 1;
            group.add(
                    dimension.isTime()
                            ? Optional.of(Periods.text(dimension, row.getLong(column)))
                            : Optional.ofNullable(row.getString(column)));
        }
        return group;
    }

    private boolean isSubtotal(ResultSet row) throws SQLException {
        return query.hasSubtotals() && row.getInt(SpendStatement.LEVEL_NAME) == 0;
    }

    private DurationPercentiles percentiles(ResultSet row) throws SQLException {
        int first = figures + Figures.COLUMNS.size();
        return new DurationPercentiles(spread(row, first), spread(row, first + 2), BigDecimal.ZERO);
    }

    private static Optional<Spread> spread(ResultSet row, int column) throws SQLException {
        Duration half = duration(row, column);
        return row.wasNull()
                ? Optional.empty()
                : Optional.of(new Spread(half, duration(row, column + 1)));
    }

    private static Duration duration(ResultSet row, int column) throws SQLException {
        return Duration.of(row.getLong(column), ChronoUnit.MICROS);
    }

    /**
     * The totals of a row.
     *
     * @param first the column of the first of {@link Figures}
     */
    public static SpendTotals totals(ResultSet row, int first) throws SQLException {
        UsdAmount spend = amount(row, first + Figures.SPEND);
        TokenTotals tokens = tokenTotals(row, first);
        return new SpendTotals(
                row.getLong(first + Figures.REQUESTS),
                row.getLong(first + Figures.PROVISIONAL),
                spend,
                amount(row, first + Figures.CREDITS),
                amount(row, first + Figures.FEE),
                amount(row, first + Figures.UPSTREAM),
                amount(row, first + Figures.DISCOUNT),
                tokens,
                ratios(row, first, spend, tokens),
                new UnknownCounts(
                        row.getLong(first + Figures.UNKNOWN_SPEND),
                        row.getLong(first + Figures.UNKNOWN_CREDITS),
                        row.getLong(first + Figures.UNKNOWN_UPSTREAM),
                        row.getLong(first + Figures.UNKNOWN_DISCOUNT),
                        row.getLong(first + Figures.UNKNOWN_PROMPT),
                        row.getLong(first + Figures.UNKNOWN_COMPLETION),
                        row.getLong(first + Figures.UNKNOWN_REASONING),
                        row.getLong(first + Figures.UNKNOWN_CACHED)));
    }

    private static TokenTotals tokenTotals(ResultSet row, int first) throws SQLException {
        return new TokenTotals(
                tokens(row, first + Figures.PROMPT),
                tokens(row, first + Figures.COMPLETION),
                tokens(row, first + Figures.REASONING),
                tokens(row, first + Figures.CACHED),
                tokens(row, first + Figures.IMAGES));
    }

    /** The tables sum what a price and a cache hit rate leave out, which is zero mostly. */
    private static RatioTotals ratios(ResultSet row, int first, UsdAmount spend, TokenTotals tokens)
            throws SQLException {
        return new RatioTotals(
                spend.minus(amount(row, first + Figures.UNPRICED)),
                less(tokens.total(), row.getLong(first + Figures.UNPRICED_TOKENS)),
                less(tokens.prompt(), row.getLong(first + Figures.UNRATED_PROMPT)),
                less(tokens.cached(), row.getLong(first + Figures.UNRATED_CACHED)),
                duration(row, first + Figures.GENERATION_TIME),
                tokens(row, first + Figures.TIMED_TOKENS));
    }

    private static TokenCount less(TokenCount all, long leftOut) {
        return new TokenCount(all.value() - leftOut);
    }

    /** JDBC reads null, the sum of unknown figures only, as 0. */
    private static UsdAmount amount(ResultSet row, int column) throws SQLException {
        return Picodollars.sum(row.getLong(column), row.getLong(column + 1));
    }

    private static TokenCount tokens(ResultSet row, int column) throws SQLException {
        return new TokenCount(row.getLong(column));
    }
}
