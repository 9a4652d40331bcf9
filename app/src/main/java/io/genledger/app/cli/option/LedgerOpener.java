package io.genledger.app.cli.option;

import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.Application;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the user keeps the ledger; as text, what can be shown of that. */
public sealed interface LedgerOpener {

    /** Whether a ledger is there, or at least something else. */
    boolean isTaken();

    /** Opens the ledger there, and makes it if there is none. */
    Application open(RunEnvironment machine);

    /**
     * Opens the ledger there.
     *
     * @throws LedgerUnavailableException if there is none
     */
    Application openExisting(RunEnvironment machine);

    /** One file of the user's own. */
    record InFile(Path file) implements LedgerOpener {

        @Override
        public boolean isTaken() {
            return Files.exists(file);
        }

        @Override
        public Application open(RunEnvironment machine) {
            return Application.over(file, machine);
        }

        @Override
        public Application openExisting(RunEnvironment machine) {
            if (Files.notExists(file)) {
                throw new LedgerUnavailableException(
                        "no ledger at " + file + "; name yours with --db, or track or import first",
                        null);
            }
            return open(machine);
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** A database on a server, for many. */
    record OnServer(PostgresServer server) implements LedgerOpener {

        @Override
        public boolean isTaken() {
            return Application.isThere(server);
        }

        @Override
        public Application open(RunEnvironment machine) {
            return Application.over(server, machine);
        }

        @Override
        public Application openExisting(RunEnvironment machine) {
            return Application.overExisting(server, machine);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }
}
