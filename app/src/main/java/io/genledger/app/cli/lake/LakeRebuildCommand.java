package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.UsageException;
import io.genledger.ports.lake.LedgerName;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ships a part of a ledger anew. */
@Command(
        name = "rebuild",
        description = {
            "Delete the ledger's rows in the lake from a number on, and ship them anew: after the"
                    + " ledger was restored from a backup.",
            "Stop the programs that ship the ledger before. Rows whose entries were pruned from the"
                    + " ledger are in the lake only, and are refused to be deleted."
        })
public final class LakeRebuildCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    @Option(
            names = "--from",
            required = true,
            paramLabel = "NUMBER",
            description = "The number of the first row to ship anew; 1 for all.")
    private @Nullable Long from;

    public LakeRebuildCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        long first = from == null ? 0 : from;
        if (first < 1) {
            throw new UsageException("--from: expected 1 or more, found " + first);
        }
        LedgerName name = options.name();
        LakeOptions.requireServer(ledgers);
        try (OpenLake lake = options.access(console, ledgers).open();
                Application application = ledgers.openExisting()) {
            application
                    .feed()
                    .prunedBefore()
                    .ifPresent(day -> {
                        throw new UsageException(
                                "the ledger's entries before %s were pruned, and the lake has the only copy of them: nothing was deleted"
                                        .formatted(day));
                    });
            long deleted = lake.lake().delete(name, first);
            console.note(LakeText.deleted(name.value(), deleted));
            return new ShippingRun(console, name).run(application.shipEntries(name, lake.lake()));
        }
    }
}
