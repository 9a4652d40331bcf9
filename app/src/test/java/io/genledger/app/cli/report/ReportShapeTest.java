package io.genledger.app.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class ReportShapeTest {

    private static final Instant NOW = Instant.parse("2025-03-15T12:00:00Z");

    private static final String DOCUMENTS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","usage":5,"model":"a/x","created_at":"2025-03-01T22:30:00Z","session_id":"s1",
             "latency":100,"generation_time":1000,"native_tokens_prompt":100,
             "native_tokens_completion":50,"native_tokens_cached":25,"app_id":7}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","usage":3,"model":"b/y","created_at":"2025-03-02T10:00:00Z","session_id":"s1",
             "latency":300,"generation_time":3000,"native_tokens_completion":150,"app_id":8}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","upstream_id":null,"usage":1,"model":"c/z","created_at":"2025-03-02T11:00:00Z","session_id":"s2"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa4","upstream_id":null,"usage":7,"model":"a/x","created_at":"2025-02-01T10:00:00Z","session_id":"s0"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa5","upstream_id":null,"usage":2,"model":"old/o","created_at":"2025-02-20T10:00:00Z"}
            """;

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void fillALedger() {
        shell = new Shell(folder.resolve("ledger.db")).at(NOW);
        shell.typing(DOCUMENTS).run("import", "-");
        shell.run("config", "timezone", "UTC");
    }

    private List<String> csv(String arguments) {
        String[] words = ("report --csv " + arguments).split(" ");
        Shell.Result result = shell.run(words);
        assertThat(result.err()).doesNotContain("genledger:");
        return result.out().lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--columns spend,requests                    |"
                        + " model,spend,requests;a/x,12,2;b/y,3,1;old/o,2,1;c/z,1,1",
                "--columns spend --model a/*                 | model,spend;a/x,12",
                "--columns spend --model !a/* --model !b/*   | model,spend;old/o,2;c/z,1",
                "--columns spend --last 2025-03              | model,spend;a/x,5;b/y,3;c/z,1",
                "--columns spend --last 15d                  | model,spend;a/x,5;b/y,3;c/z,1",
                "--columns spend -s 20250302 -u 2025-03-02   | model,spend;b/y,3;c/z,1",
                "--columns spend -o asc                      |"
                        + " model,spend;c/z,1;old/o,2;b/y,3;a/x,12",
                "--columns spend -o group:desc               |"
                        + " model,spend;old/o,2;c/z,1;b/y,3;a/x,12",
                "--columns spend -o requests:asc --limit 2   | model,spend;b/y,3;c/z,1",
                "--columns spend --top 1                     |"
                        + " kind,model,spend;group,a/x,12;other,,6",
                "--columns spend --total --limit 1           |"
                        + " kind,model,spend;group,a/x,12;other,,6;total,,18",
                "--columns spend --by month --top 1          |"
                        + " kind,month,spend;group,2025-02,9;other,,9",
                "--columns spend --by month -o desc          | month,spend;2025-03,9;2025-02,9",
                "--columns spend --by week -w sunday --last 2025-03 |"
                        + " week,spend;2025-02-23,5;2025-03-02,4",
                "--columns spend --by hour --last 2025-03 -z Asia/Kolkata --limit 1 |"
                        + " hour,spend;2025-03-02T04:00+05:30,5",
                "--columns spend --by month -b --last 2025-03 |"
                    + " kind,month,model,spend;subtotal,2025-03,,9;group,2025-03,a/x,5;group,2025-03,b/y,3;group,2025-03,c/z,1",
                "--columns spend -b --model b/*              |"
                        + " kind,model,provider,spend;subtotal,b/y,,3;group,b/y,,3",
                "--columns cache-hit-rate,price-per-million,tokens-per-second --last 2025-03"
                    + " --model a/x |"
                    + " model,cacheHitRate,pricePerMillion,tokensPerSecond;a/x,0.25,33333.333333,50",
                "--columns share --last 2025-03              |"
                        + " model,share;a/x,0.555556;b/y,0.333333;c/z,0.111111",
                "--columns latency-p50,latency-p95,duration-p95 --by session --last 2025-03 |"
                        + " session,latencyP50Ms,latencyP95Ms,durationP95Ms;s1,100,300,3000;s2,,,",
                "--columns spend,spend-before,change --by month --last 2025-03 --compare previous |"
                        + " kind,month,spend,spendBefore,change;group,2025-03,9,7,2",
                "--columns spend,spend-before,change --by model --since 2025-03 --until 2025-03"
                    + " --compare previous |"
                    + " kind,model,spend,spendBefore,change;group,a/x,5,7,-2;group,b/y,3,0,3;group,c/z,1,0,1",
                "--columns spend,change --by month --last 2025 --compare last-year |"
                        + " kind,month,spend,change;group,2025-02,9,9;group,2025-03,9,9",
            })
    void showsWhatIsAskedFor(String arguments, String lines) {
        assertThat(csv(arguments)).containsExactly(lines.split(";"));
    }

    /** Entries are recorded by the clock of the system. */
    @Test
    void readsTheLedgerAsOfATime() {
        String arguments = "--columns spend --model a/x --since 2025 --as-of ";

        assertThat(csv(arguments + "2999")).containsExactly("model,spend", "a/x,12");
        assertThat(csv(arguments + "2025-03-15T12:00:00Z")).containsExactly("model,spend");
        assertThat(csv(arguments + "yesterday")).containsExactly("model,spend");
        assertThat(
                        shell.run("report", "--json", "--as-of", "2025-03-14")
                                .json()
                                .path("asOf")
                                .asString())
                .isEqualTo("2025-03-14T23:59:59.999999Z");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--csv", "--json", "--color=never"})
    void saysThatTrackedGenerationsAreNotCollected(String form) {
        shell.run(
                "track",
                "gen-1741000000-7WlHzIQWGoPWoKYj3Arf",
                "gen-1741000001-7WlHzIQWGoPWoKYj3Arf");

        Shell.Result report = shell.run("report", form);

        assertThat(report.out() + report.err())
                .contains("2 tracked generations are not in these sums: 2 pending");
        assertThat(shell.run("report", "--json").json().at("/missing/pending").asInt())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--csv", "--json", "--color=never"})
    void saysWhenOnlyTheLastDaysAreReported(String form) {
        Shell.Result report = shell.run("session", form);

        assertThat(report.out() + report.err()).contains("Only the last 31 days are reported");
        JsonNode json = shell.run("session", "-j").json();
        assertThat(json.path("defaultRange").asBoolean()).isTrue();
        assertThat(json.path("since").asString()).isEqualTo("2025-02-13T00:00:00.000Z");
        assertThat(json.path("rows").valueStream().map(row -> row.path("session").asString("-")))
                .containsExactly("s1", "-", "s2");
        assertThat(shell.run("session", form, "--last", "2025").err())
                .doesNotContain("Only the last");
        Shell.Result earlier = shell.run("session", form, "--as-of", "2025-03-01");
        assertThat(earlier.out() + earlier.err())
                .contains("Only the 31 days until --as-of are reported");
    }

    @Test
    void namesZonePeriodFiltersAndOrder() {
        JsonNode json =
                shell.run(
                                "daily",
                                "-j",
                                "-z",
                                "Asia/Tokyo",
                                "--last",
                                "2025-03",
                                "--model",
                                "a/*",
                                "--model",
                                "!*:free",
                                "-o",
                                "desc")
                        .json();

        assertThat(json.path("timezone").asString()).isEqualTo("Asia/Tokyo");
        assertThat(json.path("since").asString()).isEqualTo("2025-02-28T15:00:00.000Z");
        assertThat(json.at("/filters/model/1").asString()).isEqualTo("!*:free");
        assertThat(json.path("order").asString()).isEqualTo("group:desc");
        assertThat(json.at("/rows/0/day").asString()).isEqualTo("2025-03-02");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "requests",
                "spend",
                "credits",
                "byok-upstream",
                "cache-saving",
                "tokens",
                "prompt-tokens",
                "completion-tokens",
                "reasoning-tokens",
                "cached-tokens",
                "group"
            })
    void theOrderInJsonIsOneThatTheOptionTakes(String order) {
        assertThat(
                        shell.run("report", "--json", "--order", order + ":desc")
                                .json()
                                .path("order")
                                .asString())
                .isEqualTo(order + ":desc");
        assertThat(shell.run("report", "--help").out()).containsPattern("[ ,]" + order + "[,\\s]");
    }

    @ParameterizedTest
    @CsvSource({
        "daily, day",
        "weekly, week",
        "monthly, month",
        "session, session",
        "report, model"
    })
    void aShortcutNamesItsDimensions(String command, String dimension) {
        assertThat(shell.run(command, "-j").json().path("dimensions").toString())
                .isEqualTo("[\"" + dimension + "\"]");
        assertThat(shell.run(command, "-j", "--by", "provider").json().path("dimensions").size())
                .isEqualTo(command.equals("report") ? 1 : 2);
    }

    @Test
    void headersKeepAbbreviations() {
        assertThat(shell.run("report", "--by", "byok,api-type", "--since", "2025").out())
                .startsWith("BYOK    API type  Requests");
    }

    @Test
    void aTableSumsUpTheRowsBeyondItsLimit() {
        List<String> lines =
                shell.run("report", "--limit", "2", "--columns", "requests,spend")
                        .out()
                        .lines()
                        .toList();

        assertThat(lines)
                .containsExactly(
                        "Model  Requests  Spend $",
                        "a/x           2    12.00",
                        "b/y           1     3.00",
                        "other         2     3.00",
                        "Total         5    18.00",
                        "Showing 2 of 4 rows.");
    }

    /** The rows add up to the total. */
    @Test
    void rowsBeyondTheLimitOfCsvAreSummedUpBeforeTheTotal() {
        assertThat(csv("--columns spend --limit 1 --total"))
                .containsExactly("kind,model,spend", "group,a/x,12", "other,,6", "total,,18");
        assertThat(csv("--columns spend --limit 1")).containsExactly("model,spend", "a/x,12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--byok yes                        | Invalid value for option '--byok'",
                "--trust recrod                    | 'recrod': expected record, provisional,"
                        + " unknown",
                "--columns spend,spend             | --columns names a column twice",
                "--compare previous                | --compare needs a period with a beginning",
                "--compare previous --last 7d -b   | --compare and --breakdown cannot be combined;"
                        + " --compare with --by model,day compares each row without subtotals",
                "--compare next --last 7d          | no comparison 'next': expected previous,"
                        + " last-year",
                "--columns change                  | --columns spend-before and change need"
                        + " --compare",
                "--csv --json                      | --csv and --json cannot be combined",
                "--total                           | --total needs --csv",
                "--top 0                           | no number of rows '0': expected 1 or more, or"
                        + " all",
                "--order colour                    | no order 'colour': expected asc, desc, or one"
                        + " of group, requests",
                "--as-of 7d                        | --as-of: 7d is a period that ends now; name a"
                        + " day, such as 7d-ago, or a time",
                "--as-of 24h                       | --as-of: 24h is a period that ends now",
                "--as-of 3M                        | --as-of: 3m is a period that ends now",
                "--order spend:up                  | no order 'spend:up'",
                "--columns colour                  | no column 'colour': expected requests, spend,"
                        + " credits",
                "--round dollars                   | no unit 'dollars': expected cents",
                "--csv=xls                         | no form of CSV 'xls': expected plain, excel",
                "--last 7d --since 2025            | --last cannot be combined with --since and"
                        + " --until",
                "--by model,model                  | --by names model twice",
            })
    void saysWhatWasExpectedInstead(String arguments, String sentence) {
        Shell.Result result = shell.run(("report " + arguments).strip().split(" "));

        assertThat(result.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(result.err()).contains(sentence);
        assertThat(result.out()).isEmpty();
    }
}
