package io.genledger.adapter.sql;

import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * Generations recorded in a second by several threads against one, and beside a thread that reads
 * reports against none, in turn; the medians of the rounds.
 *
 * <p>The arguments are a folder for a file, or the URL of a PostgreSQL server; the number of
 * writers; the generations of a transaction; the rounds; and the seconds of a round.
 */
final class RecordingBenchmark {

    private static final Instant END = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration RANGE = Duration.ofDays(30);
    private static final AtomicInteger NUMBER =
            new AtomicInteger((int) (System.currentTimeMillis() % 1_000_000) * 1_000);

    private final LedgerDatabase ledger;
    private final int batch;
    private final int seconds;

    private RecordingBenchmark(LedgerDatabase ledger, int batch, int seconds) {
        this.ledger = ledger;
        this.batch = batch;
        this.seconds = seconds;
    }

    public static void main(String... arguments) throws Exception {
        int writers = Integer.parseInt(arguments[1]);
        int rounds = Integer.parseInt(arguments[3]);
        try (LedgerDatabase ledger = open(arguments[0])) {
            RecordingBenchmark bench =
                    new RecordingBenchmark(
                            ledger, Integer.parseInt(arguments[2]), Integer.parseInt(arguments[4]));
            bench.measure(writers, rounds);
        }
    }

    private static LedgerDatabase open(String place) throws IOException {
        return PostgresServer.isMeantBy(place)
                ? LedgerDatabase.open(PostgresServer.of(place))
                : LedgerDatabase.open(
                        Files.createTempDirectory(Path.of(place), "record").resolve("ledger.db"));
    }

    private void measure(int writers, int rounds) throws Exception {
        List<Long> one = new ArrayList<>();
        List<Long> all = new ArrayList<>();
        List<Long> beside = new ArrayList<>();
        List<Long> quietReports = new ArrayList<>();
        List<Long> busyReports = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            long ofOne = record(1, Optional.empty());
            long ofAll = record(writers, Optional.empty());
            List<Long> busy = new ArrayList<>();
            long ofBeside = record(1, Optional.of(busy));
            List<Long> quiet = new ArrayList<>();
            record(0, Optional.of(quiet));
            if (round > 0) {
                one.add(ofOne);
                all.add(ofAll);
                beside.add(ofBeside);
                quietReports.addAll(quiet);
                busyReports.addAll(busy);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "batches of %d, load %.1f: one writer %,d/s; %d writers %,d/s: %.2f times; one"
                        + " beside reports %,d/s: %.2f; a report's median and p99 %,d and %,d µs"
                        + " quiet, %,d and %,d µs beside a writer: %.1f times%n",
                batch,
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                at(one, 50),
                writers,
                at(all, 50),
                (double) at(all, 50) / at(one, 50),
                at(beside, 50),
                (double) at(beside, 50) / at(one, 50),
                at(quietReports, 50),
                at(quietReports, 99),
                at(busyReports, 50),
                at(busyReports, 99),
                (double) at(busyReports, 99) / at(quietReports, 99));
    }

    /**
     * @param reports the microseconds of each report of a further thread are added to them
     * @return how many generations a second were recorded
     */
    private long record(int writers, Optional<List<Long>> reports) throws Exception {
        AtomicLong recorded = new AtomicLong();
        AtomicBoolean isOver = new AtomicBoolean();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < writers; i++) {
            Random random = new Random(NUMBER.get() + i);
            threads.add(
                    new Thread(() -> {
                        while (!isOver.get()) {
                            recordBatch(random);
                            recorded.addAndGet(batch);
                        }
                    }));
        }
        reports.ifPresent(micros ->
                threads.add(
                        new Thread(() -> {
                            while (!isOver.get()) {
                                micros.add(report());
                            }
                        })));
        threads.forEach(Thread::start);
        Thread.sleep(seconds * 1_000L);
        isOver.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
        return recorded.get() / seconds;
    }

    /** Of random moments of the last 30 days, as a collector fetches them. */
    private void recordBatch(Random random) {
        int first = NUMBER.getAndAdd(batch);
        var unused =
                ledger.ledger()
                        .record(
                                IntStream.range(first, first + batch)
                                        .mapToObj(i ->
                                                SpendBenchmark.recording(
                                                        i,
                                                        END.minusMillis(
                                                                random.nextLong(RANGE.toMillis())),
                                                        random))
                                        .toList());
    }

    private long report() {
        long start = System.nanoTime();
        var unused =
                ledger.spend()
                        .read(
                                new SpendQuery(
                                        List.of(Dimension.DAY, Dimension.MODEL),
                                        new TimeRange(
                                                Optional.of(END.minus(RANGE)), Optional.of(END)),
                                        ZoneOffset.UTC),
                                row -> {});
        return (System.nanoTime() - start) / 1_000;
    }

    private static long at(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
