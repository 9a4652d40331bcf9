package io.genledger.app.cli.quarantine;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.cli.render.line.QuarantineText;
import io.genledger.app.cli.render.sheet.QuarantineSheet;
import io.genledger.app.option.UsageException;
import io.genledger.app.view.quarantine.QuarantineBodyView;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantinedDocument;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows one quarantined document. */
@Command(
        name = "show",
        description = "Show one quarantined document: its origin, its fault and its text.",
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger quarantine show 3",
            "  genledger quarantine show 3 --raw > mended.json"
        })
public final class QuarantineShowCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Parameters(paramLabel = "N", description = "Number of the document, as list prints it.")
    private long number;

    @Option(names = "--raw", description = "Print only the document, byte for byte.")
    private boolean raw;

    public QuarantineShowCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (raw && console.printsJson()) {
            throw new UsageException("--json cannot be combined with --raw, which prints bytes");
        }
        try (Application application = ledgers.openExisting()) {
            boolean found = print(application.quarantine());
            if (!found) {
                console.note(QuarantineText.notInQuarantine(number));
            }
            return found ? ExitCode.OK : ExitCode.REJECTED;
        }
    }

    private boolean print(Quarantine quarantine) {
        Optional<MetadataDocument> document = quarantine.document(number);
        Optional<QuarantinedDocument> description = quarantine.find(number);
        if (document.isEmpty() || description.isEmpty()) {
            return false;
        }
        if (raw) {
            console.out().writeBytes(document.get().bytes());
        } else {
            console.print(
                    QuarantineBodyView.of(description.get(), document.get()),
                    view -> QuarantineSheet.of(view, console.style()));
        }
        return true;
    }
}
