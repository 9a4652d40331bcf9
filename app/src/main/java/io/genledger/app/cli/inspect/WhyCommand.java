package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.option.PlanOptions;
import io.genledger.app.cli.render.sheet.ExplanationSheet;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Explains the cost of one generation. */
@Command(
        name = "why",
        description = {
            "Explain the cost of one generation line by line.",
            "Shows why no credits were charged, the findings, the attempts and their times.",
            "Unknown figures are listed with the reason."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger why gen-1731289055-7lM7yhtp335znp1qegkj")
public final class WhyCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(paramLabel = "ID", description = "Id of the generation.")
    private String id = "";

    @Mixin private PlanOptions plan = new PlanOptions();

    public WhyCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        GenerationId wanted = GenerationIds.one(id);
        try (Application application = ledgers.openExisting()) {
            Optional<Shown> shown = application.showGeneration(plan.plans()).show(wanted);
            if (shown.isEmpty()) {
                return NoRecord.answer(console, application, wanted);
            }
            console.print(
                    ExplanationView.of(shown.get()),
                    view -> ExplanationSheet.of(view, console.style()));
            return ExitCode.OK;
        }
    }
}
