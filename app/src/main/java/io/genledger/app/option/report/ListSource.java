package io.genledger.app.option.report;

import io.genledger.app.Application;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.listing.ListColumn;
import io.genledger.domain.report.GenerationFilter;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.report.GenerationReader;
import java.time.ZoneId;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a list is read from: one ledger, or a lake of several.
 *
 * @param generations reads it
 * @param timezone the zone of days and months if none is named
 * @param columns all columns that it knows
 * @param filters the filters as the source answers them
 */
public record ListSource(
        GenerationReader generations,
        ZoneId timezone,
        List<ListColumn> columns,
        UnaryOperator<List<GenerationFilter>> filters) {

    /** One ledger. */
    public static ListSource of(Application ledger) {
        return new ListSource(
                ledger.generations(),
                ledger.settings().timezone(),
                ListColumn.values(),
                UnaryOperator.identity());
    }

    /**
     * The query as this source answers it.
     *
     * @throws UsageException if it cannot
     */
    GenerationQuery answered(GenerationQuery query) {
        return new GenerationQuery(
                query.range(),
                filters.apply(query.filters()),
                query.order(),
                query.after(),
                query.limit());
    }

    /**
     * Checks that the source has the columns that are named.
     *
     * @throws UsageException if it has not
     */
    void require(List<ListColumn> named) {
        for (ListColumn column : named) {
            if (!columns.contains(column)) {
                throw new UsageException(
                        column.equals(ListColumn.LEDGER)
                                ? "--columns ledger needs --lake, a lake of several ledgers: a"
                                        + " ledger itself is one"
                                : "--columns %s: a lake has none; ask the ledger itself"
                                        .formatted(column.word()));
            }
        }
    }
}
