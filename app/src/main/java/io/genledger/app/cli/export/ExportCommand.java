package io.genledger.app.cli.export;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.ExportJob;
import io.genledger.app.export.ExportMismatchException;
import io.genledger.app.export.ExportResult;
import io.genledger.app.export.Exporter;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.export.ExportOptions;
import io.genledger.app.view.export.ExportView;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.export.ExportSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Writes generations to a file. */
@Command(
        name = "export",
        description = {
            "Write generations to a new file: their archived documents, or their figures.",
            "The file has its name only when it is complete. A name that ends with .gz or .zst is"
                    + " compressed. The columns of each format are in the README of app."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger export documents.ndjson.zst",
            "  genledger export --last last-month --model 'anthropic/*' figures.csv",
            "  genledger export --format activity-csv --truncate -",
            "  genledger export --format focus --last last-month --max-rows 10000 august.csv",
            "  genledger export --since-last nightly.state night-2025-08-20.csv"
        })
public final class ExportCommand implements Callable<Integer> {

    private static final int BUFFER = 1 << 16;

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private TargetOptions target = new TargetOptions();

    public ExportCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        target.check(console);
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        try (Application application = ledgers.openExisting();
                ExportProgress progress = new ExportProgress(console, stop)) {
            Exporter exporter =
                    new Exporter(
                            application.exportGenerations(),
                            Application.rowDecoders(),
                            progress,
                            stop);
            ExportJob job = target.job(application.settings(), console.clock().instant());
            Optional<Path> file = target.file();
            return file.isPresent()
                    ? toFile(exporter, job, file.get(), progress)
                    : toOutput(exporter, job, progress);
        } catch (ExportMismatchException mismatch) {
            throw new UsageException("--since-last: " + mismatch.getMessage());
        } catch (EntriesPrunedException pruned) {
            throw ExportOptions.advice(pruned);
        }
    }

    private int toOutput(Exporter exporter, ExportJob job, ExportProgress progress)
            throws IOException {
        OutputStream out = output(job.format());
        ExportResult result = exporter.toStream(job, out);
        out.flush();
        progress.close();
        if (!console.isOutputUnwanted()) {
            ExportText.notes(view("-", result)).forEach(console::note);
        }
        // Main says if standard output could not be written.
        return isFinished(result) || console.out().checkError()
                ? ExitCode.OK
                : ExitCode.INTERRUPTED;
    }

    /** Text on a terminal must not move its cursor; a file or another program gets it as it is. */
    private OutputStream output(ExportFormat format) {
        OutputStream out = new BufferedOutputStream(console.out(), BUFFER);
        return console.columns().isPresent() && format.isText() ? new TerminalLines(out) : out;
    }

    private int toFile(Exporter exporter, ExportJob job, Path file, ExportProgress progress)
            throws IOException {
        ExportResult result = write(exporter, job, file);
        progress.close();
        if (result.summary().isPresent() && !isFinished(result)) {
            console.note("Interrupted: " + file + " was not written.");
            return ExitCode.INTERRUPTED;
        }
        console.print(view(file.toString(), result), ExportText::of);
        return ExitCode.OK;
    }

    private ExportResult write(Exporter exporter, ExportJob job, Path file) throws IOException {
        try {
            Optional<Path> state = target.stateFile();
            return state.isPresent()
                    ? exporter.toNextFile(job, state.get(), file, target.replaces())
                    : exporter.toFile(job, file, target.replaces());
        } catch (FileAlreadyExistsException present) {
            throw new UsageException(
                    present.getReason() == null
                            ? present.getFile()
                                    + " exists and is not overwritten; name a new file, or add"
                                    + " --force"
                            : present.getFile() + " " + present.getReason());
        } catch (IOException failure) {
            throw new IOException(
                    "%s cannot be written (%s); no part of it was left"
                            .formatted(file, FileErrors.reason(failure)),
                    failure);
        }
    }

    private static boolean isFinished(ExportResult result) {
        return result.summary().filter(ExportSummary::finished).isPresent();
    }

    private ExportView view(String file, ExportResult result) {
        return new ExportView(
                file,
                target.format().label(),
                result.files().stream().map(Path::toString).toList(),
                result.summary().map(ExportSummary::rows).orElse(0L),
                result.summary().map(ExportSummary::leftOut).orElse(0L),
                result.summary().flatMap(ExportSummary::prunedBefore),
                result.resumed().map(Path::toString),
                result.notes());
    }
}
