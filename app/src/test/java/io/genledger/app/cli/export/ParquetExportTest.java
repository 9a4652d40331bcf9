package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Files are read by DuckDB. */
class ParquetExportTest {

    private static final List<String> SUMS =
            List.of(
                    "spend",
                    "credits",
                    "byokUpstream",
                    "byokFee",
                    "cacheSaving",
                    "promptTokens",
                    "completionTokens",
                    "reasoningTokens",
                    "cachedTokens");

    private static final String WITH_ATTEMPTS =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"created_at\":\"2025-03-01T10:00:00.123456Z\",\"usage\":0.5,"
                + "\"model\":\"a/one\",\"latency\":250.125,\"provider_responses\":["
                + "{\"provider_name\":\"P\",\"status\":503,\"latency\":12,\"is_byok\":false},"
                + "{\"provider_name\":\"Q\",\"status\":200,\"endpoint_id\":\"e\"}]}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    private static List<List<String>> query(String sql) throws SQLException {
        List<List<String>> rows = new ArrayList<>();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            try (ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    List<String> cells = new ArrayList<>();
                    for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                        cells.add(String.valueOf(row.getString(i)));
                    }
                    rows.add(cells);
                }
            }
        }
        return rows;
    }

    private void export(Path file, String... more) {
        Shell.Result result =
                shell.run(
                        Stream.concat(Stream.of("export", file.toString()), Stream.of(more))
                                .toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
    }

    private void compare(String files, String... selection) throws SQLException {
        JsonNode totals =
                shell.run(
                                Stream.concat(Stream.of("report", "--json"), Stream.of(selection))
                                        .toArray(String[]::new))
                        .json()
                        .path("totals");
        List<String> columns = new ArrayList<>(List.of("count(*)", "count(*) - count(spend)"));
        SUMS.forEach(name -> columns.add("coalesce(sum(" + name + "), 0)"));
        List<String> row =
                query("select " + String.join(",", columns) + " from '" + files + "'").get(0);
        assertThat(row.get(0)).isEqualTo(totals.path("requests").asString());
        assertThat(row.get(1)).isEqualTo(totals.path("unknownSpend").asString());
        for (int i = 0; i < SUMS.size(); i++) {
            assertThat(new BigDecimal(row.get(i + 2)))
                    .as(SUMS.get(i))
                    .isEqualByComparingTo(ExportCommandTest.figure(totals, SUMS.get(i)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/St_Johns", "Pacific/Apia"})
    void theSumsAreThoseOfAReportToTheDigit(String zone) throws IOException, SQLException {
        shell.typing(ExportCommandTest.many()).run("import", "-");
        for (String[] selection :
                new String[][] {
                    {"-z", zone, "--since", "2025-03-01"},
                    {"-z", zone, "--since", "2025-03-29", "--until", "2025-03-30"},
                    {"-z", zone, "--since", "2025-03-30", "--model", "a/one"}
                }) {
            Path file = folder.resolve("rows.parquet");
            export(file, selection);
            compare(file.toString(), selection);
            Files.delete(file);
        }
    }

    /** Those that data tools expect. */
    @Test
    void columnsHaveTheirTypes() throws SQLException {
        shell.typing(WITH_ATTEMPTS).run("import", "-");
        Path file = folder.resolve("rows.parquet");

        export(file);

        assertThat(query("select column_name, column_type from (describe from '" + file + "')"))
                .contains(
                        List.of("id", "VARCHAR"),
                        List.of("created", "TIMESTAMP WITH TIME ZONE"),
                        List.of("fetched", "BOOLEAN"),
                        List.of("entry", "BIGINT"),
                        List.of("model", "VARCHAR"),
                        List.of("credits", "DECIMAL(38,12)"),
                        List.of("promptTokens", "BIGINT"),
                        List.of("latencyMs", "DECIMAL(18,3)"))
                .extracting(column -> column.get(0))
                .doesNotContain("attempts");
        assertThat(
                        query(
                                "select id, created::text, credits, model, provider, promptTokens,"
                                        + " latencyMs, fetched from '"
                                        + file
                                        + "'"))
                .containsExactly(
                        List.of(
                                "gen-aaaaaaaaaaaaaaaaaaa1",
                                "2025-03-01 10:00:00.123456+00",
                                "0.500000000000",
                                "a/one",
                                "null",
                                "null",
                                "250.125",
                                "false"));
    }

    @Test
    void negativeAmountsAndTheSmallestAreExact() throws SQLException {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":-0.000000000001}"
                            + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":1234.123456789012}")
                .run("import", "-");
        Path file = folder.resolve("rows.parquet");

        export(file);

        assertThat(query("select credits::varchar from '" + file + "' order by id"))
                .containsExactly(List.of("-0.000000000001"), List.of("1234.123456789012"));
    }

    @Test
    void attemptsAreAListInTheRowOfTheirGeneration() throws SQLException {
        shell.typing(
                        WITH_ATTEMPTS
                                + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":1}")
                .run("import", "-");
        Path file = folder.resolve("rows.parquet");

        export(file, "--attempts");

        assertThat(
                        query(
                                "select id, a.provider, a.status, a.latencyMs, a.byok, a.endpoint"
                                        + " from (select id, unnest(attempts) as a from '"
                                        + file
                                        + "')"))
                .containsExactly(
                        List.of("gen-aaaaaaaaaaaaaaaaaaa1", "P", "503", "12.000", "false", "null"),
                        List.of("gen-aaaaaaaaaaaaaaaaaaa1", "Q", "200", "null", "null", "e"));
        assertThat(query("select id, attempts is null from '" + file + "' order by id"))
                .containsExactly(
                        List.of("gen-aaaaaaaaaaaaaaaaaaa1", "false"),
                        List.of("gen-aaaaaaaaaaaaaaaaaaa2", "true"));
    }

    @Test
    void monthsAreFoldersThatAreOneTable() throws IOException, SQLException {
        shell.typing(ExportCommandTest.many()).run("import", "-");
        Path table = folder.resolve("table");

        export(table, "-f", "parquet", "--partition", "month", "--attempts");

        assertThat(table.resolve("created_month=2025-03/part-0.parquet")).isRegularFile();
        compare(table + "/**/*.parquet", "--since", "2025-01-01");
        assertThat(
                        query(
                                "select distinct created_month from read_parquet('"
                                        + table
                                        + "/**/*.parquet', hive_partitioning = true) where"
                                        + " created_month <> strftime(created, '%Y-%m')"))
                .isEmpty();
        assertThat(hidden()).isEmpty();
    }

    private List<String> hidden() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.startsWith("."))
                    .toList();
        }
    }

    @Test
    void aFolderThatExistsIsRefused() throws IOException {
        shell.typing(WITH_ATTEMPTS).run("import", "-");
        Path table = Files.createDirectory(folder.resolve("table"));

        Shell.Result result =
                shell.run("export", "-f", "parquet", "--partition", "month", table.toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("a partitioned export writes a new folder");
        assertThat(table).isEmptyDirectory();
        assertThat(hidden()).isEmpty();
    }

    @Test
    void standardOutputGetsTheSameBytes() throws IOException, SQLException {
        shell.typing(WITH_ATTEMPTS).run("import", "-");

        Shell.Result result = shell.run("export", "-f", "parquet", "-");
        Path file = Files.write(folder.resolve("piped.parquet"), result.data().toByteArray());

        assertThat(query("select id from '" + file + "'"))
                .containsExactly(List.of("gen-aaaaaaaaaaaaaaaaaaa1"));
    }

    @Test
    void namesWhatContradicts() {
        shell.typing(WITH_ATTEMPTS).run("import", "-");

        assertThat(shell.run("export", "--attempts", "a.csv").err())
                .contains("--attempts needs --format parquet");
        assertThat(shell.run("export", "--partition", "month", "--force", "a.parquet").err())
                .contains("--partition needs a new folder");
    }
}
