package io.genledger.app.cli.lake;

import io.genledger.app.Application;
import io.genledger.app.LakeQuestions;
import io.genledger.app.OpenLake;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.option.LedgerOpener;
import io.genledger.app.option.UsageException;
import io.genledger.app.service.ServiceEvents;
import io.genledger.app.service.lake.ShipService;
import io.genledger.ports.lake.LedgerName;
import java.time.Duration;
import java.util.Optional;

/** The lake on which a server reports and to which it ships its ledger, if it has one. */
public final class ServedLake implements AutoCloseable {

    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Console console;
    private final Optional<OpenLake> lake;
    private final Optional<LedgerName> name;

    private ServedLake(Console console, Optional<OpenLake> lake, Optional<LedgerName> name) {
        this.console = console;
        this.lake = lake;
        this.name = name;
    }

    /**
     * The lake of the options; none if they name none. Without the ledger's name in it, nothing is
     * shipped.
     *
     * @throws UsageException if an option is missing or wrong
     */
    public static ServedLake of(LakeOptions options, Console console, LedgerOpener ledgers) {
        Optional<LedgerName> name = options.named();
        name.ifPresent(any -> LakeOptions.requireServer(ledgers));
        return new ServedLake(
                console,
                options.isNamed() || name.isPresent()
                        ? Optional.of(options.access(console, ledgers).open())
                        : Optional.empty(),
                name);
    }

    /** What the lake can be asked. */
    public Optional<LakeQuestions> questions() {
        return lake.map(open -> open);
    }

    /** What ships the ledger each 30 s; empty without its name in a lake. */
    public Optional<ShipService> service(Application application, ServiceEvents events) {
        return name.map(own ->
                new ShipService(
                        application.shipEntries(own, lake.orElseThrow().lake()),
                        EVERY,
                        console.runtime(),
                        events));
    }

    @Override
    public void close() {
        lake.ifPresent(OpenLake::close);
    }
}
