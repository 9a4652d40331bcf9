package io.genledger.app.cli.lake;

import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.view.lake.LakeErasedView;
import io.genledger.ports.lake.LedgerName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Repeats erasures in a lake. */
@Command(
        name = "erase",
        description = {
            "Repeat in the lake what genledger erase has erased from the ledger: the rows get the"
                    + " texts that the ledger has in place of user, session and request.",
            "Earlier states of the lake name the users until lake maintain has removed them. lake"
                    + " verify says when this is due."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger erase --db postgresql://localhost/eu --user ana",
            "  genledger lake erase --lake-ledger eu",
            "  genledger lake maintain --retention 0s"
        })
public final class LakeEraseCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    public LakeEraseCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        LedgerName name = options.name();
        try (OpenLake lake = options.access(console, ledgers).open()) {
            console.print(
                    new LakeErasedView(name.value(), lake.lake().erase(name)), LakeText::erased);
        }
        return ExitCode.OK;
    }
}
