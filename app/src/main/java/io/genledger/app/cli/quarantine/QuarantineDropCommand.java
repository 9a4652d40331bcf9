package io.genledger.app.cli.quarantine;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.QuarantineText;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.quarantine.QuarantineDropView;
import io.genledger.ports.quarantine.QuarantineEditor;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drops quarantined documents. */
@Command(
        name = "drop",
        description = "Drop quarantined documents for good.",
        footerHeading = "%nExample:%n",
        footer = {"  genledger quarantine drop 3 4", "  genledger quarantine drop --all"})
public final class QuarantineDropCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(
            paramLabel = "N",
            arity = "0..*",
            description = "Numbers of the documents, as list prints them.")
    private List<Long> numbers = List.of();

    @Option(names = "--all", description = "Drop all quarantined documents.")
    private boolean all;

    public QuarantineDropCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (all != numbers.isEmpty()) {
            throw new UsageException("expected either numbers of documents or --all");
        }
        try (Application application = ledgers.openExisting()) {
            QuarantineDropView view = drop(application.quarantineEditor());
            view.notInQuarantine().stream()
                    .map(QuarantineText::notInQuarantine)
                    .forEach(console::note);
            console.print(view, QuarantineText::of);
            return view.notInQuarantine().isEmpty() ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private QuarantineDropView drop(QuarantineEditor quarantine) {
        if (all) {
            return new QuarantineDropView(quarantine.dropAll(), List.of());
        }
        Set<Long> missing = new TreeSet<>(numbers);
        Set<Long> dropped = quarantine.drop(Set.copyOf(numbers));
        missing.removeAll(dropped);
        return new QuarantineDropView(dropped.size(), List.copyOf(missing));
    }
}
