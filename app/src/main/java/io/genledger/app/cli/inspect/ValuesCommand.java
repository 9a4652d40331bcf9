package io.genledger.app.cli.inspect;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.LimitConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.app.view.listing.ValuesView;
import io.genledger.domain.report.Dimension;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the texts that records have in a dimension. */
@Command(
        name = "values",
        description = {
            "Print the models, providers, users, apps or other values of the ledger, one a line.",
            "Completion in a shell asks for them. Opens no ledger that has to be migrated first."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger values model", "  genledger values model anthropic/ --limit all"})
public final class ValuesCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            index = "0",
            paramLabel = "DIM",
            converter = WordConverter.OfDimension.class,
            completionCandidates = WordConverter.OfDimension.class,
            description =
                    "Dimension of the values, e.g. model; times and the request have no list.")
    private Dimension dimension = Dimension.MODEL;

    @Parameters(
            index = "1",
            paramLabel = "BEGINNING",
            arity = "0..1",
            description = "Text with which the values begin. Default: all values.")
    private String beginning = "";

    @Option(
            names = "--limit",
            paramLabel = "N",
            converter = LimitConverter.class,
            description = "Largest number of values, or all. Default: ${DEFAULT-VALUE}.",
            defaultValue = "200")
    private long limit = 200;

    public ValuesCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (dimension.isTime() || dimension == Dimension.REQUEST) {
            throw new UsageException(
                    "the values of %s are not listed: name a dimension that generations share, e.g."
                                    .formatted(dimension.label())
                            + " model, provider or user");
        }
        try (Application application = ledgers.openUnchanged()) {
            ValuesView view =
                    new ValuesView(
                            dimension,
                            application
                                    .values()
                                    .values(
                                            dimension,
                                            beginning,
                                            (int) Math.min(limit, Integer.MAX_VALUE)));
            if (console.printsJson() || !view.values().isEmpty()) {
                console.print(view, ValuesCommand::text);
            }
        }
        return ExitCode.OK;
    }

    private static String text(ValuesView view) {
        return view.values().stream().map(Sanitized::of).collect(Collectors.joining("\n"));
    }
}
