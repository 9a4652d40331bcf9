package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class XlsxExportTest {

    private static final List<String> AMOUNTS =
            List.of("spend", "credits", "byokUpstream", "byokFee", "cacheSaving");

    private static final List<String> COUNTS =
            List.of(
                    "requests",
                    "promptTokens",
                    "completionTokens",
                    "reasoningTokens",
                    "cachedTokens",
                    "unknownSpend",
                    "unknownCredits");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    /** The rows of each sheet by its name, with the name of the column of each cell. */
    private static Map<String, List<Map<String, String>>> read(Path file) throws IOException {
        Map<String, List<Map<String, String>>> sheets = new TreeMap<>();
        try (InputStream stream = Files.newInputStream(file);
                ReadableWorkbook workbook = new ReadableWorkbook(stream)) {
            for (Sheet sheet : workbook.getSheets().toList()) {
                List<Row> rows = sheet.read();
                sheets.put(
                        sheet.getName(),
                        rows.stream().skip(1).map(row -> cells(rows.get(0), row)).toList());
            }
        }
        return sheets;
    }

    private static Map<String, String> cells(Row head, Row row) {
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < head.getCellCount(); i++) {
            String column = head.getCellText(i);
            row.getOptionalCell(i)
                    .ifPresent(cell -> {
                        boolean isNumber = AMOUNTS.contains(column) || COUNTS.contains(column);
                        assertThat(cell.getType())
                                .as(column)
                                .isEqualTo(isNumber ? CellType.NUMBER : CellType.STRING);
                        cells.put(
                                column,
                                isNumber ? cell.asNumber().toPlainString() : cell.asString());
                    });
        }
        return cells;
    }

    private static BigDecimal sum(List<Map<String, String>> rows, String column) {
        return rows.stream()
                .filter(row -> row.containsKey(column))
                .map(row -> new BigDecimal(row.getOrDefault(column, "")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/St_Johns", "Pacific/Apia"})
    void aSheetHasTheRowsOfAReportOfItsMonth(String zone) throws IOException {
        shell.typing(ExportCommandTest.many()).run("import", "-");
        Path file = folder.resolve("report.xlsx");

        Shell.Result result =
                shell.run(
                        "export",
                        file.toString(),
                        "-z",
                        zone,
                        "--by",
                        "model,byok,trust",
                        "--since",
                        "2025-03-01");

        assertThat(result.err()).isEmpty();
        Map<String, List<Map<String, String>>> sheets = read(file);
        JsonNode rows =
                shell.run(
                                "report",
                                "--json",
                                "-z",
                                zone,
                                "--since",
                                "2025-03-01",
                                "--by",
                                "month,model,byok,trust")
                        .json()
                        .path("rows");
        assertThat(sheets).containsKey("2025-03").hasSizeGreaterThan(1);
        assertThat(sheets.values().stream().mapToInt(List::size).sum()).isEqualTo(rows.size());
        for (JsonNode row : rows) {
            JsonNode group = row;
            Map<String, String> found =
                    sheets.getOrDefault(group.path("month").asString(), List.of()).stream()
                            .filter(one ->
                                    List.of("model", "byok", "trust").stream()
                                            .allMatch(name ->
                                                    one.getOrDefault(name, "")
                                                            .equals(group.path(name).asString(""))))
                            .findFirst()
                            .orElseThrow();
            for (String amount : AMOUNTS) {
                assertThat(found.getOrDefault(amount + "Exact", ""))
                        .as("%s of %s", amount, group)
                        .isEqualTo(row.path(amount).asString(""));
            }
            for (String count : COUNTS) {
                assertThat(found.getOrDefault(count, ""))
                        .as("%s of %s", count, group)
                        .isEqualTo(row.path(count).asString(""));
            }
        }
    }

    @Test
    void numbersAreThoseOfTheExactTextsAsFarAsASpreadsheetKeepsThem() throws IOException {
        shell.typing(ExportCommandTest.many()).run("import", "-");
        Path file = folder.resolve("report.xlsx");

        shell.run("export", file.toString(), "--by", "provider");

        for (List<Map<String, String>> rows : read(file).values()) {
            assertThat(rows).isNotEmpty();
            for (String amount : AMOUNTS) {
                assertThat(sum(rows, amount))
                        .isCloseTo(
                                sum(rows, amount + "Exact"),
                                within(new BigDecimal("0.000000000001")));
            }
        }
    }

    /** As texts, which no spreadsheet executes; a character that XML cannot hold is no obstacle. */
    @Test
    void hostileTextsStayTexts() throws IOException {
        String model = "=cmd|'/c calc'!A1</t></is>&amp;<![CDATA[";
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"usage\":-0.5,\"created_at\":\"2025-03-01T10:00:00Z\","
                            + "\"model\":\""
                                + model
                                + "\",\"provider_name\":\"a\\u0001\\u000bb"
                                + " \\u202e\\ud83d\\ude00\"}{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":1,\"model\":\"x],"
                                + " Optional[y\","
                                + "\"created_at\":\"2025-03-01T10:00:00Z\",\"provider_name\":\"z\"}")
                .run("import", "-");
        Path file = folder.resolve("report.xlsx");

        assertThat(shell.run("export", file.toString()).exitCode()).isEqualTo(ExitCode.OK);

        List<Map<String, String>> rows = read(file).getOrDefault("2025-03", List.of());
        assertThat(rows).hasSize(2);
        Map<String, String> row = rows.get(0);
        assertThat(row).containsEntry("model", model).containsEntry("creditsExact", "-0.5");
        assertThat(row.get("provider")).startsWith("a").endsWith("b \u202e\ud83d\ude00");
    }

    @Test
    void aWorkbookOfNothingCanBeOpened() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":1}")
                .run("import", "-");
        Path file = folder.resolve("report.xlsx");

        shell.run("export", file.toString(), "--user", "no one");

        assertThat(read(file)).containsOnlyKeys("no generations");
    }

    @Test
    void namesWhatContradicts() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":1}")
                .run("import", "-");

        assertThat(shell.run("export", "--by", "model", "a.csv").err())
                .contains("--by needs --format xlsx");
        assertThat(shell.run("export", "--by", "day", "a.xlsx").err())
                .contains("--by of xlsx names no times");
        assertThat(shell.run("export", "--since-last", "s", "a.xlsx").err())
                .contains("--since-last cannot be combined with --format xlsx");
    }
}
