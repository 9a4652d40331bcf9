package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.genledger.app.cli.Shell;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Table, CSV and JSON hold the same figures, read back from each. */
class ReportFormatsTest {

    private static final String SUMS =
            "requests,spend,credits,byok-upstream,byok-fee,cache-saving,prompt-tokens,"
                    + "completion-tokens,reasoning-tokens,cached-tokens,tokens,unknown";

    private static final List<String> NAMES =
            List.of(
                    "plain/model",
                    "中文/模型",
                    "e\u0301/x",
                    "=1+1",
                    "a;b",
                    "a,\"b\"",
                    "tab\tname",
                    "line\nname",
                    "esc\u001b[2J",
                    "\ud83d\ude80/rocket");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void fillALedger() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(randomDocuments(new Random(14))).run("import", "-");
        shell.run("config", "timezone", "Europe/Berlin");
    }

    private static String randomDocuments(Random random) {
        JsonMapper mapper = JsonMapper.builder().build();
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            ObjectNode document = mapper.createObjectNode();
            document.put("id", "gen-aaaaaaaaaaaaaaaa%04d".formatted(i));
            document.put("model", NAMES.get(random.nextInt(NAMES.size())));
            document.put(
                    "created_at",
                    "2025-0%d-%02dT%02d:30:00Z"
                            .formatted(
                                    1 + random.nextInt(3),
                                    1 + random.nextInt(28),
                                    random.nextInt(24)));
            document.put(
                    "usage", BigDecimal.valueOf(random.nextInt(2_000_000), 1 + random.nextInt(9)));
            if (random.nextInt(4) == 0) {
                document.put("is_byok", true);
                if (random.nextBoolean()) {
                    document.put(
                            "upstream_inference_cost", BigDecimal.valueOf(random.nextInt(999), 7));
                }
            }
            document.put("native_tokens_prompt", random.nextInt(100_000));
            document.put("native_tokens_completion", random.nextInt(1000));
            document.put("native_tokens_cached", random.nextInt(100));
            documents.add(document.toString());
        }
        return String.join("\n", documents);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "day,model", "month", "provider", "byok,week"})
    void tableCsvAndJsonAgreeToTheDigit(String by) {
        List<List<Optional<BigDecimal>>> json = json(run(by, "--json"));

        assertThat(json).hasSizeGreaterThan(1);
        assertThat(csv(run(by, "--csv", "--total"), ',')).isEqualTo(json);
        assertThat(csv(run(by, "--csv=excel", "--total"), ';')).isEqualTo(json);
        assertThat(table(run(by))).isEqualTo(json);
    }

    @Test
    void columnsAddUpByHand() {
        List<List<Optional<BigDecimal>>> rows = json(run("day,model", "--json"));

        assertThat(sums(rows.subList(0, rows.size() - 1))).isEqualTo(known(rows.getLast()));
    }

    @ParameterizedTest
    @CsvSource({"--csv, ','", "--csv=excel, ;"})
    void namesComeBackFromCsv(String form, char separator) {
        String csv = shell.run("report", form, "--limit", "all").out();
        List<String> names =
                records(csv, separator).stream()
                        .skip(1)
                        .map(record -> record.getField(0).replace("'", ""))
                        .toList();

        assertThat(names).containsExactlyInAnyOrderElementsOf(NAMES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"model", "day,model"})
    void centsAddUpToARoundedTotal(String by) {
        List<List<Optional<BigDecimal>>> exact = json(run(by, "--json"));
        List<List<Optional<BigDecimal>>> cents = json(run(by, "--json", "--round", "cents"));

        assertThat(sums(cents.subList(0, cents.size() - 1))).isEqualTo(known(cents.getLast()));
        for (int i = 0; i < cents.size(); i++) {
            for (int column = 1; column <= 5; column++) {
                BigDecimal rounded = known(cents.get(i)).get(column);
                BigDecimal amount = known(exact.get(i)).get(column);
                assertThat(rounded.stripTrailingZeros().scale()).isLessThanOrEqualTo(2);
                assertThat(rounded.subtract(amount).abs()).isLessThan(new BigDecimal("0.01"));
            }
        }
        assertThat(cents.getLast().get(1))
                .contains(
                        plain(
                                exact.getLast()
                                        .get(1)
                                        .orElseThrow()
                                        .setScale(2, RoundingMode.HALF_EVEN)));
    }

    @Test
    void roundedRowsAddUpToTheirSubtotals() {
        JsonNode rows =
                shell.run("report", "--by", "month,model", "-b", "--round", "cents", "--json")
                        .json()
                        .path("rows");
        BigDecimal open = BigDecimal.ZERO;
        int subtotals = 0;
        for (JsonNode row : rows) {
            BigDecimal spend = new BigDecimal(row.path("spend").asString("0"));
            if (row.path("kind").asString().equals("subtotal")) {
                assertThat(open).isEqualByComparingTo(BigDecimal.ZERO);
                open = spend;
                subtotals++;
            } else {
                open = open.subtract(spend);
            }
        }
        assertThat(open).isEqualByComparingTo(BigDecimal.ZERO);
        assertThat(subtotals).isEqualTo(3);
    }

    @Test
    void csvEndsEachLineInOneWay() {
        String plain = run("month", "--csv");
        assertThat(plain).doesNotContain("\r").endsWith("\n");
        String excel = run("month", "--csv=excel");
        assertThat(excel).startsWith("\uFEFFmonth;requests;").endsWith("\r\n");
        assertThat(excel.replace("\r\n", "")).doesNotContain("\n", "\r");
        assertThat(excel.lines().toList().get(1)).containsPattern("^2025-01;\\d+;\\d+,\\d+;");
    }

    private String run(String by, String... more) {
        String[] arguments =
                Stream.concat(
                                Stream.of("report", "--by", by, "--columns", SUMS),
                                Arrays.stream(more))
                        .toArray(String[]::new);
        return shell.run(arguments).out();
    }

    private static List<List<Optional<BigDecimal>>> json(String text) {
        JsonNode report = JsonMapper.builder().build().readTree(text);
        List<List<Optional<BigDecimal>>> rows = new ArrayList<>();
        List<String> columns =
                report.path("columns").valueStream().map(JsonNode::asString).toList();
        Stream.concat(report.path("rows").valueStream(), Stream.of(report.path("totals")))
                .forEach(row ->
                        rows.add(
                                columns.stream()
                                        .map(row::path)
                                        .map(value ->
                                                value.isNull()
                                                        ? Optional.<BigDecimal>empty()
                                                        : number(value.asString()))
                                        .toList()));
        return rows;
    }

    private static List<List<Optional<BigDecimal>>> csv(String text, char separator) {
        int columns = SUMS.split(",").length;
        return records(text, separator).stream()
                .skip(1)
                .map(record ->
                        record
                                .getFields()
                                .subList(record.getFieldCount() - columns, record.getFieldCount())
                                .stream()
                                .map(cell ->
                                        number(separator == ';' ? cell.replace(',', '.') : cell))
                                .toList())
                .toList();
    }

    private static List<CsvRecord> records(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .ofCsvRecord(text.replace("\uFEFF", ""))
                .stream()
                .toList();
    }

    private static List<List<Optional<BigDecimal>>> table(String text) {
        int columns = SUMS.split(",").length;
        return text.lines()
                .skip(1)
                .filter(line -> !line.endsWith("."))
                .map(line -> line.split(" {2,}"))
                .map(cells ->
                        Arrays.stream(cells, cells.length - columns, cells.length)
                                .map(cell -> cell.replace(",", "").replace("≥", ""))
                                .map(cell -> cell.equals("unknown") ? "" : cell)
                                .map(ReportFormatsTest::number)
                                .toList())
                .toList();
    }

    private static Optional<BigDecimal> number(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(plain(new BigDecimal(digits)));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static List<BigDecimal> known(List<Optional<BigDecimal>> row) {
        return row.stream().map(value -> value.orElse(BigDecimal.ZERO)).toList();
    }

    private static List<BigDecimal> sums(List<List<Optional<BigDecimal>>> rows) {
        return rows.stream()
                .map(ReportFormatsTest::known)
                .reduce((one, other) -> {
                    List<BigDecimal> sum = new ArrayList<>();
                    for (int i = 0; i < one.size(); i++) {
                        sum.add(plain(one.get(i).add(other.get(i))));
                    }
                    return sum;
                })
                .orElseThrow()
                .stream()
                .collect(Collectors.toList());
    }
}
