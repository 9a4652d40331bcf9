package io.genledger.app.cli.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class StatusCommandTest {

    private static final Instant NOW = Instant.parse("2025-03-02T12:00:00Z");
    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";

    /** The day before, today, and today without a known spend. */
    private static final String RECORDS =
            """
            {"id":"gen-aaaaaaaaaaaaaaaaaaa1","upstream_id":null,"usage":0.5,"created_at":"2025-03-01T11:30:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa2","upstream_id":null,"usage":0.25,"created_at":"2025-03-01T12:30:00Z"}
            {"id":"gen-aaaaaaaaaaaaaaaaaaa3","upstream_id":null,"usage":1.125,"created_at":"2025-03-02T10:00:00Z"}
            """;

    private static final String UNKNOWN =
            "{\"id\":\"gen-aaaaaaaaaaaaaaaaaaa4\",\"created_at\":\"2025-03-02T11:00:00Z\",\"usage\":0,\"is_byok\":true}";

    @TempDir private Path folder;
    private Shell shell = new Shell(Path.of("not set yet"));

    @BeforeEach
    void recordThree() {
        shell = new Shell(folder.resolve("ledger.db")).at(NOW);
        shell.typing(RECORDS).run("import", "-");
        shell.run("config", "timezone", "UTC");
    }

    @Test
    void theStatuslineShowsTodaysSpendAndNoEmptyQueue() {
        Shell.Result result = shell.run("status", "--statusline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(result.out()).isEqualTo("$1.12 today\n");
    }

    @Test
    void theStatuslineSaysWhatIsUnknownAndPending() {
        shell.typing(UNKNOWN).run("import", "-");
        shell.run("track", ID);

        assertThat(shell.at(NOW.plus(Duration.ofMinutes(12))).run("status", "--statusline").out())
                .isEqualTo("≥$1.12 today, 1 pending (oldest 12 min)\n");
    }

    @Test
    void theStatuslineOfADayOfUnknownSpendIsNoZero() {
        Shell other = new Shell(folder.resolve("other.db")).at(NOW);
        other.typing(UNKNOWN).run("import", "-");

        assertThat(other.run("status", "--statusline").out()).isEqualTo("unknown spend today\n");
    }

    @Test
    void somethingPendingForLongerThanMaxAgeMakesTheExitCodeOne() {
        shell.run("track", ID);
        shell.at(NOW.plus(Duration.ofMinutes(10)));

        assertThat(shell.run("status", "--max-age", "10m").exitCode()).isEqualTo(ExitCode.OK);

        Shell.Result older = shell.run("status", "--statusline", "--max-age", "9m");
        assertThat(older.exitCode()).isEqualTo(ExitCode.REJECTED);
        assertThat(older.err())
                .isEqualTo(
                        "genledger: an id has been pending for 10 min, longer than --max-age 9 min;"
                                + " see genledger pending\n");
    }

    @Test
    void showsQueueFetchSpendSizeAndZone() {
        shell.run("track", ID);

        Shell.Result result = shell.at(NOW.plusSeconds(90)).run("status");

        assertThat(result.err()).isEmpty();
        assertThat(result.out().replaceAll(" +", " "))
                .startsWith("Ledger " + folder.resolve("ledger.db") + "\n")
                .contains(
                        " pending 1 id, the oldest tracked 1 min 30 s ago\n",
                        " given up 0 ids\n",
                        " last fetch none among the newest 100,000 entries\n",
                        " last 24 h 2 generations, $1.375\n",
                        " time zone UTC")
                .containsPattern(" size \\d{2,3},\\d{3} bytes\n schema version \\d+\n");
    }

    @Test
    void showsHowMuchOfTheByokAllowanceOfThisMonthIsUsed() {
        shell.at(Instant.parse("2026-11-23T12:00:00Z"));
        shell.typing(
                        """
                        {"id":"gen-aaaaaaaaaaaaaaaaaaab1","is_byok":true,"usage":0,"upstream_inference_cost":15000,"created_at":"2026-11-02T00:00:00Z"}
                        {"id":"gen-aaaaaaaaaaaaaaaaaaab2","is_byok":true,"usage":0,"upstream_inference_cost":5000,"created_at":"2026-10-31T23:59:59Z"}
                        """)
                .run("import", "-");

        assertThat(shell.run("status").out().replaceAll("\\s+", " "))
                .contains(
                        "BYOK allowance default $15,000.00 of $25,000.00 at list price (60.0%) used"
                                + " since 2026-11-01, as far as this ledger knows; at the present"
                                + " pace it lasts until the end of 2026-11-30");
        assertThat(shell.run("status", "--byok-allowance=16000USD").out().replaceAll("\\s+", " "))
                .contains("at the present pace it ends at 2026-11-25T00:00:00Z");
        assertThat(shell.run("status", "--json").json().at("/byokAllowances/0/used").asString())
                .isEqualTo("15000");
    }

    @Test
    void jsonHasTheSameFigures() {
        JsonNode json = shell.run("status", "--json").json();

        assertThat(json.path("pending").path("ids").asInt()).isZero();
        assertThat(json.path("pending").path("oldest").isNull()).isTrue();
        assertThat(json.path("lastDay").path("spend").asString()).isEqualTo("1.375");
        assertThat(json.path("lastDay").path("requests").asInt()).isEqualTo(2);
        assertThat(json.path("bytes").asLong()).isGreaterThan(4096);
    }

    @Test
    void withoutALedgerItSaysSo() {
        Shell.Result result = new Shell(folder.resolve("none.db")).run("status", "--statusline");

        assertThat(result.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.out()).isEmpty();
    }
}
