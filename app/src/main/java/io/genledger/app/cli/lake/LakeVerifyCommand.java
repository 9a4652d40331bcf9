package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.view.lake.LakeVerifyView;
import io.genledger.ports.lake.LedgerName;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Compares a lake with a ledger. */
@Command(
        name = "verify",
        description = {
            "Compare what the lake has of the ledger with the ledger: for each month the number of"
                    + " rows and generations, and the sum of each figure, to the digit.",
            "Rows that were not shipped yet are not compared. The exit code is 1 if a value"
                    + " differs, or if rows still name a user who was erased from the ledger."
        })
public final class LakeVerifyCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    public LakeVerifyCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        LedgerName name = options.name();
        try (OpenLake lake = options.access(console, ledgers).open();
                Application application = ledgers.openExisting()) {
            LakeVerifyView view =
                    LakeVerifyView.of(
                            name.value(), application.verifyLake(name, lake.lake()).compare());
            console.print(view, LakeText::verified);
            return view.differences().isEmpty() && view.toErase() == 0
                    ? ExitCode.OK
                    : ExitCode.REJECTED;
        }
    }
}
