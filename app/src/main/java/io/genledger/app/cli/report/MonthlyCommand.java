package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.domain.report.Dimension;
import java.util.List;
import picocli.CommandLine.Command;

/** Reports spend by month. */
@Command(
        name = "monthly",
        description = "Sum up requests, spend and tokens by month: report --by month, then --by.",
        footerHeading = "%nExample:%n",
        footer = "  genledger monthly --since 2025 --compare last-year")
public final class MonthlyCommand extends SpendCommand {

    public MonthlyCommand(Console console, LedgerOpener ledgers) {
        super(console, ledgers, List.of(Dimension.MONTH));
    }
}
