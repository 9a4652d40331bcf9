package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.app.service.lake.ShipService;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Ships a ledger's entries. */
@Command(
        name = "ship",
        description = {
            "Copy the entries of the ledger that the lake does not have yet, each exactly once.",
            "Trino copies: the entries do not pass through this program. It may be stopped at any"
                + " moment; the next run goes on behind the lake's last row. Only one program needs"
                + " to ship a ledger; two copy no row twice.",
            "The ledger must be on PostgreSQL. One in a SQLite file joins through another one, with"
                + " its current figures only: genledger export --format ndjson - | genledger import"
                + " --db postgresql://… -"
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger lake ship --db postgresql://localhost/eu --lake-ledger eu --watch 30s"
        })
public final class LakeShipCommand implements Callable<Integer> {

    private static final Duration SHORTEST = Duration.ofSeconds(1);

    private final Console console;
    private final LedgerOpener ledgers;

    @Mixin private final LakeOptions options = new LakeOptions();

    @Option(
            names = "--watch",
            paramLabel = "PAUSE",
            converter = DurationConverter.class,
            description =
                    "Go on until SIGTERM or Ctrl-C, and look for new entries after each PAUSE, e.g."
                            + " 30s. What happens is written to standard error as logfmt lines.")
    private @Nullable Duration watch;

    public LakeShipCommand(Console console, LedgerOpener ledgers) {
        this.console = console;
        this.ledgers = ledgers;
    }

    @Override
    public Integer call() {
        if (watch != null && watch.compareTo(SHORTEST) < 0) {
            throw new UsageException("--watch: expected 1s or more");
        }
        LedgerName name = options.name();
        LakeOptions.requireServer(ledgers);
        try (OpenLake lake = options.access(console, ledgers).open();
                Application application = ledgers.openExisting()) {
            ShipEntries entries = application.shipEntries(name, lake.lake());
            return watch == null
                    ? new ShippingRun(console, name).run(entries)
                    : watching(entries, watch);
        }
    }

    private int watching(ShipEntries entries, Duration pause) {
        ShipService service = new ShipService(entries, pause, console.runtime(), console::log);
        StopSignal stop = new StopSignal();
        console.shutdown().stopOnShutdown(stop);
        console.shutdown().drainOnTermination(stop);
        stop.onRequest(service::requestDrain);
        service.run();
        return service.ended().isPresent() ? ExitCode.REJECTED : ExitCode.OK;
    }
}
