package io.genledger.ports.usecase.report;

import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import java.util.List;
import java.util.Optional;

/**
 * One row of a report.
 *
 * @param kind its kind
 * @param row its group and figures
 * @param before the spend of the group at the same place of the range before; empty if the report
 *     does not compare
 */
public record ReportedRow(Kind kind, SpendRow row, Optional<ComparedSpend> before) {

    /** The kinds of rows. */
    public enum Kind {
        /** One group. */
        GROUP,
        /** The sums of the rows that follow, of one value of the first dimension. */
        SUBTOTAL,
        /**
         * The sums of all rows that are not shown, or of those of one value of the first dimension.
         */
        OTHER,
        /** The spend of the range before that has no place in the report's range. */
        NO_COUNTERPART
    }

    /** A row without generations, compared if {@code like} is present. */
    static ReportedRow none(Kind kind, List<Optional<String>> group, Optional<ComparedSpend> like) {
        return new ReportedRow(
                kind,
                new SpendRow(group, SpendTotals.NONE),
                like.map(compared -> ComparedSpend.NONE));
    }

    /** This row and the figures of {@code other}. Percentiles do not add up and are left out. */
    ReportedRow plus(ReportedRow other) {
        return new ReportedRow(
                kind,
                new SpendRow(row.group(), row.totals().plus(other.row.totals())),
                before.flatMap(one -> other.before.map(one::plus)));
    }
}
