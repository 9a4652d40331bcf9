package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.kill.KillLedger;
import io.genledger.app.kill.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Shippers are killed at random moments, while the ledger grows and is corrected. A statement that
 * a killed one has sent lives on in the server. Longer with {@code -Dgenledger.lake.kills=200}.
 */
@Timeout(3600)
class ShipKillTest {

    private static final int KILLS = Integer.getInteger("genledger.lake.kills", 30);
    private static final int EACH = 50;
    private static final int EARLY = 5;
    private static final int EACH_EARLY = 500;
    private static final Duration LONGEST = Duration.ofSeconds(6);

    @TempDir private Path folder;
    private final Random random = new Random(20251109);

    @Test
    void everyRowIsInTheLakeOnce() throws SQLException, IOException {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        int killed = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            place.record(1_000 + kill * EACH / 2, EACH, "0." + (kill + 1));
            Victim shipper = startShipping(place);
            LockSupport.parkNanos(random.nextLong(LONGEST.toNanos()));
            killed += shipper.kill() ? 1 : 0;
        }

        Shell.Result last = place.lakeAndLedger("ship");

        assertThat(last.exitCode()).as(last.err()).isEqualTo(ExitCode.OK);
        assertThat(place.lakeAndLedger("verify").out()).contains("all equal");
        assertThat(killed).as("killed of " + KILLS).isGreaterThan(KILLS / 2);
    }

    /** Its statement lives on, and commits only after the next shipper has begun. */
    @Test
    void aStatementWhoseClientIsKilledEarlyDoublesNothing() throws SQLException, IOException {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        for (int kill = 0; kill < EARLY; kill++) {
            place.record(1 + kill * EACH_EARLY / 2, EACH_EARLY, "0." + (kill + 1));
            Victim next;
            try (Connection holder = LakeCatalog.holdCommits(place)) {
                Victim killed = startShipping(place);
                Interrupted.awaitCopying(place, killed);
                assertThat(killed.kill()).as(killed.output()).isTrue();
                next = startShipping(place);
                LakeCatalog.awaitCommits(1, "wait_event_type = 'Lock'", next);
                assertThat(holder.isValid(1)).isTrue();
            }
            assertThat(next.exitCode()).as(next.output()).isEqualTo(ExitCode.OK);
        }

        assertThat(place.lakeAndLedger("verify").out()).contains("all equal");
    }

    private Victim startShipping(LakePlace place) throws IOException {
        return Victim.start(folder, new KillLedger(place.ledger()), place.ofLedger("ship"));
    }
}
