package io.genledger.app;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** A kind of database that keeps the ledgers of tests. */
public enum LedgerEngine {
    SQLITE {
        @Override
        public TestLedger empty(Path folder) {
            return new TestLedger(folder.resolve("ledger.db").toString());
        }
    },
    POSTGRESQL {
        @Override
        public TestLedger empty(Path folder) {
            return new TestLedger(Server.newDatabase());
        }
    };

    /**
     * An empty ledger: a file in {@code folder}, which the first command creates, or a new database
     * on the server.
     */
    public abstract TestLedger empty(Path folder);

    /** One real PostgreSQL server for all tests of this JVM; it stops with the JVM. */
    private static final class Server {

        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        /** Tests kill Genledger and not the server, so that it need not wait for the disk. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        /** Copied, because to create a ledger takes four times the processor time of a copy. */
        static String newDatabase() {
            String name = "ledger" + DATABASES.incrementAndGet();
            create(name + " template " + EmptyLedger.DATABASE + " strategy file_copy");
            return url(name);
        }

        private static void create(String database) {
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + database);
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
        }

        private static String url(String database) {
            return "postgresql://localhost:%d/%s?user=postgres"
                    .formatted(SERVER.getPort(), database);
        }

        /** The database that is copied. */
        private static final class EmptyLedger {

            private static final String DATABASE = made("empty_ledger");

            private static String made(String database) {
                create(database);
                LedgerDatabase.open(PostgresServer.of(url(database))).close();
                return database;
            }
        }
    }
}
