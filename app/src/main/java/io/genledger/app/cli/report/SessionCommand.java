package io.genledger.app.cli.report;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.domain.report.Dimension;
import java.util.List;
import picocli.CommandLine.Command;

/** Reports spend by session. */
@Command(
        name = "session",
        description =
                "Sum up requests, spend and tokens by session: report --by session, then --by.",
        footerHeading = "%nExample:%n",
        footer = "  genledger session --last 7d --top 10")
public final class SessionCommand extends SpendCommand {

    public SessionCommand(Console console, LedgerOpener ledgers) {
        super(console, ledgers, List.of(Dimension.SESSION));
    }
}
