package io.genledger.app.mcp;

import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;

/** Counts the rows of a report, and says what the report is. */
final class CountedReport implements ReportWriter {

    private final ReportWriter writer;
    private final StringBuilder text = new StringBuilder();
    private int rows;

    /** Passes the report to {@code writer}. */
    CountedReport(ReportWriter writer) {
        this.writer = writer;
    }

    @Override
    public void begin(ReportHead head) {
        writer.begin(head);
        if (head.defaultRange()) {
            text.append(" No period was named: only the last 31 days are reported.");
        }
    }

    @Override
    public void row(ReportRow row) {
        rows++;
        writer.row(row);
    }

    @Override
    public void end(ReportEnd end) {
        writer.end(end);
        text.insert(
                0,
                "%d generations in %d rows; totals has their sums, also of rows that are not shown."
                        .formatted(end.missing().generations(), rows));
        if (end.omittedRows() > 0) {
            text.append(
                    " %d more rows are summed up in the row of kind other: send a larger limit, a shorter period or filters to see them."
                            .formatted(end.omittedRows()));
        }
        if (end.missing().uncollected() > 0) {
            text.append(
                    " %d generations are in no sum, because the ledger has no record of them: see find_missing."
                            .formatted(end.missing().uncollected()));
        }
        if (end.missing().unknownSpend() > 0) {
            text.append(
                    " The spend of %d generations is unknown and in no sum."
                            .formatted(end.missing().unknownSpend()));
        }
    }

    String text() {
        return text.toString();
    }
}
