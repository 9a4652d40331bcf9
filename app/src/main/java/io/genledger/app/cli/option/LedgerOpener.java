package io.genledger.app.cli.option;

import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.app.cli.config.Setting;
import io.genledger.app.cli.config.Settings;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.LogFmt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Opens the ledger that the command line, a setting or the default names. */
public final class LedgerOpener {

    private final Console console;
    private final Settings settings;

    public LedgerOpener(Console console, Settings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** The ledger that the command line names by {@code --db}. */
    public Optional<LedgerAddress> named() {
        return LedgerLocation.named(console);
    }

    /** The ledger that the other methods open. */
    public LedgerAddress address() {
        return LedgerLocation.of(console, settings.find("db"));
    }

    /** The lake that a setting names. */
    public Optional<String> lake() {
        return settings.find("lake", "lake").map(Setting::value);
    }

    /** The folder of what Genledger keeps for the user. */
    public Path dataFolder() {
        return LedgerLocation.dataFolder(console);
    }

    /** Opens the ledger, and creates it with a note if there is none. */
    public Application open() {
        return open("new ledger: %s"::formatted);
    }

    /** The same for a command that logs events: without a terminal, the note is an event, too. */
    public Application openForEvents() {
        return console.redraws()
                ? open()
                : open(address ->
                        LogFmt.line(
                                console.clock().instant(),
                                "ledger-created ledger=" + LogFmt.quoted(address)));
    }

    /**
     * Opens a ledger that exists already. A command that only reads creates none: its user would
     * mistake a misspelt name for an empty ledger.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if there is none
     */
    public Application openExisting() {
        LedgerAddress address = address();
        return address.openExisting(
                console.runtime(), new MigrationProgress(console, address.toString()));
    }

    /**
     * Opens a ledger that exists already and is of the newest version.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if there is none, or it would
     *     have to be migrated
     */
    public Application openUnchanged() {
        return address().openExisting(console.runtime());
    }

    /** A look at a ledger that is not changed. */
    @FunctionalInterface
    public interface Look<T> {
        T at(Application ledger) throws IOException;
    }

    /**
     * Looks at the ledger, which must be of the newest version, or at an empty one if there is
     * none; the empty one is deleted again.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger would have to be
     *     migrated
     */
    public <T> T preview(Look<T> look) throws IOException {
        LedgerAddress address = address();
        if (address.isTaken()) {
            try (Application ledger = address.openExisting(console.runtime())) {
                return look.at(ledger);
            }
        }
        Path folder = Files.createTempDirectory("genledger-preview-");
        LedgerAddress empty = LedgerAddress.of(folder.resolve("empty.db"));
        try (Application ledger = empty.open(console.runtime())) {
            return look.at(ledger);
        } finally {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private Application open(UnaryOperator<String> note) {
        LedgerAddress address = address();
        Application application =
                address.open(console.runtime(), new MigrationProgress(console, address.toString()));
        if (application.isNew()) {
            console.note(note.apply(address.toString()));
        }
        return application;
    }
}
