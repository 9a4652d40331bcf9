package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.export.ExportFormat;
import io.genledger.app.export.column.NamedColumn;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Every file that is read here also keeps the rules of {@link FocusRules}. */
class FocusExportTest {

    private static final Map<String, String> SUMS =
            Map.of(
                    "BilledCost", "credits",
                    "EffectiveCost", "credits",
                    "x_ByokUpstreamEstimate", "byokUpstream",
                    "x_CacheDiscount", "cacheSaving",
                    "x_PromptTokens", "promptTokens",
                    "x_CompletionTokens", "completionTokens",
                    "x_ReasoningTokens", "reasoningTokens",
                    "x_CachedTokens", "cachedTokens",
                    "x_Generations", "requests",
                    "x_UnknownCostCount", "unknownCredits");

    private static final String ONE =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"created_at\":\"2025-03-01T10:00:00.25Z\",\"usage\":0.5,"
                + "\"model\":\"a/one\",\"provider_name\":\"P\",\"workspace_id\":\"w\","
                + "\"service_tier\":\"flex\",\"data_region\":\"eu\",\"session_id\":\"s\","
                + "\"origin\":\"https://x;=y\",\"generation_time\":1500,"
                + "\"native_tokens_prompt\":10,\"native_tokens_completion\":5}";

    private static final String BYOK =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"created_at\":\"2025-03-01T11:00:00Z\",\"usage\":0.05,"
                + "\"is_byok\":true,\"upstream_inference_cost\":1.25,\"model\":\"a/one\","
                + "\"provider_name\":\"P\",\"native_tokens_prompt\":10,"
                + "\"native_tokens_completion\":5}";

    private static final String UNKNOWN_ID = "gen-1740830400-abcdefghijABCDEFG999";

    private static final String UNKNOWN =
            "{\"id\":\""
                    + UNKNOWN_ID
                    + "\",\"object\":\"chat.completion\",\"model\":\"a/one\",\"choices\":[],"
                    + "\"usage\":{\"prompt_tokens\":3,\"completion_tokens\":7}}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    private void imports(String documents) {
        assertThat(shell.typing(documents).run("import", "-").exitCode()).isEqualTo(ExitCode.OK);
    }

    private Shell.Result export(Path file, String... more) {
        Shell.Result result =
                shell.run(
                        Stream.concat(
                                        Stream.of("export", "-f", "focus", file.toString()),
                                        Stream.of(more))
                                .toArray(String[]::new));
        assertThat(result.err()).isEmpty();
        return result;
    }

    private List<NamedCsvRecord> exported(String... more) throws IOException {
        Path file = folder.resolve("focus.csv");
        export(file, Stream.concat(Stream.of("--force"), Stream.of(more)).toArray(String[]::new));
        return FocusRules.rows(file);
    }

    private JsonNode totals(String... more) {
        return shell.run(
                        Stream.concat(Stream.of("report", "--json"), Stream.of(more))
                                .toArray(String[]::new))
                .json()
                .path("totals");
    }

    private static BigDecimal sum(List<NamedCsvRecord> rows, String column) {
        return rows.stream()
                .map(row -> row.getField(column))
                .filter(cell -> !cell.isEmpty())
                .map(BigDecimal::new)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, hour",
        "UTC, day",
        "America/St_Johns, hour",
        "Pacific/Apia, day",
        "Pacific/Apia, hour"
    })
    void theSumsAreThoseOfAReportToTheDigit(String zone, String group) throws IOException {
        imports(ExportCommandTest.many());
        imports(UNKNOWN);
        for (String[] selection :
                new String[][] {
                    {"-z", zone, "--since", "2025-03-01", "--until", "2025-03-30"},
                    {"-z", zone, "--since", "2025-03-01", "--until", "2026-10-31"},
                    {"-z", zone, "--since", "2025-03-30", "--model", "a/one"}
                }) {
            JsonNode totals = totals(selection);
            List<NamedCsvRecord> rows =
                    exported(
                            Stream.concat(Stream.of("--group", group), Stream.of(selection))
                                    .toArray(String[]::new));

            assertThat(rows).hasSizeGreaterThan(1);
            SUMS.forEach((column, figure) ->
                    assertThat(sum(rows, column))
                            .as("%s in %s", column, zone)
                            .isEqualByComparingTo(ExportCommandTest.figure(totals, figure)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/St_Johns", "Pacific/Apia"})
    void aRowOfOneGenerationIsLeftOutIfItsCostIsUnknown(String zone) throws IOException {
        imports(ExportCommandTest.many());
        imports(UNKNOWN);
        String[] selection = {"-z", zone, "--since", "2025-03-01", "--until", "2026-10-31"};
        JsonNode totals = totals(selection);
        Path file = folder.resolve("focus.csv");

        Shell.Result result =
                export(
                        file,
                        Stream.concat(Stream.of("--group", "none"), Stream.of(selection))
                                .toArray(String[]::new));

        assertThat(result.out()).contains("1 generation left out: the credits are unknown.");
        List<NamedCsvRecord> rows = FocusRules.rows(file);
        assertThat(sum(rows, "BilledCost"))
                .isEqualByComparingTo(ExportCommandTest.figure(totals, "credits"));
        assertThat(sum(rows, "x_Generations"))
                .isEqualByComparingTo(
                        ExportCommandTest.figure(totals, "requests").subtract(BigDecimal.ONE));
        assertThat(rows).noneMatch(row -> row.getField("ResourceId").equals(UNKNOWN_ID));
        assertThat(rows).allMatch(row -> row.getField("x_UnknownCostCount").equals("0"));
    }

    @Test
    void aGenerationHasTheColumnsThatItsRecordStates() throws IOException {
        imports(ONE);

        NamedCsvRecord row = exported("--group", "none", "--billing-account", "acme").get(0);

        assertThat(row.getHeader())
                .isEqualTo(ExportFormat.FOCUS.columns().stream().map(NamedColumn::name).toList());
        Map.ofEntries(
                        Map.entry("BilledCost", "0.5"),
                        Map.entry("ListCost", "0.5"),
                        Map.entry("BillingAccountId", "acme"),
                        Map.entry("SubAccountId", "w"),
                        Map.entry("BillingPeriodStart", "2025-03-01T00:00:00Z"),
                        Map.entry("BillingPeriodEnd", "2025-04-01T00:00:00Z"),
                        Map.entry("ChargePeriodStart", "2025-03-01T10:00:00Z"),
                        Map.entry("ChargePeriodEnd", "2025-03-01T10:00:02Z"),
                        Map.entry("ChargeCategory", "Usage"),
                        Map.entry("ChargeClass", ""),
                        Map.entry("ChargeDescription", "Generations of a/one by P"),
                        Map.entry("InvoiceIssuerName", "OpenRouter"),
                        Map.entry("HostProviderName", "P"),
                        Map.entry("RegionId", "eu"),
                        Map.entry("ResourceId", "gen-aaaaaaaaaaaaaaaaaaa1"),
                        Map.entry("SkuId", "a/one tier=flex"),
                        Map.entry(
                                "SkuPriceDetails",
                                "{\"ModelDeveloper\":\"a\",\"ModelId\":\"a/one\"}"),
                        Map.entry("ConsumedQuantity", "15"),
                        Map.entry("Tags", "{\"session_id\":\"s\",\"origin\":\"https://x;'=y\"}"),
                        Map.entry("x_ServiceTier", "flex"),
                        Map.entry("x_Trust", "record"),
                        Map.entry("x_ReasoningTokens", ""))
                .forEach((column, value) ->
                        assertThat(row.getField(column)).as(column).isEqualTo(value));
    }

    @Test
    void generationsOfADayShareARowWithoutTheirSessions() throws IOException {
        imports(
                ONE
                        + ONE.replace("gen-aaaaaaaaaaaaaaaaaaa1", "gen-aaaaaaaaaaaaaaaaaaa9")
                                .replace("\"s\"", "\"t\""));

        List<NamedCsvRecord> rows = exported();

        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).getField("x_Generations")).isEqualTo("2");
        assertThat(rows.get(0).getField("BilledCost")).isEqualTo("1");
        assertThat(rows.get(0).getField("ChargePeriodStart")).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(rows.get(0).getField("ChargePeriodEnd")).isEqualTo("2025-03-02T00:00:00Z");
        assertThat(rows.get(0).getField("ResourceId")).isEmpty();
        assertThat(rows.get(0).getField("Tags")).doesNotContain("session");
    }

    @Test
    void whatAProviderBillsIsARowOnlyIfAskedFor() throws IOException {
        imports(BYOK);

        List<NamedCsvRecord> fee = exported();
        List<NamedCsvRecord> both = exported("--with-byok", "--credit-fee", "10%");

        assertThat(fee).hasSize(1);
        assertThat(fee.get(0).getField("BilledCost")).isEqualTo("0.05");
        assertThat(fee.get(0).getField("InvoiceIssuerName")).isEqualTo("OpenRouter");
        assertThat(fee.get(0).getField("x_ByokUpstreamEstimate")).isEqualTo("1.25");
        assertThat(both)
                .extracting(row ->
                        String.join(
                                " ",
                                row.getField("InvoiceIssuerName"),
                                row.getField("BilledCost"),
                                row.getField("EffectiveCost"),
                                row.getField("x_Generations"),
                                row.getField("ConsumedQuantity"),
                                row.getField("x_Trust")))
                .containsExactly("OpenRouter 0.05 0.055 1 15 record", "P 0 1.25 0  estimated");
    }

    @Test
    void aRevisionAfterTheEndOfAMonthIsACorrectionOfTheDifference() throws IOException {
        imports(ONE);
        imports(ONE.replace("0.5,", "0.75,"));

        List<NamedCsvRecord> rows = exported("--group", "none");

        assertThat(rows)
                .extracting(row ->
                        row.getField("ChargeClass")
                                + " "
                                + row.getField("BilledCost")
                                + " "
                                + row.getField("x_Generations"))
                .containsExactly(" 0.5 1", "Correction 0.25 0");
        NamedCsvRecord correction = rows.get(1);
        assertThat(correction.getField("ChargePeriodStart")).isEqualTo("2025-03-01T10:00:00Z");
        assertThat(correction.getField("BillingPeriodStart")).isGreaterThan("2025-03-01T00:00:00Z");
        assertThat(correction.getField("ConsumedQuantity")).isEqualTo("0");
    }

    /** Of a month that is not over, there is nothing to correct. */
    @Test
    void aRevisionInItsMonthReplacesTheFigures() throws IOException {
        String later = ONE.replace("2025-03-01", "2999-03-01");
        imports(later);
        imports(later.replace("0.5,", "0.75,"));

        assertThat(exported("--group", "none"))
                .extracting(row -> row.getField("ChargeClass") + row.getField("BilledCost"))
                .containsExactly("0.75");
    }

    @Test
    void aCostThatBecomesKnownIsACorrectionToo() throws IOException {
        imports(UNKNOWN);
        imports(ONE.replace("gen-aaaaaaaaaaaaaaaaaaa1", UNKNOWN_ID));
        JsonNode totals = totals("--since", "2025-01-01");

        for (String group : List.of("hour", "day", "none")) {
            List<NamedCsvRecord> rows = exported("--group", group);
            assertThat(sum(rows, "BilledCost")).isEqualByComparingTo("0.5");
            assertThat(sum(rows, "x_UnknownCostCount")).isEqualByComparingTo("0");
            assertThat(sum(rows, "x_Generations"))
                    .isEqualByComparingTo(ExportCommandTest.figure(totals, "requests"));
        }
    }

    @Test
    void aNegativeChargeIsACredit() throws IOException {
        imports(ONE.replace("0.5,", "-0.5,"));

        NamedCsvRecord row = exported().get(0);

        assertThat(row.getField("ChargeCategory")).isEqualTo("Credit");
        assertThat(row.getField("BilledCost")).isEqualTo("-0.5");
    }

    @Test
    void filesThatContinueEachOtherAddUpToTheLedger() throws IOException {
        String state = folder.resolve("state").toString();
        imports(ExportCommandTest.many());
        export(folder.resolve("1.csv"), "--since-last", state);
        imports(ONE + BYOK + UNKNOWN);
        export(folder.resolve("2.csv"), "--since-last", state, "--group", "day");
        imports(ONE.replace("0.5,", "0.75,"));
        export(folder.resolve("3.csv"), "--since-last", state);

        List<NamedCsvRecord> rows = new ArrayList<>(FocusRules.rows(folder.resolve("1.csv")));
        rows.addAll(FocusRules.rows(folder.resolve("2.csv")));
        rows.addAll(FocusRules.rows(folder.resolve("3.csv")));
        JsonNode totals = totals("--since", "2025-01-01");
        SUMS.forEach((column, figure) ->
                assertThat(sum(rows, column))
                        .as(column)
                        .isEqualByComparingTo(ExportCommandTest.figure(totals, figure)));
    }

    @Test
    void filesHaveAtMostTheRowsAskedFor() throws IOException {
        imports(ExportCommandTest.many());
        List<NamedCsvRecord> whole = exported("--group", "hour");
        Path file = folder.resolve("split.csv");

        Shell.Result result = export(file, "--group", "hour", "--max-rows", "10");

        assertThat(file).doesNotExist();
        int files = (whole.size() + 9) / 10;
        assertThat(result.out())
                .contains(folder.resolve("split.1.csv") + " to ", "(" + files + " files)");
        List<NamedCsvRecord> rows = new ArrayList<>();
        for (int i = 1; i <= files; i++) {
            List<NamedCsvRecord> part = FocusRules.rows(folder.resolve("split." + i + ".csv"));
            assertThat(part).hasSize(i < files ? 10 : whole.size() - 10 * (files - 1));
            rows.addAll(part);
        }
        assertThat(rows)
                .extracting(NamedCsvRecord::getFields)
                .isEqualTo(whole.stream().map(NamedCsvRecord::getFields).toList());
    }

    @Test
    void aFileOfAnExportWithMoreFilesIsNotMistakenForOneOfThis() throws IOException {
        imports(ONE);
        Files.writeString(folder.resolve("split.2.csv"), "old");

        Shell.Result result =
                shell.run(
                        "export",
                        "-f",
                        "focus",
                        "--force",
                        "--max-rows",
                        "5",
                        folder.resolve("split.csv").toString());

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains("split.2.csv", "remove it, or name new files");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString()))
                    .noneMatch(name -> name.contains("split.1"));
        }
    }

    @Test
    void namesWhatContradicts() {
        imports(ONE);

        assertThat(shell.run("export", "--group", "day", "a.csv").err())
                .contains("--group needs --format focus");
        assertThat(shell.run("export", "-f", "focus", "--max-rows", "5", "-").err())
                .contains("--max-rows needs a file");
        assertThat(
                        shell.run(
                                        "export",
                                        "-f",
                                        "focus",
                                        "--max-rows",
                                        "5",
                                        "--since-last",
                                        "s",
                                        "a.csv")
                                .err())
                .contains("--max-rows and --since-last cannot be combined");
        assertThat(shell.run("export", "-f", "focus", "--billing-account", " ", "a.csv").err())
                .contains("--billing-account is blank");
    }

    /** Else a rule that passes would be said not to. */
    @Test
    void theRulesThatCannotPassFailAndAreDocumented() throws IOException {
        imports(
                ONE
                        + BYOK
                        + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa4\",\"upstream_id\":null,\"usage\":1}");
        List<NamedCsvRecord> rows = exported("--group", "none", "--with-byok");
        String readme = Files.readString(Path.of("README.md"));

        assertThat(FocusRules.impossible())
                .allSatisfy(rule -> {
                    assertThat(rows).anyMatch(row -> !rule.isKeptBy(row));
                    assertThat(readme)
                            .contains("| `" + rule.column() + "` | " + rule.words() + " |");
                });
    }

    @Test
    void everyColumnOfFocusHasARule() {
        assertThat(
                        ExportFormat.FOCUS.columns().stream()
                                .map(NamedColumn::name)
                                .filter(name -> !name.startsWith("x_")))
                .allMatch(name ->
                        FocusRules.all().stream().anyMatch(rule -> rule.column().equals(name)));
    }
}
