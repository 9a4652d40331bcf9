package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.table.ReportNotes;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.io.Flushable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Notes on standard error what a report leaves out, if its format does not say so in sentences, and
 * ends it when standard output is read no more.
 */
final class NotedReport implements ReportWriter {

    private static final int ROWS_BETWEEN_CHECKS = 1000;

    private final Console console;
    private final ReportWriter writer;
    private final Flushable out;
    private final boolean saysItself;
    private Optional<ReportHead> head = Optional.empty();
    private long rows;
    private long shown;

    /**
     * @param out flushed after the report, since only then a closed pipe is noticed
     * @param saysItself whether the format says what it leaves out
     */
    NotedReport(Console console, ReportWriter writer, Flushable out, boolean saysItself) {
        this.console = console;
        this.writer = writer;
        this.out = out;
        this.saysItself = saysItself;
    }

    @Override
    public void begin(ReportHead begun) {
        head = Optional.of(begun);
        writer.begin(begun);
    }

    @Override
    public void row(ReportRow row) {
        if (++rows % ROWS_BETWEEN_CHECKS == 0 && console.isOutputUnwanted()) {
            throw new OutputUnwantedException();
        }
        shown += row.kind() == Kind.GROUP || row.kind() == Kind.SUBTOTAL ? 1 : 0;
        writer.row(row);
    }

    @Override
    public void end(ReportEnd end) {
        writer.end(end);
        flush();
        if (console.isOutputUnwanted()) {
            return;
        }
        console.note(
                "Days and months are those of the time zone %s."
                        .formatted(head.orElseThrow().timezone()));
        if (!saysItself) {
            ReportNotes.of(head.orElseThrow(), end, shown).forEach(console::note);
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
