package io.genledger.adapter.sql.engine.trino;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.genledger.ports.lake.LakeUnavailableException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrinoErrorsTest {

    @ParameterizedTest
    @CsvSource({
        "44, lacks a catalog (Catalog 'x' not found); describe it in a file of the server's folder"
                + " etc/catalog",
        "46, lacks a table of the lake or of the feed (Catalog 'x' not found); run: genledger lake"
                + " init",
        "4, refuses this user (Catalog 'x' not found)",
        "65536, failed: Catalog 'x' not found"
    })
    void errorsSayWhatToDo(int code, String sentence) {
        TrinoErrors errors = new TrinoErrors("trino://host/lake/genledger");

        assertThat(errors.translate(new SQLException("Catalog 'x'\n not found", "", code)))
                .hasMessage("trino://host/lake/genledger " + sentence);
    }

    @Test
    void aCatalogWithoutItsTablesSaysHowToCreateThem() {
        SQLException missing =
                new SQLException("Query failed: Cannot check and eventually update SQL schema");

        assertThat(new TrinoErrors("trino://host/lake/genledger").translate(missing))
                .hasMessageContaining("genledger lake init --catalog-tables | psql DATABASE");
    }

    /** As Trino 476 says them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "No space left on device: local:///warehouse/x | has no room left on the disk",
                "Cannot cast X to java.sql.SQLTransientException | has lost the database of its",
                "An I/O error occurred [statement:\"UPDATE iceberg_tables SET | has lost the"
                        + " database"
            })
    void whatTrinoUsesIsTold(String cause, String sentence) {
        SQLException failure =
                new SQLException("Error committing", "", 16777242, new RuntimeException(cause));

        assertThat(new TrinoErrors("trino://host/lake/genledger").translate(failure))
                .hasMessageStartingWith("trino://host/lake/genledger " + sentence);
    }

    @Test
    void namesOfClassesAreLeftOut() {
        assertThat(
                        new TrinoErrors("trino://host/lake/genledger")
                                .translate(new SQLException("a.b.PSQLException: gone")))
                .hasMessage("trino://host/lake/genledger failed: gone");
    }

    @Test
    void aServerOutOfReachIsToldFromOneThatRefuses() {
        SQLException away =
                new SQLException(
                        "Error executing query", new ConnectException("Failed to connect"));

        assertThat(new TrinoErrors("trino://host/lake/genledger").translate(away))
                .hasMessageStartingWith(
                        "trino://host/lake/genledger is out of reach (Failed to connect): it is"
                                + " down");
    }

    @Test
    void aRefusedCommitIsToldFromOtherFailures() {
        assertThat(
                        TrinoErrors.isConflict(
                                new IllegalStateException(
                                        new SQLException("Found conflicting files that …"))))
                .isTrue();
        assertThat(TrinoErrors.isConflict(new SQLException("No nodes available"))).isFalse();
    }

    @Test
    void withoutTheDriverTheUserLearnsWhereItComesFrom(@TempDir Path folder) throws IOException {
        Path jar = folder.resolve(TrinoDriver.FILE);

        assertThatThrownBy(() -> TrinoDriver.load(jar))
                .isInstanceOf(LakeUnavailableException.class)
                .hasMessageContaining("curl --create-dirs -o " + jar + " https://repo1.maven.org/");
        Files.writeString(jar, "no jar");
        assertThatThrownBy(() -> TrinoDriver.load(jar))
                .isInstanceOf(LakeUnavailableException.class)
                .hasMessageStartingWith(jar + " is not Trino's JDBC driver");
    }
}
