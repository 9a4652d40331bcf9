package io.genledger.app.cli.quarantine;

import io.genledger.app.option.UsageException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** The documents that could not be recorded. */
@Command(
        name = "quarantine",
        description = {
            "Manage the documents that could not be recorded.",
            "import puts a document here that it cannot read, and collect one that is not the"
                + " record of the requested id. A document stays until it is dropped. To use it,"
                + " export it, mend it, and import the file."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger quarantine list",
            "  genledger quarantine show 3",
            "  genledger quarantine export to-mend.ndjson",
            "  genledger quarantine drop --all"
        },
        subcommands = {
            QuarantineListCommand.class,
            QuarantineShowCommand.class,
            QuarantineExportCommand.class,
            QuarantineDropCommand.class
        })
public final class QuarantineCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        throw new UsageException("quarantine: expected list, show N, export FILE or drop N");
    }
}
