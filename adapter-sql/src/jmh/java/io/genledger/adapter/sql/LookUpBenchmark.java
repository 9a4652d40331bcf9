package io.genledger.adapter.sql;

import io.genledger.domain.generation.GenerationId;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * Look-ups of single records, by the port for servers and by {@code Ledger.find}: the processor
 * time of one in microseconds, by one thread, and how many threads make in a second. Prints the
 * median and the best of the rounds.
 *
 * <pre>
 * ./mvnw -Plong package exec:exec@bench -pl adapter-sql -am \
 *   -Dbench.program="io.genledger.adapter.sql.LookUpBenchmark" -Dbench.args="LEDGER 64 5 2"
 * </pre>
 *
 * The arguments are a ledger's file, or the URL of a PostgreSQL server; the number of threads; of
 * rounds; and the seconds of a round.
 */
public final class LookUpBenchmark {

    private static final int IDS = 100_000;
    private static final int RUN = 50;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private LookUpBenchmark() {}

    public static void main(String... arguments) throws Exception {
        int threads = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        String place = arguments[0];
        try (LedgerDatabase ledger =
                PostgresServer.isMeantBy(place)
                        ? LedgerDatabase.openExisting(PostgresServer.of(place))
                        : LedgerDatabase.openExisting(Path.of(place))) {
            List<GenerationId> ids = ids(ledger);
            System.out.printf("%,d ids%n", ids.size());
            Predicate<GenerationId> byPort = id -> ledger.documentLookup().find(id).isPresent();
            Predicate<GenerationId> byLedger = id -> ledger.ledger().find(id).isPresent();
            double[] lean = new double[rounds];
            double[] full = new double[rounds];
            microseconds(ids, byPort, seconds);
            microseconds(ids, byLedger, seconds);
            for (int i = 0; i < rounds; i++) {
                lean[i] = microseconds(ids, byPort, seconds);
                full[i] = microseconds(ids, byLedger, seconds);
            }
            print("us of a processor, DocumentLookup", lean, true);
            print("us of a processor, Ledger.find", full, true);
            for (int count : new int[] {2, threads}) {
                double[] platform = new double[rounds];
                double[] virtual = new double[rounds];
                for (int i = 0; i < rounds; i++) {
                    platform[i] = perSecond(ids, byPort, count, seconds, Thread::new);
                    virtual[i] =
                            perSecond(ids, byPort, count, seconds, Thread.ofVirtual()::unstarted);
                }
                print(count + " platform threads, look-ups a second", platform, false);
                print(count + " virtual threads, look-ups a second", virtual, false);
            }
        }
    }

    /** Runs of ids that follow each other, spread over the ledger, in a random order. */
    private static List<GenerationId> ids(LedgerDatabase ledger) {
        long end = ledger.changes().since(Long.MAX_VALUE, 1).end();
        long step = Math.max(RUN, end * RUN / IDS);
        List<GenerationId> ids = new ArrayList<>();
        var changes = ledger.changes();
        for (long at = 0; at < end; at += step) {
            changes.since(at, RUN).entries().forEach(one -> ids.add(one.id()));
        }
        return ids;
    }

    private static double microseconds(
            List<GenerationId> ids, Predicate<GenerationId> lookUp, int seconds) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        long before = THREADS.getCurrentThreadCpuTime();
        int count = 0;
        while (System.nanoTime() < until) {
            require(lookUp, ids);
            count++;
        }
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e3 / count;
    }

    private static void require(Predicate<GenerationId> lookUp, List<GenerationId> ids) {
        if (!lookUp.test(ids.get(ThreadLocalRandom.current().nextInt(ids.size())))) {
            throw new IllegalStateException("a recorded id is not found");
        }
    }

    private static double perSecond(
            List<GenerationId> ids,
            Predicate<GenerationId> lookUp,
            int threads,
            int seconds,
            ThreadFactory factory)
            throws InterruptedException {
        AtomicLong done = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(
                    factory.newThread(() -> {
                        while (!isOver.get()) {
                            require(lookUp, ids);
                            done.incrementAndGet();
                            Thread.yield();
                        }
                    }));
        }
        all.forEach(Thread::start);
        Thread.sleep(seconds * 1_000L);
        isOver.set(true);
        for (Thread thread : all) {
            thread.join();
        }
        return (double) done.get() / seconds;
    }

    private static void print(String label, double[] values, boolean leastIsBest) {
        Arrays.sort(values);
        System.out.printf(
                "%s: median %,.1f, best %,.1f%n",
                label, values[values.length / 2], values[leastIsBest ? 0 : values.length - 1]);
    }
}
