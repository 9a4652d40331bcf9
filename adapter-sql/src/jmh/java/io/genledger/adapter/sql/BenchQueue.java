package io.genledger.adapter.sql;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.SettlementResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A queue in which every id is due, and settled claims are deferred to its end. */
final class BenchQueue implements AutoCloseable {

    /** Long after everything is due. */
    static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration LEASE = Duration.ofMinutes(3);
    private static final int BATCH = 64;

    private final Path folder;
    private final LedgerDatabase database;
    private Instant due = START;

    /** Tracks this many ids in one call, which must fit into the heap as well. */
    BenchQueue(int ids) {
        try {
            folder = Files.createTempDirectory("genledger-bench-");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        database = LedgerDatabase.open(folder.resolve("ledger.db"));
        Set<GenerationId> all = new HashSet<>();
        for (int number = 0; number < ids; number++) {
            all.add(new GenerationId("gen-1755676927-Sample%014d".formatted(number)));
        }
        long began = System.nanoTime();
        int added = database.pending().track(all, START).added();
        System.out.printf(
                "%,d tracked in %,d ms%n", added, (System.nanoTime() - began) / 1_000_000);
    }

    LedgerDatabase database() {
        return database;
    }

    List<Claim> claim() {
        return database.claims().claim(BATCH, NOW, LEASE);
    }

    /** Defers claims to the end of the queue. */
    List<SettlementResult> settle(List<Claim> claims) {
        due = due.plusMillis(1);
        AttemptOutcome outcome = AttemptOutcome.of(due, Reason.NOT_READY, "no such generation");
        return database.claims()
                .settle(
                        claims.stream()
                                .<Settlement>map(
                                        claim -> new Settlement.Deferred(claim, due, outcome))
                                .toList());
    }

    @Override
    public void close() throws IOException {
        database.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
