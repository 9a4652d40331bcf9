package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.render.JsonText;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.track.TrackGenerations;
import io.genledger.ports.usecase.track.TrackInBatches;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.util.List;
import java.util.Optional;
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
public final class TrackCommand implements Callable<Integer> {

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
        ids.forEach(TrackCommand::refuseFile);
        Set<GenerationId> named = GenerationIds.all(ids);
        named.stream()
                .filter(id -> !id.value().startsWith("gen-"))
                .forEach(id ->
                        program.note(
                                id
                                        + " does not begin with gen-, as OpenRouter's ids do; it is"
                                        + " tracked all the same"));
        Optional<InputFile> input =
                Optional.ofNullable(file).map(name -> InputFile.named(name, program.environment()));
        try (Application wiring = program.openLedger()) {
            TrackGenerations track = wiring.trackGenerations();
            Tracked tracked =
                    input.isPresent()
                            ? trackAllIn(input.get(), track, program)
                            : track.track(named);
            if (program.printsJson()) {
                program.print(JsonText.tracked(tracked));
            } else {
                program.print(sentence(tracked));
            }
        }
        return ExitCode.OK;
    }

    /** Almost anything can be an id, the name of a log too. */
    private static void refuseFile(String id) {
        if (new File(id).isFile()) {
            throw new UsageException(id + " is a file; to track the ids in it: --from " + id);
        }
    }

    static String sentence(Tracked tracked) {
        String counts =
                "%,d new, %,d already pending, %,d already kept"
                        .formatted(tracked.added(), tracked.pending(), tracked.recorded());
        return tracked.givenUp() == 0
                ? counts
                : counts + ", %,d given up or refused before".formatted(tracked.givenUp());
    }

    /** A file may be larger than memory, and so may be what is found in it. */
    private static Tracked trackAllIn(
            InputFile input, TrackGenerations track, GenledgerCommand program) throws IOException {
        TrackInBatches batches = new TrackInBatches(track);
        try (Reader reader = input.openText()) {
            GenerationIdScanner.scan(reader, batches);
        }
        Tracked tracked = batches.end();
        if (tracked.equals(Tracked.NOTHING)) {
            program.note(input.name() + ": no generation id in it");
        }
        return tracked;
    }
}
