package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Wrapped;
import io.genledger.app.cli.render.line.RunText;
import io.genledger.app.cli.render.table.Lines;
import io.genledger.app.cli.render.table.ListTable;
import io.genledger.app.view.json.JsonRun;
import io.genledger.app.view.listing.RunView;
import io.genledger.domain.report.GenerationRow;
import io.genledger.ports.usecase.inspect.ReadRun.Run;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Prints a run while it is read. */
final class RunPrinter {

    private final Console console;
    private final Application application;

    RunPrinter(Console console, Application application) {
        this.console = console;
        this.application = application;
    }

    /** Prints the run of a request or session; returns the exit code. */
    int print(String id) throws IOException {
        Writer out =
                new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
        RunView run = console.printsJson() ? json(id, out) : text(id, out);
        out.flush();
        if (run.generations() == 0) {
            console.note(
                    "genledger: the ledger holds no generation of a request or session "
                            + Sanitized.of(id));
            return ExitCode.REJECTED;
        }
        return ExitCode.OK;
    }

    private RunView json(String id, Writer out) throws IOException {
        JsonRun json = new JsonRun(out);
        RunView run = read(id, json);
        json.end(run);
        out.write('\n');
        return run;
    }

    private RunView text(String id, Writer out) {
        Lines lines = new Lines(out);
        ListTable table =
                new ListTable(
                        lines,
                        console.columns(),
                        console.style(),
                        application.settings().timezone(),
                        RunView.COLUMNS,
                        "--json");
        RunView run = read(id, table::row);
        if (run.generations() > 0) {
            table.end(Optional.empty());
            lines.accept("");
            RunText.of(run).stream()
                    .flatMap(line -> Wrapped.lines(line, console.columns()).stream())
                    .forEach(lines);
        }
        return run;
    }

    private RunView read(String id, Consumer<GenerationRow> rows) {
        Optional<Instant> prunedBefore = application.entryPruning().prunedBefore();
        Run run = application.readRun().read(id, prunedBefore, rows);
        return RunView.of(id, run, prunedBefore);
    }
}
