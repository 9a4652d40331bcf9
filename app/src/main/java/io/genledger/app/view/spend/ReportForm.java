package io.genledger.app.view.spend;

import io.genledger.domain.money.FeeRate;
import java.util.List;
import java.util.Optional;

/**
 * The form in which a report is written.
 *
 * @param columns the figures, in the order of the columns
 * @param inCents whether amounts are rounded to cents
 * @param creditFee the fee for buying credits, in percent of them; empty if no column needs it
 */
public record ReportForm(List<Figure> columns, boolean inCents, Optional<FeeRate> creditFee) {

    /** Copies the columns. */
    public ReportForm {
        columns = List.copyOf(columns);
    }

    /** The form in exact amounts without a fee for buying credits. */
    public static ReportForm exact(List<Figure> columns) {
        return new ReportForm(columns, false, Optional.empty());
    }
}
