package io.genledger.app.cli.lake;

import io.genledger.app.LakeAccess;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.view.lake.LakeMaintainedView;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Keeps a lake small and fast. */
@Command(
        name = "maintain",
        description = {
            "Join the small files that each step of shipping leaves, and remove what only earlier"
                    + " states of the lake need: once a day, or after some hundred steps.",
            "Trino refuses a retention below the catalog's settings"
                    + " iceberg.expire-snapshots.min-retention and"
                    + " iceberg.remove-orphan-files.min-retention, 7d without them."
        })
public final class LakeMaintainCommand implements Callable<Integer> {

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    @Option(
            names = "--retention",
            paramLabel = "AGE",
            converter = DurationConverter.class,
            description =
                    "Age up to which an earlier state can still be read; longer than any statement"
                            + " that runs meanwhile. Default: 7d.")
    private Duration retention = Duration.ofDays(7);

    public LakeMaintainCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        LakeAccess access = options.access(console, ledgers);
        try (OpenLake lake = access.open()) {
            lake.lake().maintain(retention);
            console.print(
                    new LakeMaintainedView(access.toString(), retention.toMillis()),
                    LakeText::maintained);
        }
        return ExitCode.OK;
    }
}
