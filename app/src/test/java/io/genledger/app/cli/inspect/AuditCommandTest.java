package io.genledger.app.cli.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AuditCommandTest {

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void keepSomethingOdd() {
        shell = new Shell(folder.resolve("ledger.db"));
        shell.typing(
                        """
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa1","upstream_id":null,"usage":1,"total_cost":1,"created_at":"2025-08-01T00:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":-0.25,"created_at":"2025-08-02T00:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa3","upstream_id":null,"usage":-0.5,"created_at":"2025-08-03T00:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa4","upstream_id":null,"usage":0.01,"model":"a/b:free","created_at":"2025-08-04T00:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaa5","is_byok":true,"usage":0.6,"upstream_inference_cost":10,"created_at":"2025-08-05T00:00:00Z"}
                        """)
                .run("import", "-");
    }

    @Test
    void onATerminalItShowsItsProgress() {
        assertThat(shell.run("audit").err()).isEmpty();
        assertThat(shell.watched().run("audit").err())
                .startsWith("\r\u001b[Kauditing: findings; 0 s")
                .endsWith("\r\u001b[K");
    }

    @Test
    void groupsByCodeTheGravestFirst() {
        assertThat(
                        shell.run(
                                        "audit",
                                        "--since=2025-08",
                                        "--until=2025-08",
                                        "--byok-allowance=0req")
                                .out())
                .isEqualTo(
                        """
                        5 generations: 1 error, 3 warnings, 0 notes

                        Judged
                          period        from 2025-08-01T00:00:00Z to before 2025-09-01T00:00:00Z
                          fee for BYOK  5%

                        error: free-variant-charged
                          what          a free variant of the model was charged, and the record names no search or fetch
                                        that explains it
                          found in      1 of 5 generations
                          created       2025-08-04T00:00:00Z
                          at stake      $0.01
                          namely        gen-aaaaaaaaaaaaaaaaaaa4

                        warning: negative-usage
                          what          a charge is negative: a refund, or an error
                          found in      2 of 5 generations
                          created       2025-08-02T00:00:00Z to 2025-08-03T00:00:00Z
                          at stake      $0.75
                          namely        gen-aaaaaaaaaaaaaaaaaaa2, gen-aaaaaaaaaaaaaaaaaaa3

                        warning: byok-fee-above-plan
                          what          OpenRouter's fee for a BYOK call exceeds the plan's percentage of the upstream cost
                          found in      1 of 5 generations
                          created       2025-08-05T00:00:00Z
                          at stake      $0.10
                          namely        gen-aaaaaaaaaaaaaaaaaaa5
                        """);
    }

    @ParameterizedTest
    @CsvSource({
        ", , 1",
        "2025-08-01, 2025-08-03, 0",
        "2025-08-04, 2025-08-04, 1",
        "2025-08-05, , 0"
    })
    void failsWhenAnErrorStandsInThePeriod(
            @Nullable String since, @Nullable String until, int exitCode) {
        assertThat(audit(since, until, "error").exitCode()).isEqualTo(exitCode);
    }

    @ParameterizedTest
    @CsvSource({"info, 0", "warning, 0", "error, 0"})
    void aCleanPeriodFailsNobody(String severity, int exitCode) {
        Shell.Result clean = audit("2025-08-01", "2025-08-01", severity);

        assertThat(clean.exitCode()).isEqualTo(exitCode);
        assertThat(clean.out()).startsWith("1 generation: nothing found\n");
    }

    @Test
    void failsFromTheSeverityThatIsAskedFor() {
        assertThat(audit("2025-08-02", "2025-08-02", "warning").exitCode()).isEqualTo(1);
        assertThat(audit("2025-08-02", "2025-08-02", "INFO").exitCode()).isEqualTo(1);
        assertThat(audit("2025-08-02", "2025-08-02", "error").exitCode()).isZero();
    }

    /** An audit over years judges by the plan of each day. */
    @Test
    void saysByWhichPlansItJudges() {
        assertThat(shell.run("audit").out().replaceAll("\\s+", " "))
                .contains(
                        "fee for BYOK until 2025-09-30: 5%; since 2025-10-01 until 2026-08-09: 5%"
                                + " above 1,000,000 requests a month; since 2026-08-10: 5% above"
                                + " $25,000.00 at list price a month");
    }

    @Test
    void printsTheSameForMachines() {
        JsonNode json = shell.run("audit", "--json").json();

        assertThat(json.at("/plans/0/until").asString()).isEqualTo("2025-10-01T00:00:00.000Z");
        assertThat(json.at("/plans/1/byokAllowance").asString()).isEqualTo("1000000req");
        assertThat(json.at("/plans/2/byokAllowance").asString()).isEqualTo("25000USD");

        assertThat(json.path("generations").asInt()).isEqualTo(5);
        assertThat(json.at("/findings/1/code").asString()).isEqualTo("negative-usage");
        assertThat(json.at("/findings/1/severity").asString()).isEqualTo("warning");
        assertThat(json.at("/findings/1/count").asInt()).isEqualTo(2);
        assertThat(json.at("/findings/1/atStake").asString()).isEqualTo("0.75");
        assertThat(json.at("/findings/1/examples/0").asString())
                .isEqualTo("gen-aaaaaaaaaaaaaaaaaaa2");
    }

    @Test
    void countsTheLastDaysOfThePeriodOneByOne() {
        JsonNode json =
                shell.run("audit", "--json", "--since=2025-08-01", "--until=2025-08-30").json();

        JsonNode negative = json.at("/findings/1");
        assertThat(negative.path("first").asString()).isEqualTo("2025-08-02T00:00:00.000Z");
        assertThat(negative.path("last").asString()).isEqualTo("2025-08-03T00:00:00.000Z");
        assertThat(negative.path("days").toString())
                .isEqualTo("[{\"day\":\"2025-08-03\",\"count\":1}]");
    }

    @Test
    void saysWhereNobodyCanTellWhatIsAtStake() {
        shell.typing("{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa6\",\"is_byok\":true,\"usage\":0}")
                .run("import", "-");

        assertThat(shell.run("audit").out().replaceAll(" +", " "))
                .contains("spend-unknown", "at stake not known");
    }

    @Test
    void thePlanDecidesWhatFeeIsTooHigh() {
        assertThat(shell.run("audit", "--byok-fee", "6").out())
                .doesNotContain("byok-fee-above-plan");
    }

    @Test
    void anUnknownSeverityIsRefused() {
        Shell.Result refused = shell.run("audit", "--fail-on", "bad");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err()).contains("'bad'", "expected info, warning, error");
    }

    /** A gate that was pointed at nothing must not open. */
    @Test
    void aLedgerThatIsNotThereIsNotClean() {
        Shell.Result missing = new Shell(folder.resolve("typo.db")).run("audit");

        assertThat(missing.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(missing.err()).contains("no ledger at ", "typo.db");
        assertThat(folder.resolve("typo.db")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"2025-08-02, 2025-08-01", "2025-08-03, 2025-08-01"})
    void aPeriodThatEndsBeforeItBeginsIsRefused(String since, String until) {
        Shell.Result refused = audit(since, until, "error");

        assertThat(refused.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(refused.err())
                .contains(
                        "--until "
                                + until
                                + " lies before --since "
                                + since
                                + ": expected a period");
    }

    @Test
    void saysThatNothingWasLookedAt() {
        assertThat(audit("2024-01-01", "2024-01-02", "error").out())
                .startsWith("No generation in that period\n");
    }

    private Shell.Result audit(@Nullable String since, @Nullable String until, String severity) {
        List<String> arguments = new ArrayList<>(List.of("audit", "--fail-on=" + severity));
        Optional.ofNullable(since).map("--since="::concat).ifPresent(arguments::add);
        Optional.ofNullable(until).map("--until="::concat).ifPresent(arguments::add);
        return shell.run(arguments.toArray(String[]::new));
    }
}
