package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.render.GenerationJson;
import io.genledger.app.cli.render.GenerationSheet;
import io.genledger.app.cli.render.HistoryText;
import io.genledger.app.cli.render.JsonText;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import io.genledger.ports.usecase.inspect.ReadHistory.History;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows one generation. */
@Command(
        name = "show",
        description = "Shows one generation: its money, tokens, route, and what is odd about it.",
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj",
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj --wire",
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj --history"
        })
public final class ShowCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", description = "The generation's id.")
    private String id = "";

    @ArgGroup(exclusive = true)
    private View view = new View();

    /** What to show of it. */
    static final class View {

        @Option(names = "--wire", description = "Print the archived original, byte for byte.")
        private boolean wire;

        @Option(
                names = "--history",
                description =
                        "Tell what happened to it: tracked, asked, recorded, corrected, forgotten.")
        private boolean history;

        @Option(
                names = "--aside",
                description =
                        "Print the last answer that could not be recorded under this id, byte for"
                                + " byte.")
        private boolean aside;
    }

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        if ((view.wire || view.aside) && program.printsJson()) {
            throw new UsageException(
                    "--json excludes --wire and --aside, which print bytes as they came");
        }
        GenerationId wanted = GenerationIds.one(id);
        try (Application wiring = program.openExistingLedger()) {
            boolean found = print(program, wiring, wanted);
            if (!found) {
                program.note("genledger: " + missing(wiring, wanted));
            }
            return found ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private boolean print(GenledgerCommand program, Application wiring, GenerationId wanted) {
        if (view.history) {
            return printHistory(program, wiring.tellHistory().read(wanted), wanted);
        }
        if (view.aside) {
            List<QuarantinedDocument> aside = wiring.aside().of(wanted);
            aside.stream()
                    .skip(Math.max(0, aside.size() - 1))
                    .forEach(last ->
                            program.environment().out().writeBytes(last.document().bytes()));
            return !aside.isEmpty();
        }
        ShowGeneration show = wiring.showGeneration(PlanHistory.STANDARD);
        return view.wire
                ? show.find(wanted).map(kept -> printWire(program, kept)).isPresent()
                : show.show(wanted).map(shown -> print(program, shown)).isPresent();
    }

    /** Why there is nothing to show, and what to do about it. */
    private String missing(Application wiring, GenerationId wanted) {
        if (view.aside) {
            return "no answer for " + wanted + " was kept aside";
        }
        boolean heardOf = !view.history && !wiring.tellHistory().read(wanted).steps().isEmpty();
        return "the ledger does not hold "
                + wanted
                + (heardOf
                        ? " yet; see show " + wanted + " --history"
                        : "; track it, then collect");
    }

    private static boolean printHistory(
            GenledgerCommand program, History history, GenerationId wanted) {
        if (history.steps().isEmpty()) {
            return false;
        }
        program.print(
                program.printsJson()
                        ? JsonText.of(HistoryText.json(wanted, history))
                        : HistoryText.of(
                                wanted,
                                history,
                                program.environment().clock().instant(),
                                program.style()));
        return true;
    }

    /** Not even decoded: a document is what it is, whatever this program makes of it. */
    private static Revision printWire(GenledgerCommand program, Revision kept) {
        program.environment().out().writeBytes(kept.document().bytes());
        return kept;
    }

    private static Shown print(GenledgerCommand program, Shown shown) {
        program.print(
                program.printsJson()
                        ? JsonText.of(GenerationJson.of(shown))
                        : GenerationSheet.of(shown, program.style()));
        return shown;
    }
}
