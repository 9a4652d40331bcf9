package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.LakeAccess;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.view.lake.LakeStatusView;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LedgerName;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Tells what a lake has. */
@Command(
        name = "status",
        description = {
            "Print what the lake has of each ledger, and how far it is behind one of them.",
            "With --lake-ledger, the ledger of --db is asked how many of its rows the lake lacks."
        })
public final class LakeStatusCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    public LakeStatusCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        LakeAccess access = options.access(console, ledgers);
        Optional<LedgerName> own = options.named();
        try (OpenLake lake = access.open()) {
            List<Lake.Part> parts = lake.lake().parts();
            console.print(
                    new LakeStatusView(
                            access.toString(),
                            parts.stream().map(LakeStatusView.Part::of).toList(),
                            own.map(name -> lag(name, parts))),
                    LakeText::status);
        }
        return ExitCode.OK;
    }

    private LakeStatusView.Lag lag(LedgerName name, List<Lake.Part> parts) {
        long last =
                parts.stream()
                        .filter(part -> part.name().equals(name))
                        .mapToLong(part -> part.last().sequence())
                        .findFirst()
                        .orElse(0);
        try (Application application = ledgers.openExisting()) {
            return new LakeStatusView.Lag(
                    name.value(), application.feed().count(last, Long.MAX_VALUE));
        }
    }
}
