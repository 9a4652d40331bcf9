package io.genledger.app.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.sample.Cases;
import io.genledger.ports.queue.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A log grows, is renamed and is truncated while its follower is killed at random moments. */
@Timeout(1800)
class FollowKillTest {

    private static final int KILLS = Cases.some(4, 200);
    private static final int MOST_IDS = 100_000;
    private static final Duration LONGEST = Duration.ofMillis(1500);
    private static final Duration LONGEST_START = Duration.ofSeconds(30);
    private static final Duration LONGEST_END = Duration.ofSeconds(150);

    @TempDir private Path folder;
    private final Random random = new Random(20251108);
    private final GeneratedGenerations all =
            GeneratedGenerations.of(20251108, MOST_IDS, Instant.now());
    private final List<String> written = new ArrayList<>();
    private final List<Victim> followers = new ArrayList<>();
    private Path log = Path.of("not set yet");
    private KillLedger ledger = new KillLedger("not set yet");
    private int rotations;

    @BeforeEach
    void nameTheFiles() throws IOException {
        log = Files.createDirectory(folder.resolve("logs")).resolve("app.log");
        ledger = KillLedger.in(folder);
        // Else the test and its first follower create it at once, and one may wait too long.
        ledger.open().close();
    }

    @Test
    void noIdOfARotatedLogIsLost() throws IOException {
        write();
        Victim first = follow();
        assertAllAreTracked(first);
        first.kill();
        for (int kill = 0; kill < KILLS; kill++) {
            Victim follower = follow();
            Instant started = Instant.now().plus(LONGEST_START);
            while (!follower.output().contains("started") && Instant.now().isBefore(started)) {
                writeAndRotate();
            }
            Instant end = Instant.now().plusNanos(random.nextLong(LONGEST.toNanos()));
            while (Instant.now().isBefore(end)) {
                writeAndRotate();
            }
            assertThat(follower.lives()).as(follower.output()).isTrue();
            follower.kill();
            assertThat(follower.output()).doesNotContain("event=lost");
        }
        Victim last = follow();
        assertAllAreTracked(last);
        assertThat(last.terminate()).as(last.output()).isZero();
    }

    /** Also after a failure, or a follower would write on while its folder is removed. */
    @AfterEach
    void killAll() {
        followers.forEach(Victim::kill);
    }

    private Victim follow() throws IOException {
        Victim follower = Victim.start(folder, ledger, "follow", log.toString());
        followers.add(follower);
        return follower;
    }

    private void assertAllAreTracked(Victim follower) {
        try (LedgerDatabase database = ledger.open()) {
            Instant end = Instant.now().plus(LONGEST_END);
            while (tracked(database) < written.size()
                    && follower.lives()
                    && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(100_000_000);
            }
            assertThat(tracked(database)).as(follower.output()).isEqualTo(written.size());
        }
    }

    private static long tracked(LedgerDatabase database) {
        Backlog backlog = database.pending().backlog(Instant.now());
        return backlog.due() + backlog.later();
    }

    private void writeAndRotate() throws IOException {
        write();
        if (random.nextInt(75) == 0) {
            rotate();
        }
        LockSupport.parkNanos(5_000_000);
    }

    private void write() throws IOException {
        String id = all.at(written.size()).id();
        Files.writeString(
                log,
                Instant.now() + " done id=" + id + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        written.add(id);
    }

    private void rotate() throws IOException {
        for (int number = rotations; number > 0; number--) {
            Files.move(rotated(number), rotated(number + 1));
        }
        rotations++;
        if (random.nextBoolean()) {
            Files.move(log, rotated(1));
        } else {
            Files.copy(log, rotated(1), StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(log, new byte[0]);
        }
    }

    private Path rotated(int number) {
        return log.resolveSibling("app.log." + number);
    }
}
