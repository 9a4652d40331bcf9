package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.GenerationIds;
import io.genledger.app.cli.option.PlanOptions;
import io.genledger.app.cli.render.JsonText;
import io.genledger.app.cli.render.WhyJson;
import io.genledger.app.cli.render.WhySheet;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Explains what one generation cost. */
@Command(
        name = "why",
        description = {
            "Explains what one generation cost: the money line by line, why a zero is zero, what is"
                    + " odd about it, the attempts and their time.",
            "What its record does not tell is listed with the reason."
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger why gen-1731289055-7lM7yhtp335znp1qegkj")
public final class WhyCommand implements Callable<Integer> {

    @ParentCommand private @Nullable GenledgerCommand root;

    @Parameters(paramLabel = "ID", description = "The generation's id.")
    private String id = "";

    @Mixin private PlanOptions plan = new PlanOptions();

    @Override
    public Integer call() {
        GenledgerCommand program = Parent.of(root);
        GenerationId wanted = GenerationIds.one(id);
        try (Application wiring = program.openExistingLedger()) {
            Optional<Shown> shown = wiring.showGeneration(plan.plans()).show(wanted);
            if (shown.isEmpty()) {
                program.noteNotHeld(wanted);
                return ExitCode.REJECTED;
            }
            print(program, shown.get());
            return ExitCode.OK;
        }
    }

    private static void print(GenledgerCommand program, Shown shown) {
        program.print(
                program.printsJson()
                        ? JsonText.of(WhyJson.of(shown))
                        : WhySheet.of(shown, program.style()));
    }
}
