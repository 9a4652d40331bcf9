package io.genledger.app.cli;

import io.genledger.app.Wiring;
import io.genledger.app.cli.text.JsonText;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.PendingGenerations.Tracked;
import java.io.IOException;
import java.io.Reader;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Acknowledges generations to be collected. */
@Command(
        name = "track",
        description = {
            "Puts generation ids into the ledger's queue.",
            "A file may be any text: ids are found in logs, NDJSON, chat completions and CSV."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger track gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger track --from app.log"
        })
final class TrackCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", arity = "0..*", description = "Generation ids.")
    private List<String> ids = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE|-",
            description = "A text to find ids in; - for standard input.")
    private @Nullable String file;

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        if (ids.isEmpty() == (file == null)) {
            throw new UsageException("expected either ids or --from FILE");
        }
        Set<GenerationId> found = file == null ? GenerationIds.all(ids) : idsIn(file, program);
        try (Wiring wiring = program.openLedger()) {
            Tracked tracked = wiring.trackGenerations().track(found);
            if (program.printsJson()) {
                program.print(JsonText.tracked(tracked));
            } else {
                program.print(sentence(tracked));
            }
        }
        return ExitCode.OK;
    }

    static String sentence(Tracked tracked) {
        return "%,d new, %,d already pending, %,d already kept"
                .formatted(tracked.added(), tracked.pending(), tracked.kept());
    }

    private static Set<GenerationId> idsIn(String name, GenledgerCommand program)
            throws IOException {
        InputFile input = InputFile.named(name, program.environment());
        try (Reader reader = input.openText()) {
            Set<GenerationId> found = new LinkedHashSet<>();
            GenerationIdScanner.scan(reader, found::add);
            if (found.isEmpty()) {
                program.note(input.name() + ": no generation id in it");
            }
            return found;
        }
    }
}
