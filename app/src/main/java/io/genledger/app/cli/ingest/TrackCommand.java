package io.genledger.app.cli.ingest;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.AccountConverter;
import io.genledger.app.view.intake.TrackView;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tracks generation ids. */
@Command(
        name = "track",
        description = {
            "Add generation ids to the queue, for collect to fetch their records.",
            "The id of a generation is the field id of its completion, gen-…, and the response"
                    + " header X-Generation-Id."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger track gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger track --from app.log"
        })
public final class TrackCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description = "Generation ids to track, or text around them such as a URL.")
    private List<String> ids = List.of();

    @Option(
            names = "--from",
            paramLabel = "FILE|-",
            description =
                    "Text to find ids in: a log, NDJSON, streams, chat completions, CSV; a file"
                        + " compressed by gzip, zip or zstd; a folder; - for standard input. May be"
                        + " repeated.")
    private List<String> names = List.of();

    @Option(
            names = "--literal",
            description =
                    "Track each argument as it is written, although it does not look like an id of"
                            + " OpenRouter.")
    private boolean literal;

    @Option(
            names = "--account",
            paramLabel = "NAME",
            converter = AccountConverter.class,
            description =
                    "Your name for the OpenRouter account that is charged for the generations; an"
                        + " id keeps the account that it was tracked with first. Default: default.")
    private AccountName account = AccountName.DEFAULT;

    public TrackCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        if (ids.isEmpty() == names.isEmpty()) {
            throw new UsageException("expected either ids or --from FILE");
        }
        Set<GenerationId> named = literal ? GenerationIds.literal(ids) : GenerationIds.likely(ids);
        List<InputFile> files = InputFile.allNamed(names, console);
        try (Application application = ledgers.open()) {
            TrackGenerations track = application.trackGenerations(account);
            IdsInFiles inFiles = new IdsInFiles(track, console);
            Tracked tracked = names.isEmpty() ? track.track(named) : inFiles.track(names, files);
            console.print(TrackView.of(tracked), IntakeText::of);
            return inFiles.isComplete() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }
}
