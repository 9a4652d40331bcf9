package io.genledger.app.cli.report;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LakeReportOptions;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.report.AskedReport;
import io.genledger.app.option.report.LedgerReports;
import io.genledger.app.option.report.ReportOptions;
import io.genledger.app.option.report.ReportSource;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.usecase.report.SpendRequest;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command that reports spend. */
abstract class SpendCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    private final Console console;
    private final LedgerOpener ledgers;
    private final List<Dimension> preset;

    @Mixin private ReportOptions report = ReportOptions.ofLake();
    @Mixin private FormatOptions format = new FormatOptions();
    @Mixin private HtmlOptions html = new HtmlOptions();
    @Mixin private LakeReportOptions lake = new LakeReportOptions();

    /**
     * @param preset the dimensions before those of {@code --by}
     */
    SpendCommand(Console console, LedgerOpener ledgers, List<Dimension> preset) {
        this.console = console;
        this.ledgers = ledgers;
        this.preset = preset;
    }

    @Override
    public Integer call() throws IOException {
        html.check();
        format.check(console);
        report.keep(option -> format.isInForce(option, console));
        report.check();
        lake.check();
        try {
            if (lake.isNamed()) {
                ofLake();
            } else {
                ofLedger();
            }
        } catch (OutputUnwantedException ended) {
            return ExitCode.OK;
        }
        return ExitCode.OK;
    }

    private void ofLake() throws IOException {
        try (OpenLake open = lake.open(console, ledgers)) {
            print(lake.reports(console, open));
            lake.note(console, open);
            console.note("Generations that the ledgers track without a record are not counted.");
        }
    }

    private void ofLedger() throws IOException {
        try (Application application = ledgers.openExisting()) {
            if (html.isNamed()) {
                write(application);
            } else {
                print(new LedgerReports(application));
            }
        }
    }

    private void write(Application application) throws IOException {
        SpendRequest request =
                report.request(
                        preset,
                        application.settings().timezone(),
                        console.clock().instant(),
                        format.medium(console));
        html.write(console, application, ledgers.address().toString(), request);
    }

    private void print(ReportSource source) throws IOException {
        ReportOptions.Medium medium = format.medium(console);
        AskedReport asked =
                new AskedReport(source, report, preset, medium, console.clock().instant());
        Writer out =
                new BufferedWriter(
                        new OutputStreamWriter(console.out(), StandardCharsets.UTF_8), BUFFER);
        asked.write(
                new NotedReport(
                        console, format.writer(console, out, report), out, medium.isTable()));
        if (console.printsJson()) {
            out.write('\n');
        }
        out.flush();
    }
}
