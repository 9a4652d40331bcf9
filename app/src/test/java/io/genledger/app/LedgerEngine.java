package io.genledger.app;

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

    /** A place without a ledger: a file in {@code folder}, or a new database on the server. */
    public abstract TestLedger empty(Path folder);

    /** One real PostgreSQL server for all tests of this JVM; it stops with the JVM. */
    private static final class Server {

        private static final AtomicInteger DATABASES = new AtomicInteger();
        private static final EmbeddedPostgres SERVER = start();

        /** Tests kill Genledger and not the server, so that it need not wait for the disk. */
        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        static String newDatabase() {
            String name = "ledger" + DATABASES.incrementAndGet();
            try (Connection connection = SERVER.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException failure) {
                throw new AssertionError(failure);
            }
            return "postgresql://localhost:%d/%s?user=postgres".formatted(SERVER.getPort(), name);
        }
    }
}
