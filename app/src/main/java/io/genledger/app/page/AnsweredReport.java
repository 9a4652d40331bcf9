package io.genledger.app.page;

import io.genledger.app.view.json.JsonReport;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A report as JSON, and what other questions need to know of it. */
final class AnsweredReport implements ReportWriter {

    private final StringWriter text = new StringWriter();
    private final ReportWriter json = JsonReport.to(text);
    private final ReportWriter[] beside;
    private final List<Optional<String>> values = new ArrayList<>();
    private Optional<ReportHead> head = Optional.empty();
    private Optional<ReportEnd> end = Optional.empty();

    /**
     * @param beside receive the report, too
     */
    AnsweredReport(ReportWriter... beside) {
        this.beside = beside.clone();
    }

    @Override
    public void begin(ReportHead begun) {
        head = Optional.of(begun);
        json.begin(begun);
        for (ReportWriter one : beside) {
            one.begin(begun);
        }
    }

    @Override
    public void row(ReportRow row) {
        if (row.kind() == Kind.GROUP) {
            values.add(row.value(0));
        }
        json.row(row);
        for (ReportWriter one : beside) {
            one.row(row);
        }
    }

    @Override
    public void end(ReportEnd ended) {
        end = Optional.of(ended);
        json.end(ended);
        for (ReportWriter one : beside) {
            one.end(ended);
        }
    }

    String json() {
        return text.toString();
    }

    ReportHead head() {
        return head.orElseThrow();
    }

    ReportEnd end() {
        return end.orElseThrow();
    }

    /** The values of the first dimension, in the order of the rows. */
    List<Optional<String>> values() {
        return values;
    }
}
