package io.genledger.app.cli;

import io.genledger.app.Wiring;
import io.genledger.app.cli.text.GenerationJson;
import io.genledger.app.cli.text.GenerationSheet;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.ShowGeneration.Shown;
import java.io.IOException;
import java.util.Optional;
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
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        if (wire && program.printsJson()) {
            throw new UsageException("--wire and --json exclude each other: expected one of them");
        }
        GenerationId wanted = GenerationIds.one(id);
        try (Wiring wiring = program.openLedger()) {
            Optional<Shown> shown = wiring.showGeneration().show(wanted);
            if (shown.isEmpty()) {
                program.note(
                        "genledger: the ledger does not hold "
                                + wanted
                                + "; track it, then collect");
                return ExitCode.REJECTED;
            }
            print(program, shown.get());
            return ExitCode.OK;
        }
    }

    private void print(GenledgerCommand program, Shown shown) throws IOException {
        if (wire) {
            program.environment().out().write(shown.kept().document().bytes());
        } else if (program.printsJson()) {
            program.print(GenerationJson.of(shown));
        } else {
            program.print(GenerationSheet.of(shown, program.style()));
        }
    }
}
