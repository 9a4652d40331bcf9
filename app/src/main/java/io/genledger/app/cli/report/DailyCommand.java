package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.domain.report.Dimension;
import java.util.List;
import picocli.CommandLine.Command;

/** Reports spend by day. */
@Command(
        name = "daily",
        description = "Sum up requests, spend and tokens by day: report --by day, then --by.",
        footerHeading = "%nExample:%n",
        footer = "  genledger daily --last 7d --breakdown")
public final class DailyCommand extends SpendCommand {

    public DailyCommand(Console console, LedgerOpener ledgers) {
        super(console, ledgers, List.of(Dimension.DAY));
    }
}
