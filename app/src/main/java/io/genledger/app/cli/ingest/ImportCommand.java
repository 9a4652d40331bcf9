package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.ingest.rejects.NoRejectsKept;
import io.genledger.app.cli.ingest.rejects.RejectsFile;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.ImportText;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.AccountConverter;
import io.genledger.app.view.intake.ImportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records saved documents. */
@Command(
        name = "import",
        description = {
            "Record saved documents of every kind.",
            "Reads records of generations, completions, streams as logged, video jobs, results of"
                + " batches, HAR files, OpenRouter's Activity CSV and Broadcast deliveries, each"
                + " recognised by its content; also compressed by gzip, zip or zstd, and all files"
                + " of a folder.",
            "Only a generation's own record is final. The figures of the other kinds are"
                    + " provisional until the record is imported or collected; the id of a document"
                    + " without a cost is tracked, for genledger collect to fetch its record.",
            "Documents that cannot be read are reported and kept in the ledger's quarantine: see"
                + " genledger quarantine. Importing a file again doubles nothing: after Ctrl-C or a"
                + " failure, the same command imports the rest."
        },
        footerHeading = "%nOutcomes:%n",
        footer = {
            "  recorded    new, or changed and kept as another revision",
            "  unchanged   recorded before with the same content",
            "  superseded  not recorded: a document that counts more is recorded",
            "  outranked   not recorded: differs from the record that was collected",
            "  skipped     states no generation, such as a video job that is not finished",
            "",
            "Example:",
            "  genledger import generations.ndjson",
            "  genledger import --track openrouter_activity.csv logs.zip completions/",
            "  genledger import --dry-run completions/",
            "  genledger import generations.ndjson --rejects to-mend.ndjson.rejects"
        })
public final class ImportCommand implements Callable<Integer> {

    private static final String REJECTS = ".rejects";

    private final Console console;
    private final LedgerOpener ledgers;
    private final StopSignal stop = new StopSignal();

    @Parameters(
            paramLabel = "FILE|-",
            arity = "1..*",
            description =
                    "Files and folders to import, or - for standard input. NAME.rejects is skipped"
                            + " when it is named together with other files.")
    private List<String> names = List.of();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "New file for the documents that cannot be read, instead of the quarantine; it"
                            + " is not overwritten if it exists.")
    private @Nullable String rejects;

    @Option(
            names = "--track",
            description =
                    "Track the id of every provisional generation, too, so that genledger collect"
                            + " fetches its record.")
    private boolean track;

    @Option(
            names = "--dry-run",
            description = "Write nothing; print what would be recorded, and why the rest not.")
    private boolean dryRun;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description =
                    "Your name for the OpenRouter account that was charged for the generations; a"
                            + " generation that is recorded already keeps its account. Default:"
                            + " default.")
    private AccountName account = AccountName.DEFAULT;

    public ImportCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        if (dryRun && rejects != null) {
            throw new UsageException("--dry-run cannot be combined with --rejects, which writes");
        }
        console.shutdown().stopOnShutdown(stop);
        List<InputFile> files = InputFile.allNamed(chosen(), console);
        Optional<NewFile> rejectsFile =
                Optional.ofNullable(rejects).map(name -> NewFile.named(name, "--rejects"));
        ImportView view = dryRun ? preview(files) : record(files, rejectsFile);
        console.print(view, ImportText::of);
        ImportText.next(view, track).forEach(console::note);
        if (stop.isRequested()) {
            return ExitCode.INTERRUPTED;
        }
        return view.foundNoFault() ? ExitCode.OK : ExitCode.REJECTED;
    }

    private ImportView preview(List<InputFile> files) throws IOException {
        return ledgers.preview(application ->
                importInto(new NoRejectsKept(), Optional.empty(), application, files));
    }

    private ImportView record(List<InputFile> files, Optional<NewFile> rejectsFile)
            throws IOException {
        try (Application application = ledgers.open()) {
            return rejectsFile.isPresent()
                    ? importInto(rejectsFile.get(), application, files)
                    : importInto(
                            application.quarantineRejects(), Optional.empty(), application, files);
        }
    }

    /** The named files; rejected documents that a pattern names by accident are skipped. */
    private List<String> chosen() {
        List<String> others = names.stream().filter(name -> !name.endsWith(REJECTS)).toList();
        if (others.isEmpty()) {
            return names;
        }
        names.stream()
                .filter(name -> name.endsWith(REJECTS))
                .forEach(name ->
                        console.note(
                                name
                                        + ": skipped, because it is named like rejected documents;"
                                        + " to import it, name it alone"));
        return others;
    }

    private ImportView importInto(NewFile file, Application application, List<InputFile> files)
            throws IOException {
        try (RejectsFile kept = new RejectsFile(file.toString(), file::create)) {
            return importInto(kept, Optional.of(file.toString()), application, files);
        }
    }

    private ImportView importInto(
            RejectedDocuments kept,
            Optional<String> rejectsFile,
            Application application,
            List<InputFile> files)
            throws IOException {
        return new ImportRun(
                        console,
                        application.importDocuments(account),
                        new ImportOptions(dryRun, track),
                        kept,
                        rejectsFile,
                        stop)
                .over(files);
    }
}
