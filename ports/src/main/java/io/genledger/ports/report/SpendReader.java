package io.genledger.ports.report;

import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.Optional;
import java.util.function.Consumer;

/** Sums the spend of recorded generations, each by one revision. */
public interface SpendReader {

    /**
     * Passes the rows that {@code query} selects one after another to {@code rows}, in the order of
     * {@link SpendReport#rows}, exact to the last digit. A generation belongs to the range and the
     * day of its time of creation in microseconds. Percentiles may be off by the error that they
     * state: a ledger may estimate those of many generations from counts by day. All rows, and the
     * result, see the ledger as it was at one moment. Rows are not held in memory together; the
     * counts from which percentiles are estimated are, those of all groups.
     *
     * @param rows is called on this thread, while the ledger is being read
     * @return the tracked generations that are not in the rows; empty if the reader cannot know
     *     them
     * @throws LedgerUnavailableException if the ledger cannot be read; {@code rows} may have been
     *     given some rows by then
     */
    Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows);

    /**
     * Whether {@code query} may be asked for a range of any length: a ledger keeps its sums, so
     * that the answer does not take longer the more generations there are, of percentiles as far as
     * the range is whole days; a lake reads few columns of each row. Otherwise every generation in
     * the range is read one by one.
     */
    boolean keepsSums(SpendQuery query);
}
