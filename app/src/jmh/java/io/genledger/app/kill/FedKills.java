package io.genledger.app.kill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.sql.LedgerDatabase;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * Kills a command while it reads its standard input. The input is longer than a pipe holds, so that
 * the command is at work when it is killed.
 */
final class FedKills {

    private static final int KILLS_PER_INPUT = 4;
    private static final long LONGEST_NANOS = 100_000_000;

    private final Command command;
    private final KillLedger ledger;
    private final Path folder;
    private final Random random;

    FedKills(Command command, KillLedger ledger, Path folder, long seed) {
        this.command = command;
        this.ledger = ledger;
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** A command that reads lines. */
    interface Command {

        /** Its arguments, without those that name the ledger. */
        String[] arguments();

        /** How many lines one input has. */
        int lines();

        /** The line with this number, counted over all inputs. */
        String line(long number);

        /**
         * Looks at the ledger.
         *
         * @param acknowledged how many lines, from the first, the command said it has
         * @param given how many lines it was given, at least in part
         * @throws IllegalStateException if something was lost or counts twice
         */
        void check(LedgerDatabase database, long acknowledged, long given);
    }

    /** Kills the command, and lets each input be read to its end after some kills. */
    String run(int kills) throws IOException {
        long acknowledged = 0;
        for (int killed = 0; killed < kills; ) {
            for (int i = 0; i < KILLS_PER_INPUT && killed < kills; i++) {
                killed += kill(acknowledged) ? 1 : 0;
                check(acknowledged, acknowledged + command.lines());
            }
            finish(acknowledged);
            acknowledged += command.lines();
            check(acknowledged, acknowledged);
        }
        return "%d kills, %,d lines acknowledged, all there and each once"
                .formatted(kills, acknowledged);
    }

    private void check(long acknowledged, long given) {
        try (LedgerDatabase database = ledger.openAfterKill()) {
            command.check(database, acknowledged, given);
        }
    }

    /** Whether the command was alive when it was killed. */
    private boolean kill(long from) throws IOException {
        Victim victim = start();
        int lines = command.lines() / 2 + random.nextInt(command.lines() / 2 + 1);
        try (OutputStream input = victim.input()) {
            feed(input, from, lines);
            if (lines < command.lines()) {
                LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
                return victim.kill();
            }
        }
        LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
        return victim.kill();
    }

    private void finish(long from) throws IOException {
        Victim victim = start();
        try (OutputStream input = victim.input()) {
            feed(input, from, command.lines());
        }
        if (victim.exitCode() != 0) {
            throw new IllegalStateException(victim.output());
        }
    }

    private Victim start() throws IOException {
        return Victim.start(folder, ledger, command.arguments());
    }

    private void feed(OutputStream input, long from, int lines) {
        try {
            OutputStream buffered = new BufferedOutputStream(input, 1 << 16);
            for (long number = from; number < from + lines; number++) {
                buffered.write((command.line(number) + "\n").getBytes(UTF_8));
            }
            buffered.flush();
        } catch (IOException closed) {
            throw new UncheckedIOException("the command ended before it read its input", closed);
        }
    }
}
