package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands about a lake on the servers that {@code .ci/lake} has started. */
class LakeCommandsTest {

    private static final String RECORD =
            "{\"data\":{\"id\":\"gen-175567692%d-xxxxxxxxxx\",\"created_at\":\"2025-08-20T08:02:07Z\","
                + "\"model\":\"m\",\"total_cost\":0.5,\"usage\":%s,\"is_byok\":false}}";

    private final String schema = "c" + System.nanoTime();
    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    private static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run the tests by .ci/lake");
        }
        return value;
    }

    private static void execute(String database, String statement) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(
                                setting("GENLEDGER_LAKE_POSTGRES") + "/" + database,
                                "genledger",
                                "");
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    private static Path driver() throws ClassNotFoundException, URISyntaxException {
        return Path.of(
                Class.forName("io.trino.jdbc.TrinoDriver")
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI());
    }

    @BeforeEach
    void places() throws SQLException {
        shell = new Shell(folder.resolve("unused.db"));
        execute("lakecat", shell.run("lake", "init", "--catalog-tables").out());
        execute("eu", "create schema " + schema);
    }

    private Shell.Result lake(String... arguments)
            throws ClassNotFoundException, URISyntaxException {
        List<String> all = new ArrayList<>(List.of("lake"));
        all.addAll(List.of(arguments));
        all.addAll(
                List.of(
                        "--lake",
                        setting("GENLEDGER_LAKE").replaceFirst("/[^/]*$", "/" + schema),
                        "--lake-driver",
                        driver().toString()));
        return shell.run(all.toArray(String[]::new));
    }

    private String[] ofLedger(String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(
                List.of("--db", ledger(), "--lake-ledger", "eu", "--lake-feed", "pg_eu." + schema));
        return all.toArray(String[]::new);
    }

    private String ledger() {
        return setting("GENLEDGER_LAKE_POSTGRES").replace("jdbc:", "")
                + "/eu?user=genledger&currentSchema="
                + schema;
    }

    private void record(int number, String usage) {
        assertThat(
                        shell.typing(RECORD.formatted(number, usage))
                                .run("import", "--db", ledger(), "-")
                                .exitCode())
                .isEqualTo(ExitCode.OK);
    }

    @Test
    void fromAnEmptyLakeToAComparedOne() throws Exception {
        assertThat(lake("status").err()).contains("run: genledger lake init");
        assertThat(lake("init").out()).endsWith(": created table entry\n");
        assertThat(lake("init").out()).endsWith(" has all that this version needs\n");
        assertThat(lake("status").out()).contains("no rows yet");
        record(1, "0.5");
        record(1, "0.25");
        record(2, "0.000000000001");

        Shell.Result shipped = lake(ofLedger("ship"));
        assertThat(shipped.out()).isEqualTo("eu: 4 rows shipped; the lake has all rows up to 4\n");
        assertThat(lake(ofLedger("ship")).out()).startsWith("eu: nothing new");
        record(3, "1");
        assertThat(lake(ofLedger("status")).out())
                .contains("eu  4 rows, the last one 4 recorded", "eu has 1 row that the lake lacks");
        assertThat(lake(ofLedger("verify")).out())
                .isEqualTo("eu: 4 rows of 1 month up to row 4 compared: all equal\n");
    }

    @Test
    void aDifferenceIsNamedAndEndsWithTheRebuild() throws Exception {
        assertThat(lake("init").exitCode()).isEqualTo(ExitCode.OK);
        record(1, "0.5");
        record(2, "0.5");
        assertThat(lake(ofLedger("ship")).exitCode()).isEqualTo(ExitCode.OK);
        execute("eu", "update " + schema + ".entry set spend_picousd = 1 where seq = 1");

        Shell.Result verified = lake(ofLedger("verify"));

        assertThat(verified.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(verified.out())
                .contains("1 values differ", "spend: 0.500000000001 in the ledger, 1 in the lake");
        Shell.Result rebuilt = lake(ofLedger("rebuild", "--from", "1"));
        assertThat(rebuilt.err()).contains("eu: 2 rows deleted from the lake");
        assertThat(lake(ofLedger("verify")).exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void anotherDatabaseIsNotShipped() throws Exception {
        assertThat(lake("init").exitCode()).isEqualTo(ExitCode.OK);
        record(1, "0.5");

        Shell.Result result =
                lake("ship", "--db", ledger(), "--lake-ledger", "us", "--lake-feed", "pg_us.public");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("lacks a table of the lake or of the feed");
    }

    @Test
    void aServerThatIsAwayIsToldWithinTenSeconds() throws Exception {
        long before = System.nanoTime();

        Shell.Result result =
                shell.run(
                        "lake",
                        "status",
                        "--lake",
                        "jdbc:trino://127.0.0.1:1/lake/genledger",
                        "--lake-driver",
                        driver().toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).contains("trino://127.0.0.1:1/lake/genledger did not answer within 8 s");
        assertThat(System.nanoTime() - before).isLessThan(10_000_000_000L);
    }
}
