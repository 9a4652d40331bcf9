package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.ImportView;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Records saved metadata documents. */
@Command(
        name = "import",
        description = {
            "Record saved metadata documents.",
            "A file holds one JSON document, an array, or one document a line.",
            "Completions are accepted too: their inline usage counts"
                    + " provisionally, until the generation's own record is imported or collected.",
            "Documents that cannot be read are reported and written to FILE.rejects."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger import generations.ndjson")
public final class ImportCommand implements Callable<Integer> {

    private static final int NAMED = 20;

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "FILE|-",
            arity = "1..*",
            description = "Files to import, or - for standard input.")
    private List<String> names = List.of();

    public ImportCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        List<InputFile> files = names.stream().map(name -> InputFile.named(name, console)).toList();
        List<Rejection> rejects = new ArrayList<>();
        ImportSummary summary = ImportSummary.NOTHING;
        try (Application application = ledgers.open()) {
            for (InputFile file : files) {
                summary = summary.plus(importOne(console, application, file, rejects));
            }
        }
        print(summary, rejects);
        return summary.rejected() == 0 ? ExitCode.OK : ExitCode.REJECTED;
    }

    private static ImportSummary importOne(
            Console console, Application application, InputFile file, List<Rejection> named)
            throws IOException {
        Naming naming = new Naming(console, named);
        try (InputStream stream = file.open();
                RejectsFile rejects = RejectsFile.of(file)) {
            try {
                ImportSummary summary =
                        application
                                .importDocuments()
                                .importFrom(file.name(), stream, rejects, naming::remember);
                if (summary.equals(ImportSummary.NOTHING)) {
                    console.note(file.name() + ": no document in it");
                }
                return summary;
            } finally {
                // Even if the import fails, the documents rejected so far are reported.
                naming.name(rejects);
            }
        }
    }

    /**
     * Reports the first rejections of a file and the number of the others: there may be millions.
     */
    private static final class Naming {

        private final Console console;
        private final List<Rejection> forJson;
        private final List<Rejection> first = new ArrayList<>();
        private long count;

        Naming(Console console, List<Rejection> forJson) {
            this.console = console;
            this.forJson = forJson;
        }

        void remember(Rejection rejection) {
            count++;
            if (first.size() < NAMED) {
                first.add(rejection);
            }
            if (console.printsJson()) {
                forJson.add(rejection);
            }
        }

        void name(RejectsFile rejects) {
            first.stream().map(IntakeText::of).forEach(console::note);
            if (count > NAMED) {
                console.note("… and " + Numbers.count(count - NAMED) + " more");
            }
            if (count > 0) {
                console.note(Numbers.count(count) + " written to " + rejects.path());
            }
        }
    }

    private void print(ImportSummary summary, List<Rejection> rejects) {
        console.print(ImportView.of(summary, rejects), IntakeText::of);
        if (summary.inline() > 0) {
            console.note(
                    "%s of them hold the inline usage of completions; track their ids and collect, and"
                                    .formatted(Numbers.count(summary.inline()))
                            + " the generations' own records replace them");
        }
    }
}
