package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The overview as one file. */
class HtmlReportTest {

    private static final Path MODULES = Path.of("src/main/resources/io/genledger/app/page");

    private static final String FIGURES =
            "requests,spend,tokens,cache-saving,cache-hit-rate,price-per-million,tokens-per-second,"
                    + "provisional,unknown,unknown-cache-saving";

    private static final Pattern BLOCK =
            Pattern.compile("(?s)<(script|style)([^>]*)>(.*?)</(?:script|style)>");
    private static final Pattern ASKED =
            Pattern.compile("data-path=\"(.*?)\" data-asked=\"(.*?)\"");

    private static final List<String> HOSTILE =
            List.of(
                    "</script><script>alert(1)</script>",
                    "<!--<script>",
                    "{scripts}{answers}$0\\1",
                    "line\u2028separator\u202etxt",
                    "אבג/מודל-42",
                    "x".repeat(10_000),
                    "\" onload=\"alert(1)",
                    "a/plain");

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));
    private Path file = Path.of("not set yet");

    @BeforeEach
    void fillALedger() {
        shell = new Shell(folder.resolve("team.db"));
        file = folder.resolve("overview.html");
        List<String> documents = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            documents.add(
                    """
                    {"id":"gen-aaaaaaaaaaaaaaaaaa%02d","upstream_id":null,"usage":%s,"model":"m/%d","latency":%d,
                     "native_tokens_prompt":%d,"native_tokens_completion":7,"created_at":"2026-11-%02dT%02d:30:00Z"}\
                    """
                            .formatted(
                                    i, "0.0" + (1234567 + i), i % 9, 100 + i, i, 10 + i / 4, i % 24)
                            .replace("\n", ""));
        }
        documents.add(
                "{\"id\":\"gen-aaaaaaaaaaaaaaaaaa99\",\"usage\":0,\"is_byok\":true,\"upstream_inference_cost\":null,\"created_at\":\"2026-10-30T23:30:00Z\"}");
        shell.typing(String.join("\n", documents)).run("import", "-");
        shell.run("config", "timezone", "UTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "Asia/Kolkata", "America/Los_Angeles"})
    void holdsTheFiguresOfTheReportToTheDigit(String zone) throws IOException {
        List<String> question =
                List.of("--timezone", zone, "--since", "2026-11-11", "--model", "!m/3");

        write(question, "--by", "day,model");

        for (String by : List.of("model", "day")) {
            JsonNode report = report(question, "--by", by, "--columns", FIGURES);
            JsonNode held = figures("by=" + by);
            assertThat(held.path("rows")).isEqualTo(report.path("rows")).isNotEmpty();
            assertThat(held.path("totals")).isEqualTo(report.path("totals"));
            assertThat(held.path("missing")).isEqualTo(report.path("missing"));
            for (JsonNode row : report.path("rows")) {
                assertThat(withoutScripts())
                        .containsPattern(">" + Pattern.quote(row.path("spend").asString()) + "0*<");
            }
        }
        assertThat(withoutScripts())
                .contains(
                        report(question, "--by", "model").at("/totals/spend").asString(),
                        "2026-11-11 00:00",
                        zone,
                        "Ledger team.db",
                        "Filter: model !m/3");
        assertThat(answer("report", "by=day,model&columns=spend").path("rows")).isNotEmpty();
        assertThat(
                        answer("report", "by=model&columns=spend,latency-p50,latency-p95&top=1")
                                .at("/totals/requests")
                                .isMissingNode())
                .isTrue();
    }

    @Test
    void hasEveryRowAndDrawsTheLargest() throws IOException {
        write(List.of("--last", "2026-11"));

        assertThat(figures("by=model&top=7").path("rows")).hasSize(8);
        assertThat(figures("by=model").path("rows")).hasSize(9);
        assertThat(withoutScripts())
                .contains("m/0", "m/1", "m/2", "m/3", "m/4", "m/5", "m/6", "m/7", "m/8");
    }

    @Test
    void sumsUpWhatTopLeavesOut() throws IOException {
        write(List.of("--last", "2026-11", "--top", "8"));

        assertThat(figures("by=model").path("rows")).hasSize(9);
        assertThat(withoutScripts()).contains(">Others<", "Showing 8 of 9 rows.");
        write(List.of("--last", "2026-11", "--top", "2"), "--force");
        assertThat(figures("by=model").path("rows")).hasSize(3);
    }

    @Test
    void beginsWithTheFirstDayIfNoPeriodIsNamed() throws IOException {
        write(List.of("--timezone", "Asia/Tokyo"));

        assertThat(saved().at("/state/from").asString()).isEqualTo("2026-10-30T15:00:00Z");
        assertThat(saved().at("/state/per").asString()).isEqualTo("day");
        assertThat(figures("by=model").path("totals")).isEqualTo(figures("by=day").path("totals"));
        assertThat(figures("by=day").at("/totals/requests").asInt()).isEqualTo(41);
        assertThat(withoutScripts()).contains("The spend of 1 of these generations is unknown");
    }

    @Test
    void comparesWithTheRangeBefore() throws IOException {
        write(List.of("--since", "2026-11-16", "--until", "2026-11-19", "--compare", "previous"));

        assertThat(saved().at("/state/against").asString()).isEqualTo("previous");
        assertThat(saved().at("/state/from").asString()).isEqualTo("2026-11-16");
        assertThat(saved().at("/state/to").asString()).isEqualTo("2026-11-19");
        JsonNode before = figures("by=day&since=2026-11-12T00:00:00.000Z");
        assertThat(before.path("totals").path("spend"))
                .isEqualTo(
                        report(List.of("--since", "2026-11-12", "--until", "2026-11-15"))
                                .at("/totals/spend"));
        assertThat(answer("findings", "since=2026-11-12T00:00:00.000Z").has("findings")).isTrue();
        String columns = "requests,spend,spend-before,change";
        assertThat(answer("report", "by=model&columns=" + columns).path("rows"))
                .isEqualTo(
                        report(
                                        List.of("--since", "2026-11-16", "--until", "2026-11-19"),
                                        "--compare",
                                        "previous",
                                        "--columns",
                                        columns)
                                .path("rows"))
                .isNotEmpty();
        assertThat(answer("report", "by=model&columns=requests&trust=unknown").path("rows"))
                .isEmpty();
    }

    @Test
    void readsTheLedgerAsOfAnEarlierTime() throws IOException {
        // Later than any run of the test, which records by the system's clock.
        shell.at(Instant.parse("2098-12-03T09:00:00Z"));
        write(List.of("--as-of", "2026-11-01", "--last", "2026-11"));

        assertThat(saved().at("/asOf").asString()).startsWith("2026-11-01T23:59:59.999");
        assertThat(figures("by=day").at("/totals/requests").asInt()).isZero();
        String none =
                "At 2026-11-01T23:59:59.999999Z the ledger knew no generation of this report.";
        assertThat(withoutScripts()).contains(none).doesNotContain("genledger track");
        assertThat(shell.run("report", "--as-of", "2026-11-01").out()).contains(none);
        write(List.of("--as-of", "2098-11-30", "--last", "2026-11"), "--force");
        assertThat(figures("by=day").at("/totals/requests").asInt()).isEqualTo(40);
        assertThat(answer("findings", "").isNull()).isTrue();
        assertThat(saved().at("/ledger/pending/oldest").isNull()).isTrue();
        assertThat(withoutScripts())
                .contains("As of 2098-11-30T23:59:59.999999Z, made 2098-12-03T");
    }

    @Test
    void aMomentToComeIsThePresent() throws IOException {
        write(List.of("--as-of", "2026-11-30", "--last", "2026-11"));

        assertThat(saved().at("/asOf").isNull()).isTrue();
        assertThat(figures("by=day").at("/totals/requests").asInt()).isEqualTo(40);
        assertThat(answer("findings", "").has("findings")).isTrue();
        assertThat(withoutScripts()).contains("As of 2026-11-23T").doesNotContain("2026-11-30T");
    }

    @Test
    void noNameLeavesItsPlace() throws IOException {
        List<String> documents = new ArrayList<>();
        for (String name : HOSTILE) {
            documents.add(
                    "{\"id\":\"gen-bbbbbbbbbbbbbbbbbbb%d\",\"usage\":1,\"app_name\":\"hostile\",\"model\":%s,\"created_at\":\"2026-11-20T12:00:00Z\"}"
                            .formatted(
                                    documents.size(), new JsonMapper().writeValueAsString(name)));
        }
        shell.typing(String.join("\n", documents)).run("import", "-");

        write(List.of("--last", "7d", "--model", HOSTILE.get(0), "--model", "*"));

        String all = Files.readString(file);
        List<String> names = new ArrayList<>();
        figures("by=model").path("rows").forEach(row -> names.add(row.path("model").asString()));
        assertThat(names)
                .containsAll(HOSTILE.subList(0, 5))
                .anyMatch(name -> name.startsWith("xxx"));
        assertThat(blocks().stream().filter(block -> block.group(2).contains("json")))
                .allMatch(block -> !block.group(3).contains("<"));
        assertThat(withoutScripts()).doesNotContain("<!--", "\u2028", "\u202e", "<script>");
        assertThat(withoutScripts())
                .contains(
                        "&lt;/script&gt;",
                        "{scripts}{answers}$0\\1",
                        " characters\">xxx",
                        "line\\u2028separator\\u202etxt")
                .doesNotContain("x".repeat(300), "onload=\"");
        assertThat(Pattern.compile("<script").matcher(all).results().count())
                .isEqualTo(Pattern.compile("</script>").matcher(all).results().count());
    }

    @Test
    void onlyItsOwnScriptAndStyleRunAndNothingIsAskedOfANetwork() throws Exception {
        write(List.of());

        String all = Files.readString(file);
        String policy = first("http-equiv=\"Content-Security-Policy\" content=\"(.*?)\"", all);
        List<String> hashes = new ArrayList<>();
        for (MatchResult block : blocks()) {
            if (!block.group(2).contains("json")) {
                hashes.add("'sha256-" + sha256(block.group(3)) + "'");
            }
        }
        assertThat(policy.split("[; ]+")).containsAll(hashes);
        assertThat(Pattern.compile("sha256-").matcher(policy).results().count())
                .isEqualTo(hashes.size());
        assertThat(policy)
                .startsWith("default-src 'none'; script-src 'sha256-")
                .contains(
                        "base-uri 'none'",
                        "form-action 'none'",
                        "require-trusted-types-for 'script'",
                        "trusted-types lit-html")
                .doesNotContain("http", "unsafe", "self", "connect-src", "*");
        assertThat(all.indexOf("Content-Security-Policy")).isLessThan(all.indexOf("<style>"));
        assertThat(withoutScripts())
                .doesNotContain(
                        " src=",
                        " href=",
                        "<link",
                        "<iframe",
                        "<object",
                        "<form",
                        "http://",
                        "https://");
        assertThat(blocks().stream().filter(block -> block.group(1).equals("style")))
                .allMatch(block ->
                        !block.group(3).contains("@import") && !block.group(3).contains("url("));
    }

    @Test
    void namesTheLedgerWithoutItsPlace() throws IOException {
        write(List.of());

        assertThat(Files.readString(file)).contains("team.db").doesNotContain(folder.toString());
    }

    @Test
    void anExistingFileIsReplacedOnlyIfThatIsAsked() throws IOException {
        Files.writeString(file, "mine");

        Shell.Result refused = shell.run("report", "--html", file.toString());

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains("exists and is not overwritten; name a new file, or add --force");
        assertThat(file).hasContent("mine");
        assertThat(shell.run("report", "--html", file.toString(), "--force").exitCode()).isZero();
        assertThat(Files.readString(file)).startsWith("<!doctype html>");
        assertThat(namesIn(folder)).noneMatch(name -> name.endsWith(".partial"));
    }

    @Test
    void aFailureLeavesNoFile() throws IOException {
        Shell.Result failed = shell.run("report", "--html", file.toString(), "--by", "hour");

        assertThat(failed.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(failed.err())
                .contains("--html draws at most 400 bars: name --by day, or a shorter period");
        assertThat(namesIn(folder)).noneMatch(name -> name.contains("overview"));
        assertThat(
                        shell.run("report", "--html", folder.resolve("none/x.html").toString())
                                .exitCode())
                .isEqualTo(ExitCode.UNAVAILABLE);
    }

    @Test
    void standardOutputGetsTheSameFile() throws IOException {
        write(List.of("--last", "7d"));

        Shell.Result printed = shell.run("report", "--last", "7d", "--html", "-");

        assertThat(printed.exitCode()).isZero();
        assertThat(printed.out()).isEqualTo(Files.readString(file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--by model,provider|--html shows one dimension over time, and not model, provider;"
                        + " name one of model, author,",
                "--by day,hour|at most one of hour, day, week, month for the bars",
                "--by week --start-of-week sunday|--html draws weeks from Monday",
                "--json|--html and --json cannot be combined",
                "--csv|--html and --csv cannot be combined",
                "--columns spend|--html and --columns cannot be combined",
                "--breakdown|--html and --breakdown cannot be combined",
                "--order requests|--html and --order cannot be combined"
            })
    void whatTheOverviewCannotShowIsRefused(String options, String message) {
        Shell.Result refused =
                shell.run(
                        Stream.concat(
                                        Stream.of("report", "--html", file.toString()),
                                        Stream.of(options.split(" ")))
                                .toArray(String[]::new));

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err().replaceAll("\\s+", " ")).contains(message);
        assertThat(file).doesNotExist();
    }

    @Test
    void anEmptyNameIsRefusedAsByExport() {
        Shell.Result refused = shell.run("report", "--html", "");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .isEqualTo(shell.run("export", "--output", "").err())
                .startsWith("genledger: no file: name a new one, or - for standard output");
    }

    @Test
    void theReadmeShowsWhatIsPrinted() throws IOException {
        String readme = Files.readString(Path.of("README.md"));
        String shown =
                first("(?s)<!-- html: begin, run by a test -->\n\n```console\n(.*?)```", readme);
        String command = first("\\$ genledger (.*)", shown);

        String printed =
                shell.run(command.replace("overview.html", file.toString()).split(" "))
                        .out()
                        .replace(file.toString(), "overview.html");

        assertThat("$ genledger " + command + "\n" + printed).isEqualTo(shown);
    }

    @Test
    void forceAloneMeansNothing() {
        assertThat(shell.run("report", "--force").err()).contains("--force needs --html");
    }

    @ParameterizedTest
    @CsvSource({
        "daily,day,model",
        "weekly,week,model",
        "monthly,month,model",
        "session,day,session"
    })
    void everyReportHasItsFile(String command, String per, String by) throws IOException {
        assertThat(shell.run(command, "--last", "28d", "--html", file.toString()).exitCode())
                .isZero();

        assertThat(saved().at("/state/per").asString()).isEqualTo(per);
        assertThat(saved().at("/state/by").asString()).isEqualTo(by);
    }

    @Test
    void anEmptyLedgerSaysWhatToDoNext() throws IOException {
        Shell empty = new Shell(folder.resolve("empty.db"));
        empty.typing("").run("import", "-");

        assertThat(empty.run("report", "--html", file.toString()).exitCode()).isZero();

        assertThat(answer("generations", "").path("rows")).isEmpty();
        assertThat(withoutScripts()).contains("genledger track", "genledger import");
    }

    @Test
    void asksWhatTheModulesAsk() throws IOException {
        String data = Files.readString(MODULES.resolve("overview-data.js"));
        String slow = Files.readString(MODULES.resolve("overview-slow.js"));

        write(List.of("--last", "28d"));

        assertThat(
                        answer(
                                        "report",
                                        "by=model&top="
                                                + first("TOP = (\\d+)", slow)
                                                + "&columns="
                                                + first("FIGURES = '(.*?)'", data))
                                .path("rows"))
                .isNotEmpty();
        assertThat(first("MOST_READ = ([\\d_]+)", slow)).isEqualTo("300_000");
        assertThat(slow)
                .contains(
                        "columns: 'spend,latency-p50,latency-p95'",
                        "columns: 'latency-p50,latency-p95'",
                        "by: 'trust', columns: 'spend'",
                        "columns: 'requests,spend,spend-before,change'",
                        "by, columns: 'requests'",
                        "dim: 'trust', op: 'is', value: 'unknown'");
    }

    private void write(List<String> question, String... more) {
        Shell.Result written =
                shell.run(
                        Stream.of(
                                        Stream.of("report", "--html", file.toString()),
                                        question.stream(),
                                        Stream.of(more))
                                .flatMap(one -> one)
                                .toArray(String[]::new));
        assertThat(written.exitCode()).as(written.err()).isZero();
        if (written.exitCode() == 0) {
            assertThat(written.out())
                    .matches(Pattern.quote(file.toString()) + ": [\\d,]+ generations\\R");
        }
    }

    private JsonNode report(List<String> question, String... more) {
        return shell.run(
                        Stream.of(Stream.of("report", "--json"), question.stream(), Stream.of(more))
                                .flatMap(one -> one)
                                .toArray(String[]::new))
                .json();
    }

    private List<MatchResult> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(file)).results().toList();
    }

    private String withoutScripts() throws IOException {
        return BLOCK.matcher(Files.readString(file)).replaceAll("");
    }

    private JsonNode saved() throws IOException {
        return json(
                blocks().stream()
                        .filter(block -> block.group(2).contains("id=\"saved\""))
                        .findFirst()
                        .orElseThrow()
                        .group(3));
    }

    private JsonNode figures(String question) throws IOException {
        return answer("report", question + "&columns=" + FIGURES);
    }

    /** The first answer whose parameters are all among these, as the page finds it. */
    private JsonNode answer(String path, String question) throws IOException {
        List<String> asked = List.of(question.split("&"));
        for (MatchResult block : blocks()) {
            Matcher attributes = ASKED.matcher(block.group(2));
            if (attributes.find()
                    && attributes.group(1).equals(path)
                    && Stream.of(attributes.group(2).split("&amp;"))
                            .map(one -> URLDecoder.decode(one, StandardCharsets.UTF_8))
                            .filter(one -> !one.isEmpty())
                            .allMatch(asked::contains)) {
                return json(block.group(3));
            }
        }
        throw new AssertionError("no answer to " + path + "?" + question);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).toList();
        }
    }

    private static String first(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError(pattern))
                .group(1);
    }

    private static String sha256(String text) throws Exception {
        return Base64.getEncoder()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
