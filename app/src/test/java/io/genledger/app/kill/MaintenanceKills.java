package io.genledger.app.kill;

import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.ports.ledger.admin.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills the commands that change or copy a ledger as a whole. After each kill all sums are those of
 * the entries and nothing is missing; repeated, the command does what it says.
 */
final class MaintenanceKills {

    private static final int NAMED = 5;
    private static final int MOST_ATTEMPTS_PER_RUN = 3;

    private final KillLedger ledger;
    private final Path folder;
    private final Random random;
    private final MaintainedLedger content;
    private final Map<String, Duration> usual = new TreeMap<>();
    private final Map<String, Integer> kills = new TreeMap<>();
    private int inTheMiddle;

    /**
     * Kills commands on {@code ledger}.
     *
     * @param documents how many documents a command has to work on
     */
    MaintenanceKills(KillLedger ledger, Path folder, int documents, long seed) {
        this.ledger = ledger;
        this.folder = folder;
        this.random = new Random(seed);
        this.content = new MaintainedLedger(documents, seed);
    }

    /**
     * Kills the commands one after another until there were {@code most} kills, each command as
     * often as the others.
     */
    String run(int most) throws IOException {
        List<MaintenanceCommand> commands = new ArrayList<>(content.commands());
        if (!ledger.isOnServer()) {
            commands.add(new BackupToKill(folder));
        }
        int attempts = Math.clamp(most / commands.size(), 1, MOST_ATTEMPTS_PER_RUN);
        for (int next = 0; killed() < most; next = (next + 1) % commands.size()) {
            kill(commands.get(next), Math.min(attempts, most - killed()));
        }
        return "%d kills %s, %d of them seen in the middle of work, %,d generations, all sums right"
                .formatted(killed(), kills, inTheMiddle, content.size());
    }

    private int killed() {
        return kills.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Kills a command at most so many times, and then lets it end. */
    private void kill(MaintenanceCommand command, int attempts) throws IOException {
        try (LedgerDatabase database = ledger.open()) {
            command.prepare(database);
        }
        for (int attempt = 0; attempt < attempts; attempt++) {
            if (!killOnce(command)) {
                return;
            }
        }
        long start = System.nanoTime();
        Victim victim = Victim.start(folder, ledger, command.arguments());
        if (victim.exitCode() > command.highestExitCode()) {
            throw new IllegalStateException(victim.output());
        }
        usual.put(command.name(), Duration.ofNanos(System.nanoTime() - start));
        check(command, true);
    }

    /** Whether the command was killed before all of its work was done. */
    private boolean killOnce(MaintenanceCommand command) throws IOException {
        long usualNanos = usual.getOrDefault(command.name(), Duration.ofSeconds(3)).toNanos();
        Victim victim = Victim.start(folder, ledger, command.arguments());
        LockSupport.parkNanos(usualNanos / 4 + random.nextLong(usualNanos * 3 / 4));
        boolean alive = victim.kill();
        if (alive) {
            kills.merge(command.name(), 1, Integer::sum);
        } else if (victim.exitCode() > command.highestExitCode()) {
            throw new IllegalStateException(victim.output());
        }
        return check(command, !alive) != MaintenanceCommand.State.DONE;
    }

    /** How far the command is; fails if the ledger is not right. */
    private MaintenanceCommand.State check(MaintenanceCommand command, boolean isDone)
            throws IOException {
        try (LedgerDatabase database = ledger.openAfterKill()) {
            Verification verification = database.verifier().verify(NAMED);
            if (!verification.isFaultless()) {
                throw new IllegalStateException(command.name() + ": " + verification.named());
            }
            content.check(database);
            MaintenanceCommand.State state = command.state(database);
            if (isDone && state != MaintenanceCommand.State.DONE) {
                throw new IllegalStateException(command.name() + " ended and is not done");
            }
            inTheMiddle += state == MaintenanceCommand.State.IN_THE_MIDDLE ? 1 : 0;
            return state;
        }
    }
}
