package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import java.util.List;
import picocli.CommandLine.Command;

/** Reports spend by any dimensions. */
@Command(
        name = "report",
        description = {
            "Sum up requests, spend and tokens, grouped by one or more dimensions.",
            "Spend is the credits OpenRouter charged plus the upstream cost on your own keys"
                    + " (BYOK), an estimate at list price. Generations whose spend is unknown are"
                    + " counted and not summed: a row of which nothing is known says unknown, and ≥"
                    + " stands before a sum of which a part is unknown.",
        },
        footerHeading = "%nExample:%n",
        footer = "  genledger report --by day,model --last 7d --timezone Europe/Berlin")
public final class ReportCommand extends SpendCommand {

    public ReportCommand(Console console, LedgerOpener ledgers) {
        super(console, ledgers, List.of());
    }
}
