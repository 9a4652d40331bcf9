package io.genledger.app.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.kill.KillLedger;
import io.genledger.app.kill.Victim;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Trino is killed at random moments, every other time while it commits, and started again. More
 * often with {@code -Dgenledger.lake.server-kills=30}.
 */
@Timeout(7200)
class ServerKillTest {

    private static final int KILLS = Integer.getInteger("genledger.lake.server-kills", 4);
    private static final int EACH = 500;
    private static final Duration LONGEST_START = Duration.ofSeconds(6);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    @TempDir private Path folder;
    private final Random random = new Random(20261201);

    @Test
    void everyRowIsInTheLakeOnce() throws Exception {
        LakePlace place = LakePlace.create(folder);
        assertThat(place.lake("init").exitCode()).isEqualTo(ExitCode.OK);
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            place.record(1 + kill * EACH / 2, EACH, "0." + (kill + 1));
            Victim shipper = kill % 2 == 0 ? killAtACommit(place) : killAtRandom(place);
            interrupted += shipper.exitCode() == ExitCode.OK ? 0 : 1;
            Interrupted.assertTold(shipper);
            LakeServer.TRINO.start();
        }

        Shell.Result last = place.lakeAndLedger("ship");

        assertThat(last.exitCode()).as(last.err()).isEqualTo(ExitCode.OK);
        assertThat(place.lakeAndLedger("verify").out()).contains("all equal");
        assertThat(interrupted).as("interrupted of " + KILLS).isGreaterThanOrEqualTo(KILLS / 2);
    }

    /** The catalog may still commit what the server has asked for before its end. */
    private Victim killAtACommit(LakePlace place) throws Exception {
        try (Connection holder = LakeCatalog.holdCommits(place)) {
            Victim shipper = startShipping(place);
            LakeCatalog.awaitCommits(1, "wait_event_type = 'Lock'", shipper);
            LakeServer.TRINO.kill();
            long killed = System.nanoTime();
            assertThat(shipper.exitCode()).as(shipper.output()).isEqualTo(ExitCode.UNAVAILABLE);
            assertThat(Duration.ofNanos(System.nanoTime() - killed)).isLessThan(LONGEST_WAIT);
            assertThat(holder.isValid(1)).isTrue();
            return shipper;
        }
    }

    /** The server is there again before the shipper has given up. */
    private Victim killAtRandom(LakePlace place) throws Exception {
        Victim shipper = startShipping(place);
        LockSupport.parkNanos(random.nextLong(LONGEST_START.toNanos()));
        LakeServer.TRINO.kill();
        LakeServer.TRINO.start();
        return shipper;
    }

    private Victim startShipping(LakePlace place) throws IOException {
        return Victim.start(folder, new KillLedger(place.ledger()), place.ofLedger("ship"));
    }

    @AfterEach
    void startAgain() throws IOException, InterruptedException {
        LakeServer.TRINO.start();
    }
}
