package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Records metadata that somebody saved. */
@Command(
        name = "import",
        description = {
            "Records saved metadata documents: one JSON document, an array, or one a line.",
            "Takes completions with their usage too: their figures stand, marked as inline, until"
                    + " the generation's own record is imported or collected.",
            "What cannot be read is named, and kept aside in FILE.rejects."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger import generations.ndjson")
public final class ImportCommand implements Callable<Integer> {

    private static final int NAMED = 20;

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(
            paramLabel = "FILE|-",
            arity = "1..*",
            description = "Files to import; - for standard input.")
    private List<String> names = List.of();

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        List<InputFile> files =
                names.stream().map(name -> InputFile.named(name, program.environment())).toList();
        List<Rejection> rejections = new ArrayList<>();
        ImportSummary summary = ImportSummary.NOTHING;
        try (Application wiring = program.openLedger()) {
            for (InputFile file : files) {
                summary = summary.plus(importOne(program, wiring, file, rejections));
            }
        }
        print(program, summary, rejections);
        return summary.rejected() == 0 ? ExitCode.OK : ExitCode.REJECTED;
    }

    private static ImportSummary importOne(
            GenledgerCommand program,
            Application wiring,
            InputFile file,
            List<Rejection> rejections)
            throws IOException {
        Naming naming = new Naming(program, rejections);
        try (InputStream stream = file.open();
                RejectsFile aside = RejectsFile.of(file)) {
            try {
                ImportSummary summary =
                        wiring.importDocuments()
                                .importFrom(file.name(), stream, aside, naming::remember);
                if (summary.equals(ImportSummary.NOTHING)) {
                    program.note(file.name() + ": no document in it");
                }
                return summary;
            } finally {
                // Also when the import breaks off: what was kept aside has a name.
                naming.name(aside);
            }
        }
    }

    /** Names the rejections of one file; a file of garbage has millions of them. */
    private static final class Naming {

        private final GenledgerCommand program;
        private final List<Rejection> forJson;
        private final List<Rejection> first = new ArrayList<>();
        private long count;

        Naming(GenledgerCommand program, List<Rejection> forJson) {
            this.program = program;
            this.forJson = forJson;
        }

        void remember(Rejection rejection) {
            count++;
            if (first.size() < NAMED) {
                first.add(rejection);
            }
            if (program.printsJson()) {
                forJson.add(rejection);
            }
        }

        void name(RejectsFile aside) {
            first.stream().map(ImportCommand::sentence).forEach(program::note);
            if (count > NAMED) {
                program.note("… and %,d more".formatted(count - NAMED));
            }
            if (count > 0) {
                program.note("%,d kept aside in %s".formatted(count, aside.path()));
            }
        }
    }

    private static String sentence(Rejection rejection) {
        return Sanitized.of(
                rejection.file()
                        + ":"
                        + rejection.line()
                        + ": "
                        + rejection.field().map(field -> "field " + field + ": ").orElse("")
                        + rejection.reason());
    }

    private static void print(
            GenledgerCommand program, ImportSummary summary, List<Rejection> rejections) {
        if (program.printsJson()) {
            program.print(JsonText.imported(summary, rejections));
        } else {
            program.print(sentence(summary));
        }
        if (summary.inline() > 0) {
            program.note(
                    "%,d of them hold a completion's inline figures; track their ids and collect, and"
                                    .formatted(summary.inline())
                            + " the generations' own records replace them");
        }
    }

    private static String sentence(ImportSummary summary) {
        String always =
                "%,d recorded, %,d unchanged, %,d rejected"
                        .formatted(summary.recorded(), summary.unchanged(), summary.rejected());
        return summary.superseded() == 0
                ? always
                : always + ", %,d superseded by own records".formatted(summary.superseded());
    }
}
