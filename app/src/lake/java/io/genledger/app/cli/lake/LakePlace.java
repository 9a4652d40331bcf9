package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * A new lake and a new ledger eu, in schemas of their own on the servers that {@code .ci/lake} has
 * started.
 *
 * @param shell runs commands
 * @param schema the name of the schema in both
 * @param catalog the name of the Iceberg catalog
 */
record LakePlace(Shell shell, String schema, String catalog) {

    private static final String USER = "genledger";

    /** Creates the catalog's tables if they are missing, and the ledger's schema. */
    static LakePlace create(Path folder) throws SQLException {
        LakePlace place =
                new LakePlace(
                        new Shell(folder.resolve("unused.db")), "c" + System.nanoTime(), "lake");
        executeAt(
                setting("GENLEDGER_LAKE_CATALOG"),
                place.shell.run("lake", "init", "--catalog-tables").out());
        place.execute("eu", "create schema " + place.schema);
        return place;
    }

    /** The same lake and ledger, with the lake's files in another Iceberg catalog. */
    LakePlace in(String otherCatalog) {
        return new LakePlace(shell, schema, otherCatalog);
    }

    /** What {@code .ci/lake} tells by an environment variable. */
    static String setting(String name) {
        String value = System.getenv(name);
        if (value == null) {
            throw new IllegalStateException(name + " is not set: run the tests by .ci/lake");
        }
        return value;
    }

    /** Executes a statement in a database of the PostgreSQL server. */
    void execute(String database, String statement) throws SQLException {
        executeAt(setting("GENLEDGER_LAKE_POSTGRES") + "/" + database, statement);
    }

    private static void executeAt(String database, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, USER, "");
                Statement one = connection.createStatement()) {
            one.execute(statement);
        }
    }

    /** The driver of the tests' class path. */
    static String driver() {
        try {
            return Path.of(
                            Class.forName("io.trino.jdbc.TrinoDriver")
                                    .getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI())
                    .toString();
        } catch (ClassNotFoundException | URISyntaxException missing) {
            throw new IllegalStateException("the profile lake adds Trino's driver", missing);
        }
    }

    /** Address of the ledger. */
    String ledger() {
        return "%s/eu?user=%s&currentSchema=%s"
                .formatted(setting("GENLEDGER_LAKE_POSTGRES").replace("jdbc:", ""), USER, schema);
    }

    private String url() {
        return setting("GENLEDGER_LAKE")
                .replaceFirst("/[^/]*/[^/]*$", "/%s/%s".formatted(catalog, schema));
    }

    /** The statements under way that copy rows of the ledger into the lake. */
    int copying() throws SQLException {
        // The server lists a prepared statement under a name, behind the one that prepared it.
        String query =
                """
                select count(*) from system.runtime.queries where state = 'RUNNING'
                and query like 'EXECUTE %' and created >= (select max(created)
                from system.runtime.queries where query like 'PREPARE % FROM merge into%"SCHEMA"%')
                """
                        .replace("SCHEMA", schema);
        try (Connection connection = DriverManager.getConnection(url(), USER, null);
                Statement one = connection.createStatement();
                ResultSet counted = one.executeQuery(query)) {
            counted.next();
            return counted.getInt(1);
        }
    }

    /** The arguments of a command about the lake. */
    String[] arguments(String... command) {
        return onLake("lake", command);
    }

    private String[] onLake(String first, String... others) {
        return Stream.of(
                        List.of(first),
                        List.of(others),
                        List.of("--lake", url(), "--lake-driver", driver()))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** The arguments of a command about the lake's ledger eu. */
    String[] ofLedger(String... command) {
        return Stream.of(
                        List.of(arguments(command)),
                        List.of("--lake-ledger", "eu", "--lake-feed", "pg_eu." + schema))
                .flatMap(List::stream)
                .toArray(String[]::new);
    }

    /** Reports over the lake. */
    Shell.Result report(String... options) {
        return shell.run(onLake("report", options));
    }

    /** Runs a command about the lake. */
    Shell.Result lake(String... command) {
        return shell.run(arguments(command));
    }

    /** Runs a command about the lake and its ledger. */
    Shell.Result lakeAndLedger(String... command) {
        return shell.run(
                Stream.of(List.of(ofLedger(command)), List.of("--db", ledger()))
                        .flatMap(List::stream)
                        .toArray(String[]::new));
    }

    /** Records generations with these numbers in the ledger. */
    void record(int first, int count, String usage) {
        StringBuilder documents = new StringBuilder();
        for (int number = first; number < first + count; number++) {
            documents.append(
                    """
                    {"data":{"id":"gen-1755676927-xxxx%06d","created_at":"2025-08-20T08:02:07Z",\
                    "model":"m","total_cost":0.5,"usage":%s,"is_byok":false}}
                    """
                            .formatted(number, usage));
        }
        assertThat(
                        shell.typing(documents.toString())
                                .run("import", "--db", ledger(), "-")
                                .exitCode())
                .isEqualTo(ExitCode.OK);
    }
}
