package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What needs no lake; the tests of the profile lake use one. */
class LakeCommandTest {

    private static final String LAKE = "jdbc:trino://127.0.0.1:1/lake/genledger";
    private static final String SERVER = "postgresql://127.0.0.1:1/eu";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void file() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    @Test
    void withoutASubcommandItSaysWhichThereAre() {
        Shell.Result result = shell.run("lake");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("lake: expected init, ship, status, verify, rebuild, erase or maintain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"init", "status"})
    void withoutALakeItSaysHowToNameOne(String command) {
        Shell.Result result = shell.run("lake", command);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("no lake: name one with --lake or GENLEDGER_LAKE, jdbc:trino://HOST");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:trino://ana:s3cret@host/lake/costs",
        "http://host:8080/s3cret",
        "jdbc:trino://host:8080?password=s3cret"
    })
    void aWrongLakeIsNotRepeated(String url) {
        Shell.Result result = shell.run("lake", "status", "--lake", url);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("--lake: expected jdbc:trino://HOST:PORT/CATALOG/SCHEMA")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ship", "verify"})
    void aLedgerNeedsAName(String command) {
        Shell.Result result = shell.run("lake", command, "--lake", LAKE, "--db", SERVER);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--lake-ledger, and never change it");
    }

    @Test
    void aWrongNameSaysWhichFormItHas() {
        Shell.Result result = shell.run("lake", "ship", "--lake", LAKE, "--lake-ledger", "EU-1");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("--lake-ledger: expected 1 to 40 lower-case letters", "found EU-1");
    }

    @Test
    void aWrongFeedSaysWhichFormItHas() {
        Shell.Result result =
                shell.run(
                        "lake",
                        "erase",
                        "--lake",
                        LAKE,
                        "--lake-ledger",
                        "eu",
                        "--lake-feed",
                        "eu");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("--lake-feed: expected CATALOG.SCHEMA", "found eu");
    }

    @ParameterizedTest
    @CsvSource({"ship,", "rebuild,1"})
    void aLedgerInAFileLearnsHowItJoins(String command, String from) {
        shell.typing("").run("import", "-");
        String[] arguments =
                from == null
                        ? new String[] {"lake", command, "--lake", LAKE, "--lake-ledger", "eu"}
                        : new String[] {
                            "lake", command, "--lake", LAKE, "--lake-ledger", "eu", "--from", from
                        };

        Shell.Result result = shell.run(arguments);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("from ledgers on PostgreSQL", "genledger export");
    }

    /** The server would be given the password of the environment. */
    @Test
    void aProjectsFileCannotNameTheServer() throws IOException {
        Files.writeString(folder.resolve("genledger.toml"), "[lake]\nlake = \"" + LAKE + "\"\n");

        Shell.Result result = shell.in(folder).run("lake", "status");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .contains("genledger.toml:2: lake.lake: belongs in your own config file");
    }

    @Test
    void withoutTheDriverItSaysWhereItComesFrom() {
        Path missing = folder.resolve("missing.jar");

        Shell.Result result =
                shell.run("lake", "status", "--lake", LAKE, "--lake-driver", missing.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("curl --create-dirs -o " + missing + " https://");
    }

    @Test
    void aPasswordComesFromAPlace() throws IOException {
        Path file = folder.resolve("password");
        Files.writeString(file, "");

        assertThat(shell.run("lake", "status", "--lake", LAKE, "--lake-password", "s3cret").err())
                .contains("--lake-password: expected env:NAME, file:PATH or credential:NAME")
                .doesNotContain("s3cret");
        assertThat(shell.run("lake", "status", "--lake", LAKE, "--lake-password", "env:NONE").err())
                .contains("--lake-password: the variable is not set");
        assertThat(
                        shell.run(
                                        "lake",
                                        "status",
                                        "--lake",
                                        LAKE,
                                        "--lake-password",
                                        "file:" + file)
                                .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void theTablesOfACatalogArePrinted() {
        Shell.Result result = shell.run("lake", "init", "--catalog-tables");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out())
                .contains(
                        "create table if not exists iceberg_tables",
                        "create table if not exists iceberg_namespace_properties");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1"})
    void rebuildBeginsAtARow(String from) {
        assertThat(
                        shell.run(
                                        "lake",
                                        "rebuild",
                                        "--lake",
                                        LAKE,
                                        "--lake-ledger",
                                        "eu",
                                        "--from=" + from)
                                .err())
                .contains("--from: expected 1 or more");
    }
}
