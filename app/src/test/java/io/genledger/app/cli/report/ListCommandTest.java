package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ListCommandTest {

    private static final String RECORDS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","usage":0.5,"created_at":"2025-03-01T10:00:00Z","model":"a/one","provider_name":"X","external_user":"=me","native_tokens_prompt":1200,"native_tokens_completion":7,"latency":250}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":0.25,"created_at":"2025-03-02T10:00:00Z","model":"a/two","provider_name":"X"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","upstream_id":null,"generation_time":null,"cache_discount":null,"created_at":"2025-03-03T10:00:00Z","model":"b/one","provider_name":"Y"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa4","upstream_id":null,"usage":12.125,"created_at":"2025-03-04T10:00:00Z","model":"b/two"}
            """;

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordFour() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(RECORDS).run("import", "-");
        shell.run("config", "timezone", "Asia/Tokyo");
    }

    @Test
    void aTableShowsTheNewestFirstInTheLedgersZone() {
        Shell.Result result = shell.run("list");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        "Created Id Spend $ Model Prompt Completion Provider Trust Latency",
                        "2025-03-04 19:00:00 gen-aaaaaaaaaaaaaaaaaaa4 12.125 b/two unknown unknown"
                                + " record",
                        "2025-03-03 19:00:00 gen-aaaaaaaaaaaaaaaaaaa3 unknown b/one unknown unknown"
                                + " Y unknown",
                        "2025-03-02 19:00:00 gen-aaaaaaaaaaaaaaaaaaa2 0.250 a/two unknown unknown X"
                                + " record",
                        "2025-03-01 19:00:00 gen-aaaaaaaaaaaaaaaaaaa1 0.500 a/one 1,200 7 X record"
                                + " 250 ms");
        assertThat(result.err()).isEqualTo("Times are those of the time zone Asia/Tokyo.\n");
    }

    @Test
    void theHighestSpendComesFirstAndTheUnknownLast() {
        assertThat(ids("--order", "spend"))
                .containsExactly(
                        "gen-aaaaaaaaaaaaaaaaaaa4",
                        "gen-aaaaaaaaaaaaaaaaaaa1",
                        "gen-aaaaaaaaaaaaaaaaaaa2",
                        "gen-aaaaaaaaaaaaaaaaaaa3");
        assertThat(ids("-o", "oldest"))
                .containsExactly(
                        "gen-aaaaaaaaaaaaaaaaaaa1",
                        "gen-aaaaaaaaaaaaaaaaaaa2",
                        "gen-aaaaaaaaaaaaaaaaaaa3",
                        "gen-aaaaaaaaaaaaaaaaaaa4");
    }

    @Test
    void filtersAndPeriodsAreThoseOfAReport() {
        assertThat(ids("--model", "a/*"))
                .containsExactly("gen-aaaaaaaaaaaaaaaaaaa2", "gen-aaaaaaaaaaaaaaaaaaa1");
        assertThat(ids("--provider", "!X", "--since", "2025-03-04"))
                .containsExactly("gen-aaaaaaaaaaaaaaaaaaa4");
        assertThat(ids("--trust", "unknown")).containsExactly("gen-aaaaaaaaaaaaaaaaaaa3");
    }

    @ParameterizedTest
    @CsvSource({"newest", "oldest", "spend"})
    void pagesShowEveryGenerationOnce(String order) {
        List<String> all = new ArrayList<>();
        JsonNode page = shell.run("list", "--json", "-o", order, "--limit", "1").json();
        all.addAll(ids(page));
        while (!page.path("next").isNull()) {
            String last = page.path("next").asString();
            assertThat(last).isEqualTo(all.getLast());
            page = shell.run("list", "--json", "-o", order, "--limit", "2", "--after", last).json();
            all.addAll(ids(page));
        }

        assertThat(all).isEqualTo(ids("-o", order));
    }

    @Test
    void aTableNamesTheNextPage() {
        assertThat(shell.run("list", "--limit", "3").out())
                .endsWith("\nThere are more; the next page: --after gen-aaaaaaaaaaaaaaaaaaa2\n");
        assertThat(shell.run("list", "--limit", "4").out()).doesNotContain("--after");
    }

    @Test
    void aPageAfterAnUnknownGenerationIsRefused() {
        Shell.Result result = shell.run("list", "--after", "gen-aaaaaaaaaaaaaaaaaaa9");

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: --after: the ledger holds no record whose id is or begins with"
                                + " 'gen-aaaaaaaaaaaaaaaaaaa9'\n");
    }

    @Test
    void theFiguresOfTheRowsAddUpToTheReport() {
        JsonNode rows = shell.run("list", "--json").json().path("rows");
        JsonNode totals = shell.run("report", "--json").json().path("totals");

        for (String figure : List.of("spend", "credits", "promptTokens", "completionTokens")) {
            assertThat(
                            rows.valueStream()
                                    .map(row -> row.path(figure))
                                    .filter(value -> !value.isNull())
                                    .map(value -> new BigDecimal(value.asString()))
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(figure)
                    .isEqualByComparingTo(new BigDecimal(totals.path(figure).asString()));
        }
    }

    @Test
    void jsonHasAllColumnsWithNullForTheUnknown() {
        JsonNode row =
                shell.run("list", "--json", "--trust", "unknown").json().path("rows").path(0);

        assertThat(row.propertyNames())
                .contains("id", "created", "model", "finish-reason", "user", "latencyMs", "spend")
                .contains("generationTimeMs");
        assertThat(row.path("findings").asString()).isEqualTo("spend-unknown");
        assertThat(row.path("spend").isNull()).isTrue();
        assertThat(row.path("created").asString()).isEqualTo("2025-03-03T10:00:00.000Z");
    }

    @Test
    void csvIsSafeAndHasTheChosenColumns() {
        assertThat(
                        shell.run(
                                        "list",
                                        "--csv",
                                        "-o",
                                        "oldest",
                                        "--limit",
                                        "3",
                                        "--columns",
                                        "id,user,spend,latency")
                                .out())
                .isEqualTo(
                        """
                        id,user,spend,latencyMs
                        gen-aaaaaaaaaaaaaaaaaaa1,'=me,0.5,250
                        gen-aaaaaaaaaaaaaaaaaaa2,,0.25,
                        gen-aaaaaaaaaaaaaaaaaaa3,,,
                        """);
        assertThat(
                        shell.run(
                                        "list",
                                        "--csv=excel",
                                        "--limit",
                                        "1",
                                        "--columns",
                                        "created,spend")
                                .out())
                .isEqualTo("\uFEFFcreated;spend\r\n2025-03-04T10:00:00.000Z;12,125\r\n");
    }

    @Test
    void aNarrowTerminalLeavesOutTheLastColumns() {
        Shell.Result result = shell.onTerminal(60).run("list");

        assertThat(result.out().lines()).allMatch(line -> line.length() <= 100);
        assertThat(result.out().lines().limit(5)).allMatch(line -> line.length() <= 60);
        assertThat(result.out())
                .contains("Not shown for lack of width: ", "latency (see --columns).");
    }

    @Test
    void eightyColumnsShowTheModel() {
        String model = "meta-llama/llama-3.3-70b-instruct-with-a-long-name";
        Shell wide = new Shell(folder.resolve("wide.db")).with("NO_COLOR", "1");
        wide.typing(
                        "{\"data\":{\"id\":\"gen-1755676927-7WlHzIQWGoPWoKYj3Arf\",\"upstream_id\":null,\"usage\":0.001234,\"model\":\"%s\"}}"
                                .formatted(model))
                .run("import", "-");
        String out = wide.onTerminal(80).run("list").out();

        assertThat(out.lines()).allMatch(line -> line.length() <= 80);
        assertThat(out)
                .contains(
                        "gen-1755676927-7WlHzIQWGoPWoKYj3Arf",
                        "0.001234",
                        "meta-llama/",
                        "-long-name");
        assertThat(wide.onTerminal(110).run("list").out()).contains("Created", "meta-llama/");
    }

    @Test
    void aPageBeginsAfterAUniqueBeginningOfAnId() {
        shell.typing(
                        "{\"data\":{\"id\":\"gen-1755676927-7WlHzIQWGoPWoKYj3Arf\",\"upstream_id\":null,\"usage\":1,"
                            + "\"created_at\":\"2025-03-03T11:00:00Z\"}}")
                .run("import", "-");

        assertThat(ids("--after", "gen-17556"))
                .containsExactly(
                        "gen-aaaaaaaaaaaaaaaaaaa3",
                        "gen-aaaaaaaaaaaaaaaaaaa2",
                        "gen-aaaaaaaaaaaaaaaaaaa1");
        assertThat(shell.run("list", "--after", "gen-").err())
                .startsWith("genledger: --after: 5 generations begin with 'gen-', expected one: ");
    }

    @Test
    void anEmptyLedgerHasAHeaderOnly() {
        Shell empty = new Shell(folder.resolve("empty.db"));
        empty.run("track", "gen-1731289055-7lM7yhtp335znp1qegkj");

        assertThat(empty.run("list").out()).startsWith("Created").hasLineCount(1);
        assertThat(empty.run("list", "--json").out()).isEqualTo("{\"rows\":[],\"next\":null}\n");
    }

    private List<String> ids(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "list";
        all[1] = "--json";
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        Shell.Result result = shell.run(all);
        assertThat(result.exitCode()).as(result.err()).isEqualTo(ExitCode.OK);
        return ids(result.json());
    }

    private static List<String> ids(JsonNode page) {
        return page.path("rows").valueStream().map(row -> row.path("id").asString()).toList();
    }
}
