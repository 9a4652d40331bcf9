package io.genledger.adapter.sql;

import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Ids that threads acknowledge in a second, one id a call, each durable when its call returns.
 * Compares threads that call at the same time with the same threads behind a mutex, in turn; prints
 * the median of the rounds.
 *
 * <pre>
 * ./mvnw -Plong package exec:exec@bench -pl adapter-sql -am \
 *   -Dbench.program="io.genledger.adapter.sql.TrackBenchmark" -Dbench.args="FOLDER 32 5 2"
 * </pre>
 *
 * The arguments are a folder for a file, or the URL of a PostgreSQL server; the number of threads;
 * of rounds; and the seconds of a round.
 */
public final class TrackBenchmark {

    private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis() * 1_000);

    private TrackBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        try (LedgerDatabase ledger = open(arguments[0])) {
            long[] together = new long[rounds];
            long[] behindAMutex = new long[rounds];
            var warmUp = acknowledge(ledger, threads, seconds, false);
            for (int round = 0; round < rounds; round++) {
                together[round] = acknowledge(ledger, threads, seconds, false);
                behindAMutex[round] = acknowledge(ledger, threads, seconds, true);
            }
            System.out.printf(
                    "%d threads: %,d a second together, %,d behind a mutex (medians of %d"
                            + " rounds)%n",
                    threads, median(together), median(behindAMutex), rounds);
        }
    }

    private static LedgerDatabase open(String place) throws IOException {
        return PostgresServer.isMeantBy(place)
                ? LedgerDatabase.open(PostgresServer.of(place))
                : LedgerDatabase.open(
                        Files.createTempDirectory(Path.of(place), "track").resolve("ledger.db"));
    }

    private static long acknowledge(
            LedgerDatabase ledger, int threads, int seconds, boolean isAlone) throws Exception {
        AtomicLong acknowledged = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        Lock mutex = new ReentrantLock();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread =
                    new Thread(() -> {
                        while (!isOver.get()) {
                            if (isAlone) {
                                mutex.lock();
                            }
                            try {
                                var unused = ledger.pending().track(Set.of(next()), Instant.now());
                            } finally {
                                if (isAlone) {
                                    mutex.unlock();
                                }
                            }
                            acknowledged.incrementAndGet();
                        }
                    });
            all.add(thread);
        }
        all.forEach(Thread::start);
        Thread.sleep(seconds * 1_000L);
        isOver.set(true);
        for (Thread thread : all) {
            thread.join();
        }
        return acknowledged.get() / seconds;
    }

    private static GenerationId next() {
        return new GenerationId("gen-1755676927-Sample%014d".formatted(NUMBER.incrementAndGet()));
    }

    private static long median(long[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }
}
