package io.genledger.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The short version of {@code KillRun}: nothing acknowledged is lost, nothing counts twice. */
@Timeout(300)
class KillTest {

    @TempDir private Path folder;

    @Test
    void fiveKillsLoseNothing() throws IOException {
        assertNothingIsLost(
                new KillPlan(5, 200, 1, 100, Duration.ofSeconds(1), 20251106, KillPlan.FAULTS));
    }

    @Test
    void ofTwoCollectorsOneTakesOverWhenTheOtherIsKilled() throws IOException {
        assertNothingIsLost(
                new KillPlan(2, 200, 2, 130, Duration.ofSeconds(6), 20251107, KillPlan.FAULTS));
    }

    @Test
    void sumsStayRightWhenACommandThatChangesTheWholeLedgerIsKilled() throws IOException {
        System.out.println(new MaintenanceKills(KillLedger.in(folder), folder, 500, 7).run(6));
    }

    private void assertNothingIsLost(KillPlan plan) throws IOException {
        KillResult result = new KillHarness(plan, KillLedger.in(folder), folder, step -> {}).run();
        System.out.println(result);

        assertThat(result.missing()).as("acknowledged and not recorded: %s", result).isZero();
        assertThat(result.recorded()).isGreaterThanOrEqualTo(result.acknowledged());
        assertThat(result.twice()).as("recorded twice: %s", result).isZero();
        assertThat(result.stuck()).as("neither recorded nor given up: %s", result).isZero();
        assertThat(result.givenUp()).as("given up: %s", result).isZero();
        assertThat(result.spend()).isEqualByComparingTo(result.expectedSpend());
        assertThat(result.clashes()).as("asked for by two at once: %s", result).isZero();
        assertThat(result.drained()).isLessThan(Duration.ofSeconds(30));
    }
}
