package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.AccountConverter;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.ImportView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records saved metadata documents. */
@Command(
        name = "import",
        description = {
            "Record saved metadata documents.",
            "A file holds one JSON document, an array, or one document a line.",
            "Completions are accepted too: their inline usage counts"
                    + " provisionally, until the generation's own record is imported or collected.",
            "A copy that differs from the collected record of its generation is left out.",
            "Documents that cannot be read are reported and kept in the ledger's quarantine: see"
                + " genledger quarantine. Importing a file again doubles nothing: after Ctrl-C or a"
                + " failure, the same command imports the rest."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger import generations.ndjson",
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
                    "Files to import, or - for standard input. NAME.rejects is skipped when it is"
                            + " named together with other files.")
    private List<String> names = List.of();

    @Option(
            names = "--rejects",
            paramLabel = "FILE",
            description =
                    "New file for the documents that cannot be read, instead of the quarantine; it"
                            + " is not overwritten if it exists.")
    private @Nullable String rejects;

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
        console.shutdown().stopOnShutdown(stop);
        List<InputFile> files =
                chosen().stream().map(name -> InputFile.named(name, console)).toList();
        Optional<NewFile> rejectsFile =
                Optional.ofNullable(rejects).map(name -> NewFile.named(name, "--rejects"));
        try (Application application = ledgers.open()) {
            ImportView view =
                    rejectsFile.isPresent()
                            ? importInto(rejectsFile.get(), application, files)
                            : new ImportRun(
                                            console,
                                            application.importDocuments(account),
                                            application.quarantineRejects(),
                                            Optional.empty(),
                                            stop)
                                    .over(files);
            print(view);
            if (stop.isRequested()) {
                return ExitCode.INTERRUPTED;
            }
            return view.rejected() == 0 ? ExitCode.OK : ExitCode.REJECTED;
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
            return new ImportRun(
                            console,
                            application.importDocuments(account),
                            kept,
                            Optional.of(file.toString()),
                            stop)
                    .over(files);
        }
    }

    private void print(ImportView view) {
        console.print(view, IntakeText::of);
        if (view.inline() > 0) {
            console.note(
                    "%s of them hold the inline usage of completions; track their ids and collect, and"
                                    .formatted(Numbers.count(view.inline()))
                            + " the generations' own records replace them");
        }
    }
}
