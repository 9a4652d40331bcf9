package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ProcessOutput;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.view.SampleReports;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportForm;
import io.genledger.app.view.spend.ReportHead;
import io.genledger.app.view.spend.ReportRow;
import io.genledger.app.view.spend.ReportView;
import io.genledger.app.view.spend.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NotedReportTest {

    private final ByteArrayOutputStream notes = new ByteArrayOutputStream();
    private final ReportView report = SampleReports.byModel(ReportForm.IN_TABLE);
    private int rows;

    private final ReportWriter writer =
            new ReportWriter() {
                @Override
                public void begin(ReportHead head) {}

                @Override
                public void row(ReportRow row) {
                    rows++;
                }

                @Override
                public void end(ReportEnd end) {}
            };

    @Test
    void endsSoonAfterTheReaderOfStandardOutput() {
        Console console = console(ProcessOutput.to(new BrokenPipe()));
        NotedReport noted = new NotedReport(console, writer, () -> {}, false);
        noted.begin(report.head());
        console.print("a line that head did not read");

        assertThatExceptionOfType(OutputUnwantedException.class)
                .isThrownBy(() -> {
                    for (int i = 0; i < 5000; i++) {
                        noted.row(report.rows().getFirst());
                    }
                });
        assertThat(rows).isLessThan(1001);
        noted.end(report.end());
        assertThat(notes.toString(StandardCharsets.UTF_8)).isEmpty();
    }

    @Test
    void notesWhatIsMissingBesideFormatsThatHaveNoSentences() {
        PrintStream out =
                new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        report.writeTo(new NotedReport(console(out), writer, () -> {}, false));

        assertThat(rows).isEqualTo(report.rows().size());
        assertThat(notes.toString(StandardCharsets.UTF_8))
                .contains("Days and months are those of the time zone Z.")
                .contains("300 tracked generations are not in these sums: 298 pending, 2 given up")
                .contains("The spend of 2 of these generations is unknown")
                .contains("1 of 8 generations are provisional");
    }

    private Console console(PrintStream out) {
        return new Console(
                Map.of(),
                InputStream.nullInputStream(),
                out,
                new PrintStream(notes, true, StandardCharsets.UTF_8),
                Application.runtime(),
                Optional.empty(),
                false,
                "genledger",
                new ShutdownSignals());
    }

    private static final class BrokenPipe extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            throw new IOException("Broken pipe");
        }
    }
}
