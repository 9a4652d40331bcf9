package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReportCommandTest {

    private static final String DOCUMENTS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","usage":1234.5,"model":"a/dear","created_at":"2025-03-01T22:30:00Z",
             "native_tokens_prompt":1234567,"native_tokens_completion":7}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":0.0000039,"model":"b/cheap","created_at":"2025-03-02T10:00:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","usage":0,"is_byok":true,"upstream_inference_cost":null,
             "created_at":"2025-03-03T00:00:00Z"}
            """;

    private static final String UNKNOWN_SPEND =
            "The spend of 1 of these generations is unknown, and not part of the sums.";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void fillALedger() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(DOCUMENTS).run("import", "-");
        shell.run("config", "timezone", "UTC");
    }

    @Test
    void usesTheZoneOfTheLedgerAndNamesIt() {
        shell.run("config", "timezone", "Asia/Tokyo");

        Shell.Result report = shell.run("report", "--by", "day", "--json");
        assertThat(report.json().path("timezone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(report.json().at("/rows/0/day").asString()).isEqualTo("2025-03-02");
        assertThat(report.err()).contains("Days and months are those of the time zone Asia/Tokyo.");
        Shell.Result other = shell.run("report", "--by", "day", "--json", "--timezone", "UTC");
        assertThat(other.json().path("timezone").asString()).isEqualTo("UTC");
        assertThat(other.json().at("/rows/0/day").asString()).isEqualTo("2025-03-01");
    }

    @Test
    void alignsNumbersAndGivesAllAmountsTheDecimalsTheyNeed() {
        List<String> lines = shell.run("report").out().lines().toList();

        assertThat(lines.get(0)).startsWith("Model").contains("Requests", "Spend $", "Unknown");
        assertThat(lines.get(1)).startsWith("a/dear").contains("1,234.5000000", "1,234,567");
        assertThat(lines.get(2)).startsWith("b/cheap").contains("    0.0000039");
        assertThat(lines.get(3))
                .startsWith("(none)")
                .containsPattern("  1 +unknown +0\\.0+ +unknown ");
        assertThat(lines.get(4)).startsWith("Total").contains("≥1,234.5000039");
        assertThat(lines.get(5)).isEqualTo(UNKNOWN_SPEND);
        assertThat(lines).hasSize(6);
    }

    @Test
    void saysHowManyGenerationsAreMissingFromTheSum() {
        Shell.Result report = shell.run("report");

        assertThat(report.out()).endsWith("\n" + UNKNOWN_SPEND + "\n");
        assertThat(report.err()).doesNotContain(UNKNOWN_SPEND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--csv", "--json"})
    void saysSoForProgramsToo(String form) {
        assertThat(shell.run("report", form).err()).contains(UNKNOWN_SPEND);
    }

    @Test
    void aGroupOfUnknownSpendCostsNullAndNotNothing() {
        JsonNode row = shell.run("report", "--json").json().at("/rows/2");

        assertThat(row.path("model").isNull()).isTrue();
        assertThat(row.path("spend").isNull()).isTrue();
        assertThat(row.path("byokUpstream").isNull()).isTrue();
        assertThat(row.path("credits").asString()).isEqualTo("0");
        assertThat(row.path("unknownSpend").asInt()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {120, 80, 60, 40, 30})
    void fitsIntoANarrowTerminal(int width) {
        List<String> lines =
                shell.onTerminal(width).run("--color", "never", "report").out().lines().toList();

        assertThat(lines)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        assertThat(lines.get(0)).contains("Model", "Spend $");
        assertThat(lines.get(4)).startsWith("Total");
        assertThat(lines.get(5)).startsWith("Not shown for lack of width:");
    }

    @Test
    void coloursOnlyATerminal() {
        assertThat(shell.run("report").out()).doesNotContain("\u001b");
        assertThat(shell.run("--color", "always", "report").out()).contains("\u001b[1m");
        assertThat(shell.onTerminal(120).run("report").out()).contains("\u001b[1m");
        assertThat(shell.with("NO_COLOR", "1").run("report").out()).doesNotContain("\u001b");
    }

    @Test
    void printsTheShapeOthersBuildOn() {
        assertThat(
                        shell.run("report", "--until", "2025-03-01", "--json", "--columns=spend,share")
                                .out())
                .isEqualTo(
                        "{\"dimensions\":[\"model\"],\"timezone\":\"UTC\",\"startOfWeek\":\"monday\","
                            + "\"since\":null,\"until\":\"2025-03-02T00:00:00.000Z\","
                            + "\"defaultRange\":false,\"asOf\":null,\"filters\":{},"
                            + "\"order\":\"spend:desc\",\"subtotals\":false,\"comparedWith\":null,"
                            + "\"top\":null,\"limit\":null,\"rounding\":null,"
                            + "\"creditFeePercent\":null,\"columns\":[\"spend\",\"share\"],"
                            + "\"rows\":[{\"kind\":\"group\",\"model\":\"a/dear\",\"spend\":\"1234.5\","
                            + "\"share\":\"1\"}],\"totals\":{\"spend\":\"1234.5\",\"share\":\"1\"},"
                            + "\"omittedRows\":0,\"percentileError\":null,\"basis\":null,"
                            + "\"missing\":{\"pending\":0,"
                            + "\"givenUp\":0,\"refused\":0,\"generations\":1,\"provisional\":0,"
                            + "\"unknownSpend\":0},\"byokAllowances\":[]}\n");
    }

    @Test
    void printsCsvWithoutATotal() {
        assertThat(shell.run("report", "--csv", "--by", "model,user", "--since=2025").out().lines())
                .containsExactly(
                        "model,user,requests,spend,credits,byokUpstream,byokFee,cacheSaving,"
                                + "promptTokens,completionTokens,reasoningTokens,cachedTokens,"
                                + "imageTokens,tokens,cacheHitRate,pricePerMillion,tokensPerSecond,"
                                + "provisional,unknownSpend,unknownCredits,unknownByokUpstream,"
                                + "unknownCacheSaving,unknownPromptTokens,unknownCompletionTokens,"
                                + "unknownReasoningTokens,unknownCachedTokens",
                        "a/dear,,1,1234.5,1234.5,0,0,0,1234567,7,,,0,1234574,,999.94006,,0,0,0,"
                                + "0,0,0,0,1,1",
                        "b/cheap,,1,0.0000039,0.0000039,0,0,0,,,,,0,,,,,0,0,0,0,0,1,1,1,1",
                        ",,1,,0,,0,0,,,,,0,,,,,0,1,0,1,0,1,1,1,1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            quoteCharacter = '~',
            value = {
                "=1+1|'=1+1",
                "+1+1|'+1+1",
                "+1|+1",
                "-1+1|'-1+1",
                "-1|-1",
                "@a|'@a",
                "\\t1|\"'<TAB>1\"",
                "\\n1|\"'<LF>1\"",
                "\\r1|\"'<CR>1\"",
                " =1|' =1",
                "\u00a0\u200b=1|'\u00a0\u200b=1",
                "＝1|'＝1",
                "＋1|'＋1",
                "－1|'－1",
                "＠a|'＠a",
                "a;=1|\"a;'=1\"",
                "a; -1|\"a;' -1\"",
                "a;b|\"a;b\"",
                "a\\n@b|\"a<LF>'@b\"",
                "a=b-c@d+e|a=b-c@d+e",
            })
    void aNameInARecordIsNoFormulaInASpreadsheet(String json, String cell) {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9\",\"upstream_id\":null,\"usage\":1,\"external_user\":\"" + json + "\"}")
                .run("import", "-");

        assertThat(shell.run("report", "--csv", "--by", "user").out())
                .contains(
                        "\n"
                                + cell.replace("<TAB>", "\t")
                                        .replace("<LF>", "\n")
                                        .replace("<CR>", "\r")
                                + ",1,1,1,");
    }

    @Test
    void figuresStayNumbers() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9\",\"upstream_id\":null,\"usage\":-1.5,\"external_user\":\"ana\"}")
                .run("import", "-");

        assertThat(shell.run("report", "--csv", "--by", "user").out()).contains("\nana,1,-1.5,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\u001b[31m", "\\u0001", "\\u009b31m", "\\u202e", "\\u007f"})
    void aNameInARecordSteersNoTerminal(String escape) {
        String character = String.valueOf((char) Integer.parseInt(escape.substring(2, 6), 16));
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9\",\"upstream_id\":null,\"usage\":1,\"external_user\":\"a" + escape + "\"}")
                .run("import", "-");

        assertThat(shell.run("report", "--json", "--by", "user").out())
                .containsIgnoringCase("a" + escape)
                .doesNotContain(character);
        assertThat(shell.run("report", "--csv", "--by", "user").out()).contains("a" + character);
        assertThat(shell.onTerminal(120).run("report", "--csv", "--by", "user").out())
                .containsIgnoringCase("a" + escape)
                .doesNotContain(character);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-03-01, 2025-03-01, UTC, 1",
        "2025-03-01, 2025-03-01, Europe/Berlin, 1",
        "2025-03-01, 2025-03-01, Asia/Tokyo, 0",
        "2025-03-02, 2025-03-02, Asia/Tokyo, 2",
        "2025-03, 2025-03, UTC, 3",
        "2025-03-01T22:30:00Z, 2025-03-02T10:00:00Z, UTC, 1",
        "2025-03-02T12:00:00+02:00, 2025-04, UTC, 2"
    })
    void aPeriodIsMeantInTheZoneOfTheReport(String since, String until, String zone, int requests) {
        assertThat(
                        shell.run(
                                        "report",
                                        "--json",
                                        "--since",
                                        since,
                                        "--until",
                                        until,
                                        "--timezone",
                                        zone)
                                .json()
                                .at("/totals/requests")
                                .asInt())
                .isEqualTo(requests);
    }

    @ParameterizedTest
    @CsvSource({
        "--by, colour, 'expected hour, day, week, month, model, author, variant, provider, app,"
                + " user, session'",
        "--by, 'model,model', --by names model twice",
        "--since, tomorrow, expected e.g. 2025-08-01",
        "--since, +999999999-12-31, expected e.g. 2025-08-01",
        "--timezone, Mars/Olympus, expected e.g. UTC",
        "--nonsense, x, no option '--nonsense'; see genledger report --help"
    })
    void saysWhatWasExpectedInstead(String option, String value, String expectation) {
        Shell.Result result = shell.run("report", option, value);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(expectation);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void aNameInARecordCannotMoveTheCursor() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa9\",\"upstream_id\":null,\"usage\":9999,\"model\":\"evil\\u001b[2J\\nname\"}")
                .run("import", "-");

        assertThat(shell.run("report").out()).contains("evil\\u001b[2J\\u000aname");
    }
}
