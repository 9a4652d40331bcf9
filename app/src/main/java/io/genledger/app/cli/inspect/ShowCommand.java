package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.ChosenGenerations;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.sheet.GenerationSheet;
import io.genledger.app.cli.render.sheet.HistorySheet;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.plan.PlanOptions;
import io.genledger.app.view.generation.GenerationView;
import io.genledger.app.view.queue.HistoryView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows generations. */
@Command(
        name = "show",
        description = {
            "Show generations: their money, tokens, routing and findings.",
            "With --json, each is one line."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj --wire",
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj --history",
            "  genledger show --last 3",
            "  genledger show --run req-1731289055-7lM7yhtp335znp1qegkj"
        })
public final class ShowCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private ChosenGenerations chosen = new ChosenGenerations();

    @Mixin private PlanOptions plan = new PlanOptions();

    @ArgGroup(exclusive = true)
    private View view = new View();

    /** What to show instead of the generation's sheet; exclusive. */
    static final class View {

        @Option(names = "--wire", description = "Print the archived document byte for byte.")
        private boolean wire;

        @Option(
                names = "--history",
                description =
                        "List its events: tracked, requested, recorded, corrected, forgotten.")
        private boolean history;

        @Option(
                names = "--quarantine",
                description =
                        "Print the last document that could not be recorded under this id, byte for"
                                + " byte.")
        private boolean quarantine;

        @Option(
                names = "--run",
                paramLabel = "REQUEST|SESSION",
                description = {
                    "List the generations of one request or session in the order of time, each"
                            + " with its own cost, and the sum of the records held."
                })
        private @Nullable String run;
    }

    public ShowCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() throws IOException {
        if (view.run != null) {
            return showRun(view.run);
        }
        if ((view.wire || view.quarantine) && console.printsJson()) {
            throw new UsageException(
                    "--json cannot be combined with --wire and --quarantine, which print bytes");
        }
        try (Application application = ledgers.openExisting()) {
            List<GenerationId> ids =
                    chosen.in(application.generations(), NoRecord.isQueued(application), console);
            if ((view.wire || view.quarantine) && ids.size() > 1) {
                throw new UsageException(
                        "--wire and --quarantine print the bytes of one generation, not of "
                                + ids.size());
            }
            return new EachGeneration(console).show(ids, id -> show(application, id));
        }
    }

    private int showRun(String run) throws IOException {
        if (!chosen.isNone() || run.isBlank()) {
            throw new UsageException(
                    "--run: expected the id of one request or session, and neither generation ids"
                            + " nor --last");
        }
        try (Application application = ledgers.openExisting()) {
            return new RunPrinter(console, application).print(run);
        }
    }

    private int show(Application application, GenerationId wanted) {
        if (print(application, wanted)) {
            return ExitCode.OK;
        }
        if (view.quarantine) {
            console.note("genledger: no document of " + wanted + " is quarantined");
            return ExitCode.REJECTED;
        }
        return NoRecord.answer(console, application, wanted);
    }

    private boolean print(Application application, GenerationId wanted) {
        if (view.history) {
            return printHistory(application.readHistory().read(wanted), wanted);
        }
        if (view.quarantine) {
            Optional<MetadataDocument> last = lastQuarantined(application.quarantine(), wanted);
            last.ifPresent(document -> console.out().writeBytes(document.bytes()));
            return last.isPresent();
        }
        ShowGeneration show = application.showGeneration(plan.plans(application.byokAllowances()));
        return view.wire
                ? show.find(wanted).map(kept -> printWire(kept)).isPresent()
                : show.show(wanted).map(shown -> print(shown)).isPresent();
    }

    private static Optional<MetadataDocument> lastQuarantined(
            Quarantine quarantine, GenerationId wanted) {
        return quarantine.of(wanted).stream()
                .reduce((earlier, later) -> later)
                .map(QuarantinedDocument::number)
                .flatMap(quarantine::document);
    }

    private boolean printHistory(History history, GenerationId wanted) {
        if (history.steps().isEmpty()) {
            return false;
        }
        console.print(
                HistoryView.of(wanted, history, console.clock().instant()),
                each -> HistorySheet.of(each, console.style()));
        return true;
    }

    /** Prints the document without decoding it. */
    private Revision printWire(Revision kept) {
        console.out().writeBytes(kept.document().bytes());
        return kept;
    }

    private Shown print(Shown shown) {
        console.print(GenerationView.of(shown), each -> GenerationSheet.of(each, console.style()));
        return shown;
    }
}
