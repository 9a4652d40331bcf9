package io.genledger.app;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.MigrationListener;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The address of a ledger. {@code toString()} never shows a password. */
public sealed interface LedgerAddress {

    /** The form of a server's URL, for messages. */
    String SERVER_URL = PostgresServer.EXPECTED;

    /** A ledger in {@code file}. */
    static LedgerAddress of(Path file) {
        return new InFile(file);
    }

    /** Whether {@code text} looks like a server's URL, even if it is malformed. */
    static boolean isServer(String text) {
        return PostgresServer.isMeantBy(text);
    }

    /**
     * A ledger on the database server at {@code url}.
     *
     * @param user the user if the URL names none
     * @param password the password if the URL states none
     * @throws IllegalArgumentException if the URL is malformed; the message does not repeat it
     */
    static LedgerAddress ofServer(String url, Optional<String> user, Optional<String> password) {
        return new OnServer(PostgresServer.of(url).orElse(user, password));
    }

    /** Whether the file exists, or the server's database holds a ledger. */
    boolean isTaken();

    /**
     * Opens the ledger, and creates it if there is none.
     *
     * @throws LedgerUnavailableException if it cannot be opened, or has an earlier schema version
     */
    Application open(RunEnvironment runtime);

    /**
     * Opens the ledger, and creates it if there is none; migrates one of an earlier schema version.
     *
     * @throws LedgerUnavailableException if it cannot be opened
     */
    Application open(RunEnvironment runtime, MigrationListener listener);

    /**
     * Opens the ledger, and changes nothing.
     *
     * @throws LedgerUnavailableException if there is none, it cannot be opened, or has an earlier
     *     schema version
     */
    Application openExisting(RunEnvironment runtime);

    /**
     * Opens the ledger; migrates one of an earlier schema version.
     *
     * @throws LedgerUnavailableException if there is none, or it cannot be opened
     */
    Application openExisting(RunEnvironment runtime, MigrationListener listener);

    /**
     * The command that writes a backup of the ledger to {@code file} in place of Genledger; empty
     * for a ledger that Genledger can copy.
     */
    Optional<String> dumpCommand(String file);

    /** Whether a database server holds the ledger, which other programs than this one can read. */
    boolean isOnServer();

    /** One SQLite file. */
    record InFile(Path file) implements LedgerAddress {

        @Override
        public boolean isTaken() {
            return Files.exists(file);
        }

        @Override
        public Application open(RunEnvironment runtime) {
            return new Application(LedgerDatabase.open(file), runtime);
        }

        @Override
        public Application open(RunEnvironment runtime, MigrationListener listener) {
            return new Application(
                    LedgerDatabase.open(file, Application.migration(listener)), runtime);
        }

        @Override
        public Application openExisting(RunEnvironment runtime) {
            return new Application(LedgerDatabase.openExisting(file), runtime);
        }

        @Override
        public Application openExisting(RunEnvironment runtime, MigrationListener listener) {
            return new Application(
                    LedgerDatabase.openExisting(file, Application.migration(listener)), runtime);
        }

        @Override
        public Optional<String> dumpCommand(String copy) {
            return Optional.empty();
        }

        @Override
        public boolean isOnServer() {
            return false;
        }

        @Override
        public String toString() {
            return file.toString();
        }
    }

    /** A database on a PostgreSQL server. */
    record OnServer(PostgresServer server) implements LedgerAddress {

        @Override
        public boolean isTaken() {
            return LedgerDatabase.hasLedger(server);
        }

        @Override
        public Application open(RunEnvironment runtime) {
            return new Application(LedgerDatabase.open(server), runtime);
        }

        @Override
        public Application open(RunEnvironment runtime, MigrationListener listener) {
            return new Application(
                    LedgerDatabase.open(server, Application.migration(listener)), runtime);
        }

        @Override
        public Application openExisting(RunEnvironment runtime) {
            return new Application(LedgerDatabase.openExisting(server), runtime);
        }

        @Override
        public Application openExisting(RunEnvironment runtime, MigrationListener listener) {
            return new Application(
                    LedgerDatabase.openExisting(server, Application.migration(listener)), runtime);
        }

        /** The password is left out: pg_dump reads PGPASSWORD, too. */
        @Override
        public Optional<String> dumpCommand(String file) {
            String user = server.user().map(name -> name + "@").orElse("");
            String schema =
                    Optional.ofNullable(server.settings().get("currentSchema"))
                            .map(name -> " --schema=" + name)
                            .orElse("");
            return Optional.of(
                    "pg_dump --format=custom --file=%s%s postgresql://%s%s"
                            .formatted(file, schema, user, server.place()));
        }

        @Override
        public boolean isOnServer() {
            return true;
        }

        @Override
        public String toString() {
            return server.toString();
        }
    }
}
