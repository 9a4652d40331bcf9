package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.UsageException;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.service.lake.ShipService;
import io.genledger.ports.lake.LedgerName;
import java.time.Duration;
import java.util.Optional;

/** The lake to which a server ships its ledger, if it has one. */
public final class ServedLake implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Console console;
    private final Optional<Named> lake;

    private record Named(OpenLake lake, LedgerName name) {}

    private ServedLake(Console console, Optional<Named> lake) {
        this.console = console;
        this.lake = lake;
    }

    /**
     * The lake of the options; none without a name of the ledger.
     *
     * @throws UsageException if an option is missing or wrong
     */
    public static ServedLake of(LakeOptions options, Console console, LedgerOpener ledgers) {
        Optional<LedgerName> name = options.named();
        name.ifPresent(any -> LakeOptions.requireServer(ledgers));
        return new ServedLake(
                console, name.map(own -> new Named(options.access(console, ledgers).open(), own)));
    }

    /** What ships the ledger each 30 s; empty without a lake. */
    public Optional<ShipService> service(Application application, ServiceEvents events) {
        return lake.map(to ->
                new ShipService(
                        application.shipEntries(to.name(), to.lake().lake()),
                        EVERY,
                        console.runtime(),
                        events));
    }

    @Override
    public void close() {
        lake.ifPresent(to -> to.lake().close());
    }
}
