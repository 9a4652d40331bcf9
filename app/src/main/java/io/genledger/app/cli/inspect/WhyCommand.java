package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.ChosenGenerations;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.sheet.ExplanationSheet;
import io.genledger.app.option.plan.PlanOptions;
import io.genledger.app.view.generation.ExplanationView;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Explains the cost of one generation. */
@Command(
        name = "why",
        description = {
            "Explain the cost of one generation line by line.",
            "Shows why no credits were charged, the findings, the attempts and their times.",
            "Unknown figures are listed with the reason. Several generations follow each other;"
                    + " with --json, each is one line."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger why gen-1731289055-7lM7yhtp335znp1qegkj", "  genledger why --last"})
public final class WhyCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private ChosenGenerations chosen = new ChosenGenerations();

    @Mixin private PlanOptions plan = new PlanOptions();

    public WhyCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        try (Application application = ledgers.openExisting()) {
            ShowGeneration show =
                    application.showGeneration(plan.plans(application.byokAllowances()));
            return new EachGeneration(console)
                    .show(
                            chosen.in(
                                    application.generations(),
                                    NoRecord.isQueued(application),
                                    console),
                            id ->
                                    show.show(id)
                                            .map(this::print)
                                            .orElseGet(() ->
                                                    NoRecord.answer(console, application, id)));
        }
    }

    private int print(Shown shown) {
        console.print(
                ExplanationView.of(shown), view -> ExplanationSheet.of(view, console.style()));
        return ExitCode.OK;
    }
}
