package io.genledger.app.view.spend;

import io.genledger.app.view.report.AllowanceView;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.StreamSpendReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A report of few rows as one value.
 *
 * @param head what it covers
 * @param rows its rows
 * @param end what is known after them
 */
public record ReportView(ReportHead head, List<ReportRow> rows, ReportEnd end) {

    /**
     * The report of {@code request}, whose rows are held in memory.
     *
     * @param allowances how much of the BYOK allowances is used
     */
    public static ReportView of(
            StreamSpendReport reports,
            SpendRequest request,
            ReportForm form,
            List<AllowanceView> allowances) {
        Collector collector = new Collector();
        ReportStream.write(reports, request, form, summary -> allowances, collector);
        return new ReportView(
                collector.head.orElseThrow(),
                List.copyOf(collector.rows),
                collector.end.orElseThrow());
    }

    /** Writes it again, in another format. */
    public void writeTo(ReportWriter writer) {
        writer.begin(head);
        rows.forEach(writer::row);
        writer.end(end);
    }

    private static final class Collector implements ReportWriter {

        private Optional<ReportHead> head = Optional.empty();
        private final List<ReportRow> rows = new ArrayList<>();
        private Optional<ReportEnd> end = Optional.empty();

        @Override
        public void begin(ReportHead begun) {
            head = Optional.of(begun);
        }

        @Override
        public void row(ReportRow row) {
            rows.add(row);
        }

        @Override
        public void end(ReportEnd ended) {
            end = Optional.of(ended);
        }
    }
}
