package io.genledger.app.cli.maintain;

import io.genledger.app.cli.console.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The settings of a ledger. */
@Command(
        name = "config",
        description = {
            "Show or change a setting of the ledger.",
            "A setting belongs to the ledger and is the same for all who open it."
        },
        footerHeading = "%nExample:%n",
        footer = {"  genledger config timezone", "  genledger config timezone Europe/Berlin"},
        subcommands = ConfigTimezoneCommand.class)
public final class ConfigCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("config: expected timezone [ZONE]");
    }
}
