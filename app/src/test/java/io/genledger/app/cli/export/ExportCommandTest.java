package io.genledger.app.cli.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.ZstdInputStream;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ExportCommandTest {

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

    private static final String COLUMNS =
            "requests,spend,credits,byok-upstream,byok-fee,cache-saving,prompt-tokens,"
                    + "completion-tokens,reasoning-tokens,cached-tokens,unknown";

    private static final String ACTIVITY =
            """
            generation_id,created_at,cost_total,byok_usage_inference,model_permaslug,user
            gen-1766949598-0CmLQg0RnVtRfCj8vUqs,2026-08-24 22:00:08.247,0.5,0,a/b,"%s"
            """;

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void open() {
        shell = new Shell(folder.resolve("ledger.db"));
    }

    /** Records and completions, some of unknown spend, with BYOK, and corrections of a third. */
    private void recordMany() {
        shell.typing(many()).run("import", "-");
    }

    /** Documents as above. */
    static String many() {
        Random random = new Random(16);
        StringBuilder documents = new StringBuilder();
        for (int i = 0; i < 120; i++) {
            documents.append(document(random, i));
            if (i % 3 == 0) {
                documents.append(document(random, i));
            }
        }
        return documents.toString();
    }

    private static String document(Random random, int number) {
        String created =
                "2025-03-%02dT%02d:%02d:00.123456Z"
                        .formatted(28 + random.nextInt(4), random.nextInt(24), random.nextInt(60));
        if (number % 10 == 1) {
            return """
            {"id":"gen-1756676900-abcdefghijABCDEFG%03d","object":"chat.completion","model":"a/one","choices":[],"usage":{"prompt_tokens":%d,"completion_tokens":7,"cost":0.00%d}}
            """
                    .formatted(number, random.nextInt(1000), random.nextInt(1000));
        }
        String upstream =
                switch (number % 5) {
                    case 0 ->
                            ",\"is_byok\":true,\"upstream_inference_cost\":0.0000%d"
                                    .formatted(random.nextInt(99));
                    case 2 -> ",\"is_byok\":true,\"upstream_inference_cost\":null";
                    default -> "";
                };
        return """
        {"id":"gen-aaaaaaaaaaaaaaaaaaa%d",
         "created_at":"%s","usage":0.%012d,"model":"a/%s","native_tokens_prompt":%d,\r
         "native_tokens_completion":%d,"cache_discount":-0.00%d%s}
        """
                .formatted(
                        number,
                        created,
                        random.nextInt(1_000_000),
                        number % 2 == 0 ? "one" : "two:free",
                        random.nextInt(5000),
                        random.nextInt(900),
                        random.nextInt(100),
                        upstream);
    }

    private JsonNode totals(Shell of, String... more) {
        return of.run(
                        Stream.concat(
                                        Stream.of("report", "--json", "--columns", COLUMNS),
                                        Stream.of(more))
                                .toArray(String[]::new))
                .json()
                .path("totals");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/St_Johns", "Pacific/Apia"})
    void theSumsOfCsvAreThoseOfAReportToTheDigit(String zone) throws IOException {
        recordMany();
        for (String[] selection :
                new String[][] {
                    {"-z", zone},
                    {"-z", zone, "--since", "2025-03-29", "--until", "2025-03-30"},
                    {"-z", zone, "--since", "2025-03-30", "--model", "a/one"}
                }) {
            Path file = folder.resolve("rows.csv");
            Shell.Result result = export(file, selection);

            assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
            JsonNode totals = totals(shell, selection);
            List<NamedCsvRecord> rows = rows(file);
            assertThat(rows).hasSize(totals.path("requests").asInt());
            assertThat(rows).hasSizeGreaterThan(5);
            for (String column : SUMS) {
                BigDecimal sum =
                        rows.stream()
                                .map(row -> row.getField(column))
                                .filter(cell -> !cell.isEmpty())
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add);
                assertThat(sum)
                        .as("%s in %s", column, zone)
                        .isEqualByComparingTo(figure(totals, column));
            }
            assertThat(rows.stream().filter(row -> row.getField("spend").isEmpty()).count())
                    .isEqualTo(totals.path("unknownSpend").asLong());
            Files.delete(file);
        }
    }

    /** A sum of which no part is known is null. */
    static BigDecimal figure(JsonNode totals, String name) {
        JsonNode figure = totals.path(name);
        return figure.isNull() ? BigDecimal.ZERO : new BigDecimal(figure.asString());
    }

    private Shell.Result export(Path file, String... more) {
        return shell.run(
                Stream.concat(Stream.of("export", file.toString()), Stream.of(more))
                        .toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"all.ndjson", "all.jsonl", "all.ndjson.gz", "all.ndjson.zst"})
    void documentsImportedIntoAnEmptyLedgerGiveTheSameTotals(String name) throws IOException {
        recordMany();
        Path file = folder.resolve(name);

        assertThat(export(file).out()).startsWith("120 generations written to " + file);

        Shell other = new Shell(folder.resolve("other.db"));
        other.typing(text(file)).run("import", "-");
        for (String zone : List.of("UTC", "America/St_Johns", "Pacific/Apia")) {
            assertThat(totals(other, "-z", zone, "--since", "2025-03-29"))
                    .isEqualTo(totals(shell, "-z", zone, "--since", "2025-03-29"));
            assertThat(totals(other, "--by", "day,model,trust", "-z", zone))
                    .isEqualTo(totals(shell, "--by", "day,model,trust", "-z", zone));
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file);
                InputStream plain =
                        file.toString().endsWith(".gz")
                                ? new GZIPInputStream(stream)
                                : file.toString().endsWith(".zst")
                                        ? new ZstdInputStream(stream)
                                        : stream) {
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aDocumentIsOneLineAndOtherwiseAsItCame() throws IOException {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\r\n"
                                + "  \"usage\": 5e-1, \"x\":\"a\\nb\"\n"
                                + "}")
                .run("import", "-");
        Path file = folder.resolve("all.ndjson");

        export(file);

        assertThat(file)
                .hasContent(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,  \"usage\":"
                                + " 5e-1, \"x\":\"a\\nb\"}\n");
    }

    @Test
    void cellsThatASpreadsheetWouldExecuteAreMadeSafe() throws IOException {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":-0.5,\"external_user\":\"=cmd\",\"session_id\":\"-1+1\","
                            + "\"model\":\"@sum\",\"provider_name\":\"+x\",\"origin\":\"\\tt\"}")
                .run("import", "-");
        Path file = folder.resolve("rows.csv");

        Shell.Result result = export(file);

        NamedCsvRecord row = rows(file).get(0);
        assertThat(row.getField("user")).isEqualTo("'=cmd");
        assertThat(row.getField("session")).isEqualTo("'-1+1");
        assertThat(row.getField("model")).isEqualTo("'@sum");
        assertThat(row.getField("provider")).isEqualTo("'+x");
        assertThat(row.getField("origin")).isEqualTo("'\tt");
        assertThat(row.getField("credits")).isEqualTo("-0.5");
        assertThat(row.getField("findings")).contains("negative-usage");
        assertThat(result.out()).contains("In 5 cells an apostrophe (') stands before text");
    }

    @Test
    void activityCsvHasWhatARecordStatesAndNamesTheOtherColumns() {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"created_at\":\"2026-02-06T18:54:30.040999Z\",\"usage\":0.0000019,"
                            + "\"is_byok\":false,\"cache_discount\":-0.0000012,\"model\":\"a/one:free\","
                            + "\"native_tokens_prompt\":12,\"native_tokens_completion\":7,"
                            + "\"native_tokens_reasoning\":0,\"streamed\":true,\"cancelled\":false,"
                            + "\"finish_reason\":\"stop\",\"native_finish_reason\":\"end_turn\","
                            + "\"generation_time\":1200,\"latency\":250,\"provider_name\":\"P\"}")
                .run("import", "-");

        Shell.Result exact = shell.run("export", "--format", "activity-csv", "-");
        Shell.Result cut = shell.run("export", "--format", "activity-csv", "--truncate", "-");

        assertThat(exact.out().lines())
                .containsExactly(
                        "generation_id,created_at,cost_total,cost_web_search,cost_cache,"
                            + "cost_file_processing,byok_usage_inference,tokens_prompt,"
                            + "tokens_completion,tokens_reasoning,tokens_cached,model_permaslug,"
                            + "provider_name,variant,cancelled,streamed,user,finish_reason_raw,"
                            + "finish_reason_normalized,generation_time_ms,"
                            + "time_to_first_token_ms,api_key_disabled,api_key_name,app_name",
                        "gen-aaaaaaaaaaaaaaaaaaa1,2026-02-06"
                                + " 18:54:30.040,0.0000019,,0.0000012,,0,12,7,0,,a/one,P,free,"
                                + "false,true,,end_turn,stop,1200,250,,,");
        assertThat(cut.out()).contains("18:54:30.040,0.000001,,0.000001,,0,12");
        assertThat(exact.err())
                .contains(
                        "cost_web_search, cost_file_processing, api_key_disabled, api_key_name,"
                                + " app_name.");
    }

    /** A number with a sign is no formula. */
    @ParameterizedTest
    @ValueSource(strings = {"-1", "+49170123", "'-1", "-0.5", "a;-1"})
    void whatIsSafeComesOutAsOpenRouterWroteIt(String user) {
        shell.typing(ACTIVITY.formatted(user)).run("import", "-");

        assertThat(shell.run("export", "--format", "activity-csv", "-").out())
                .containsPattern(",\"?" + Pattern.quote(user) + "\"?,");
    }

    /** Whatever stands in a cell, its export is safe, and comes in again as what it was. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "+49170123",
                "'+49170123",
                "''-1,5",
                "-1+1",
                "'-1-",
                "a;-1;=1",
                "a;'-1;'-1x",
                "''=1",
                "a;=1",
                "a;'=1",
                ";\t=1",
                "\t=1",
                "\t'=1",
                "'\t=1",
                "' '@x",
                "=1;=2",
                "it's",
                "'plain'"
            })
    void aSafeCellIsImportedAsWhatItWas(String user) throws IOException {
        shell.typing(ACTIVITY.formatted(user)).run("import", "-");
        String first = shell.run("export", "--format", "activity-csv", "-").out();
        Shell again = new Shell(folder.resolve("again.db"));
        again.typing(first).run("import", "-");
        String second = again.run("export", "--format", "activity-csv", "-").out();

        assertThat(again.run("report", "--by", "user", "--json").json().at("/totals/spend"))
                .isEqualTo(
                        shell.run("report", "--by", "user", "--json").json().at("/totals/spend"));
        assertThat(again.run("export", "--format", "ndjson", "-").out())
                .contains("\"generation_id\":\"gen-1766949598-0CmLQg0RnVtRfCj8vUqs\"");
        assertThat(second).isEqualTo(first);
    }

    /** The restored ledger has as many entries again, but not those that were exported. */
    @Test
    void aLedgerThatWasRestoredCannotContinueAnExport() throws IOException {
        String record = "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa%d\",\"upstream_id\":null,\"usage\":0.5}";
        Path ledger = folder.resolve("ledger.db");
        String[] export = {
            "export", "--since-last", folder.resolve("state").toString(), "",
        };
        shell.typing(record.formatted(1)).run("import", "-");
        shell.run("backup", folder.resolve("backup.db").toString());
        shell.typing(record.formatted(2)).run("import", "-");
        export[3] = folder.resolve("a.csv").toString();
        assertThat(shell.run(export).exitCode()).isEqualTo(ExitCode.OK);
        Files.deleteIfExists(folder.resolve("ledger.db-wal"));
        Files.deleteIfExists(folder.resolve("ledger.db-shm"));
        Files.move(folder.resolve("backup.db"), ledger, StandardCopyOption.REPLACE_EXISTING);
        shell.typing(record.formatted(3)).run("import", "-");
        export[3] = folder.resolve("b.csv").toString();
        Shell.Result refused = shell.run(export);

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains("up to entry 2 (gen-aaaaaaaaaaaaaaaaaaa2, revision 1, recorded at ")
                .contains("or was restored from a backup");
        assertThat(folder.resolve("b.csv")).doesNotExist();
    }

    /** {@code --force} is no leave to destroy a ledger, a device or the target of a link. */
    @Test
    void neverReplacesALedgerALinkOrTheStateFile() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        Path ledger = folder.resolve("ledger.db");
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), ledger);
        Path state = folder.resolve("state");

        assertThat(export(ledger, "--format", "csv", "--force").err())
                .endsWith(ledger + " is a database, perhaps a ledger, and is not replaced\n");
        assertThat(export(link, "--force").err())
                .endsWith(
                        link
                                + " is no regular file and is not replaced; name -, and redirect it"
                                + " there\n");
        assertThat(export(state, "--format", "csv", "--since-last", state.toString()).err())
                .endsWith(state + " is the file of --since-last; name another file\n");
        assertThat(shell.run("verify").exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void theLedgerIsReadAsOfAMoment() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        Path file = folder.resolve("rows.csv");

        export(file, "--as-of", "2001-01-01");

        assertThat(rows(file)).isEmpty();
    }

    @Test
    void onlyTheOwnerCanReadTheFile() throws IOException {
        Path file = folder.resolve("rows.csv");
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");

        export(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void refusesAFileThatExists() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        Path file = Files.writeString(folder.resolve("rows.csv"), "kept");

        Shell.Result result = export(file);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .isEqualTo(
                        "genledger: "
                                + file
                                + " exists and is not overwritten; name a new file, or add"
                                + " --force\n");
        assertThat(file).hasContent("kept");
        assertThat(export(file, "--force").exitCode()).isEqualTo(ExitCode.OK);
        assertThat(rows(file)).hasSize(1);
    }

    @Test
    void refusesATargetThatIsNoFile() throws IOException {
        shell.run("track", "gen-aaaaaaaaaaaaaaaaaaa1");
        String taken = folder + " is a folder; name a new file\n";

        assertThat(export(folder, "--format", "csv").err()).endsWith(taken);
        assertThat(export(folder, "--format", "csv", "--force").err()).endsWith(taken);
        assertThat(shell.run("export", "--format", "csv", "").err())
                .startsWith("genledger: no file: name a new one, or - for standard output");
        assertThat(shell.run("export", "--format", "csv", "--force", "-").err())
                .startsWith("genledger: --force cannot be combined with -, which replaces no file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rows.parquet.gz", "rows.parquet.zst", "rows.xlsx.gz", "rows.XLSX.ZST"})
    void refusesToCompressWhatIsCompressedInItself(String name) throws IOException {
        shell.run("track", "gen-aaaaaaaaaaaaaaaaaaa1");
        Path file = folder.resolve(name);
        String format = name.toLowerCase(Locale.ROOT).split("\\.", -1)[1];

        Shell.Result result = export(file);

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err())
                .startsWith(
                        "genledger: %s: a file of --format %s is compressed in itself"
                                .formatted(file, format))
                .endsWith(
                        "name it "
                                + file.resolveSibling(name.substring(0, name.lastIndexOf('.')))
                                + "\n");
        assertThat(file).doesNotExist();
        assertThat(export(folder.resolve("rows.gz"), "--format", format).err())
                .endsWith("name it " + folder.resolve("rows") + "\n");
    }

    @Test
    void aFileKeepsTheModeOfTheOneItReplaces() throws IOException {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        Path file = Files.writeString(folder.resolve("rows.csv"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        export(file, "--force");

        assertThat(rows(file)).hasSize(1);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-r--r--");
    }

    @Test
    void theNextExportHasOnlyWhatCameSince() throws IOException {
        Path state = folder.resolve("nightly");
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":1}")
                .run("import", "-");
        export(folder.resolve("1.csv"), "--since-last", state.toString());
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.75}{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa3\",\"upstream_id\":null,\"usage\":2}")
                .run("import", "-");
        Shell.Result second = export(folder.resolve("2.csv"), "--since-last", state.toString());

        assertThat(second.out()).startsWith("2 generations written to");
        assertThat(rows(folder.resolve("2.csv")))
                .extracting(row ->
                        row.getField("id") + row.getField("spend") + row.getField("revision"))
                .containsExactlyInAnyOrder(
                        "gen-aaaaaaaaaaaaaaaaaaa10.752", "gen-aaaaaaaaaaaaaaaaaaa321");
        assertThat(
                        export(
                                        folder.resolve("3.csv"),
                                        "--since-last",
                                        state.toString(),
                                        "--user",
                                        "me")
                                .err())
                .contains("--since-last: ", "continues an export of csv");
    }

    /** It counts to the present, which is another one each night. */
    @ParameterizedTest
    @ValueSource(strings = {"24h", "7d", "yesterday", "this-month"})
    void aRelativePeriodCanBeContinued(String period) throws IOException {
        String state = folder.resolve("nightly").toString();
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        export(folder.resolve("1.csv"), "--since-last", state, "--last", period);
        Shell nextNight = shell.at(Shell.NOW.plus(Duration.ofDays(1)));

        Shell.Result second =
                nextNight.run(
                        "export",
                        folder.resolve("2.csv").toString(),
                        "--since-last",
                        state,
                        "--last",
                        period);

        assertThat(second.err()).isEmpty();
        assertThat(second.exitCode()).isEqualTo(ExitCode.OK);
    }

    @Test
    void saysInWordsWhatAnExportOfSomethingElseContained() {
        String state = folder.resolve("nightly").toString();
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        export(
                folder.resolve("1.csv"),
                "--since-last",
                state,
                "--last",
                "7d",
                "-z",
                "Europe/Berlin",
                "--model",
                "a/*",
                "--model",
                "!a/b");

        String refusal =
                export(folder.resolve("2.csv"), "--since-last", state, "--since", "2025-08").err();

        assertThat(refusal)
                .startsWith("genledger: --since-last: " + state + " continues an export of csv of")
                .contains(
                        " generations created in 7d (Europe/Berlin), model 'a/*' or '!a/b' in the"
                                + " ledger created at 20",
                        "; this one is of csv of generations created since 2025-08 (",
                        ": name another file")
                .doesNotContain("Optional", "[", "=");
    }

    @Test
    void anotherLedgerOfTheSameNameCannotContinue() throws IOException {
        String state = folder.resolve("nightly").toString();
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");
        export(folder.resolve("1.csv"), "--since-last", state);
        Path moved = Files.move(folder.resolve("ledger.db"), folder.resolve("moved.db"));
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");

        Shell.Result ofAnother = export(folder.resolve("2.csv"), "--since-last", state);
        Shell.Result ofTheMoved =
                new Shell(moved)
                        .run("export", folder.resolve("3.csv").toString(), "--since-last", state);

        assertThat(ofAnother.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(ofAnother.err()).contains("continues an export of csv of generations in the");
        assertThat(folder.resolve("2.csv")).doesNotExist();
        assertThat(ofTheMoved.out()).startsWith("0 generations written");
    }

    @Test
    void namesWhatIsMissingOrContradicts() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5}")
                .run("import", "-");

        assertThat(shell.run("export").err()).contains("no file: name a new one");
        assertThat(shell.run("export", "-").err())
                .contains("- does not say the format: name it with --format ndjson, csv");
        assertThat(shell.run("export", "-o", "a.csv", "b.csv").err()).contains("named twice");
        assertThat(shell.run("export", "--truncate", "a.csv").err())
                .contains("--truncate needs --format activity-csv");
        assertThat(shell.run("export", "--since-last", "s", "--format", "csv", "-").err())
                .contains("--since-last needs a file");
        assertThat(shell.run("export", folder.resolve("no/such/folder.csv").toString()).err())
                .contains("no such file or folder");
    }

    @Test
    void saysWhatWasErasedOrPruned() {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":0.5,\"created_at\":\"2025-03-01T10:00:00Z\"}"
                            + "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa2\",\"upstream_id\":null,\"usage\":1,\"external_user\":\"me\",\"created_at\":\"2025-04-01T10:00:00Z\"}")
                .run("import", "-");
        shell.run("erase", "--user", "me");
        assertThat(export(folder.resolve("a.ndjson")).out())
                .contains("1 generation written", "1 generation left out: the document was erased");
    }

    private static List<NamedCsvRecord> rows(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
            return new ArrayList<>(csv.stream().toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "activity-csv", "focus"})
    void aTerminalGetsNoControlCharacterOfAName(String format) {
        shell.typing(
                        "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa1\",\"upstream_id\":null,\"usage\":1,"
                            + "\"created_at\":\"2026-01-02T00:00:00Z\",\"model\":\"a/\\u001b]0;b\"}")
                .run("import", "-");

        assertThat(shell.run("export", "-", "--format", format).out()).contains("\u001b]0;b");
        assertThat(shell.onTerminal(80).run("export", "-", "--format", format).out())
                .contains("a/\\u001b]0;b")
                .doesNotContain("\u001b");
    }
}
