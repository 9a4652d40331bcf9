package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.domain.report.Dimension;
import java.util.List;
import picocli.CommandLine.Command;

/** Reports spend by week. */
@Command(
        name = "weekly",
        description = "Sum up requests, spend and tokens by week: report --by week, then --by.",
        footerHeading = "%nExample:%n",
        footer = "  genledger weekly --last 3m --start-of-week sunday")
public final class WeeklyCommand extends SpendCommand {

    public WeeklyCommand(Console console, LedgerOpener ledgers) {
        super(console, ledgers, List.of(Dimension.WEEK));
    }
}
