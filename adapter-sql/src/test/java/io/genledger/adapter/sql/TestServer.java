package io.genledger.adapter.sql;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** One real PostgreSQL server for all tests of this JVM; it stops with the JVM. */
final class TestServer {

    private static final EmbeddedPostgres SERVER = start();

    private TestServer() {}

    private static EmbeddedPostgres start() {
        try {
            // All roles log in without a password, except those whose names begin with "guarded".
            Path logins = Files.createTempFile("pg_hba", ".conf");
            logins.toFile().deleteOnExit();
            Files.writeString(
                    logins, "host all /^guarded all scram-sha-256\nhost all all all trust\n");
            return EmbeddedPostgres.builder()
                    .setServerConfig("hba_file", logins.toString())
                    .setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off")
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static int port() {
        return SERVER.getPort();
    }

    /** The server with the login of its owner. */
    static PostgresServer asOwner(String settings) {
        return asOwnerOf("postgres" + settings);
    }

    /** One database of the server with the login of its owner. */
    static PostgresServer asOwnerOf(String database) {
        return PostgresServer.of("postgresql://localhost:" + port() + "/" + database)
                .orElse(Optional.of("postgres"), Optional.empty());
    }
}
