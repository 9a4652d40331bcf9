package io.genledger.app.cli;

import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.Wiring;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the user keeps the ledger; as text, what can be shown of that. */
sealed interface LedgerPlace {

    /** Whether a ledger is there, or at least something else. */
    boolean isTaken();

    /** Opens the ledger there, and makes it if there is none. */
    Wiring open(RunEnvironment machine);

    /**
     * Opens the ledger there.
     *
     * @throws LedgerUnavailableException if there is none
     */
    Wiring openExisting(RunEnvironment machine);

    /** One file of the user's own. */
    record InFile(Path file) implements LedgerPlace {

        @Override
        public boolean isTaken() {
            return Files.exists(file);
        }

        @Override
        public Wiring open(RunEnvironment machine) {
            return Wiring.over(file, machine);
        }

        @Override
        public Wiring openExisting(RunEnvironment machine) {
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
    record OnServer(PostgresServer server) implements LedgerPlace {

        @Override
        public boolean isTaken() {
            return Wiring.isThere(server);
        }

        @Override
        public Wiring open(RunEnvironment machine) {
            return Wiring.over(server, machine);
        }

        @Override
        public Wiring openExisting(RunEnvironment machine) {
            return Wiring.overExisting(server, machine);
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }
}
