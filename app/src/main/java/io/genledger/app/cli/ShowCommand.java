package io.genledger.app.cli;

import io.genledger.app.Wiring;
import io.genledger.app.cli.text.GenerationJson;
import io.genledger.app.cli.text.GenerationSheet;
import io.genledger.app.cli.text.JsonText;
import io.genledger.domain.cost.Plan;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.KeptGeneration;
import io.genledger.ports.usecase.ShowGeneration;
import io.genledger.ports.usecase.ShowGeneration.Shown;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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
            "  genledger show gen-1731289055-7lM7yhtp335znp1qegkj --wire"
        })
final class ShowCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", description = "The generation's id.")
    private String id = "";

    @Option(names = "--wire", description = "Print the archived original, byte for byte.")
    private boolean wire;

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        if (wire && program.printsJson()) {
            throw new UsageException("--wire and --json exclude each other: expected one of them");
        }
        GenerationId wanted = GenerationIds.one(id);
        try (Wiring wiring = program.openLedger()) {
            ShowGeneration show = wiring.showGeneration(Plan.STANDARD);
            boolean found =
                    wire
                            ? show.find(wanted).map(kept -> printWire(program, kept)).isPresent()
                            : show.show(wanted).map(shown -> print(program, shown)).isPresent();
            if (!found) {
                program.noteNotHeld(wanted);
            }
            return found ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    /** Not even decoded: a document is what it is, whatever this program makes of it. */
    private static KeptGeneration printWire(GenledgerCommand program, KeptGeneration kept) {
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
