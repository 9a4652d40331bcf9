package io.genledger.adapter.sql;

import io.genledger.domain.attribution.Attribution;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.DimensionFilter;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.domain.report.GenerationRow;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.sample.Sample;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.testkit.SampleGenerations;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Times reports over a ledger, in the process: {@code -Dledger=FILE}, whose newest generation was
 * created before {@code -Duntil=MOMENT}. A missing file is created with {@code -Dgenerations=N}
 * over the year before.
 */
final class SpendBenchmark {

    private static final int ROUNDS = 41;
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final int BATCH = 5_000;
    private static final Instant UNTIL =
            Instant.parse(System.getProperty("until", "2026-01-01T00:00:00Z"));

    private SpendBenchmark() {}

    public static void main(String[] arguments) {
        Path file = Path.of(System.getProperty("ledger", "ledger.db"));
        boolean isNew = !Files.exists(file);
        try (LedgerDatabase database = LedgerDatabase.open(file)) {
            if (isNew) {
                fill(database, Integer.getInteger("generations", 200_000));
            }
            time(
                    database,
                    "day × model, all",
                    Duration.ofDays(36_500),
                    ZoneOffset.UTC,
                    Dimension.DAY,
                    Dimension.MODEL);
            time(
                    database,
                    "provider, 30 days",
                    Duration.ofDays(30),
                    ZoneOffset.UTC,
                    Dimension.PROVIDER);
            time(database, "model, all", Duration.ofDays(36_500), ZoneOffset.UTC, Dimension.MODEL);
            time(database, "month, all", Duration.ofDays(36_500), ZoneOffset.UTC, Dimension.MONTH);
            time(
                    database,
                    "month × model, all",
                    Duration.ofDays(36_500),
                    ZoneOffset.UTC,
                    Dimension.MONTH,
                    Dimension.MODEL);
            for (String zone :
                    List.of("Europe/Berlin", "Asia/Kathmandu", "Asia/Tokyo", "Pacific/Auckland")) {
                time(
                        database,
                        "day × model, 90 days, " + zone,
                        Duration.ofDays(90),
                        ZoneId.of(zone),
                        Dimension.DAY,
                        Dimension.MODEL);
            }
            time(
                    database,
                    "day × app, 9 days, Tokyo",
                    Duration.ofDays(9),
                    ZoneId.of("Asia/Tokyo"),
                    Dimension.DAY,
                    Dimension.APP);
            time(database, "user, 31 days", Duration.ofDays(31), ZoneOffset.UTC, Dimension.USER);
            time(
                    database,
                    "app × model, 31 days",
                    Duration.ofDays(31),
                    ZoneOffset.UTC,
                    Dimension.APP,
                    Dimension.MODEL);
            timeSelections(database);
        }
    }

    /** One user, findings, and pages of generations. */
    private static void timeSelections(LedgerDatabase database) {
        TimeRange year =
                new TimeRange(Optional.of(UNTIL.minus(Duration.ofDays(365))), Optional.of(UNTIL));
        SpendQuery ofUser =
                new SpendQuery(List.of(), year, ZoneOffset.UTC)
                        .where(
                                List.of(
                                        DimensionFilter.of(
                                                Dimension.USER,
                                                System.getProperty("user", "user-0"))));
        time("one user, 365 days", rows -> database.spend().read(ofUser, row -> rows.run()));
        time(
                "findings by rule, all",
                rows ->
                        database.findings()
                                .summarise(TimeRange.ALWAYS, undecided -> {})
                                .groups()
                                .forEach(group -> rows.run()));
        for (int days : new int[] {0, 100, 200, 364}) {
            Instant before = UNTIL.minus(Duration.ofDays(days));
            List<GenerationId> first = new ArrayList<>();
            page(
                            database,
                            new TimeRange(Optional.empty(), Optional.of(before)),
                            Optional.empty(),
                            1)
                    .forEach(row -> first.add(row.id()));
            time(
                    "page of 50, " + days + " days deep",
                    rows ->
                            page(database, TimeRange.ALWAYS, first.stream().findFirst(), 50)
                                    .forEach(row -> rows.run()));
        }
    }

    private static List<GenerationRow> page(
            LedgerDatabase database, TimeRange range, Optional<GenerationId> after, int limit) {
        List<GenerationRow> rows = new ArrayList<>();
        var unused =
                database.generations()
                        .read(
                                new GenerationQuery(
                                        range,
                                        List.of(),
                                        GenerationQuery.Order.NEWEST,
                                        after,
                                        limit),
                                rows::add);
        return rows;
    }

    private static void time(
            LedgerDatabase database,
            String name,
            Duration before,
            ZoneId zone,
            Dimension... dimensions) {
        TimeRange range =
                before.toDays() > 3_650
                        ? TimeRange.ALWAYS
                        : new TimeRange(Optional.of(UNTIL.minus(before)), Optional.of(UNTIL));
        SpendQuery query = new SpendQuery(List.of(dimensions), range, zone);
        time(name, rows -> database.spend().read(query, row -> rows.run()));
    }

    /**
     * @param work runs its argument once for each row
     */
    private static void time(String name, Consumer<Runnable> work) {
        long[] micros = new long[ROUNDS];
        long[] cpu = new long[ROUNDS];
        AtomicLong rows = new AtomicLong();
        for (int i = 0; i < ROUNDS; i++) {
            rows.set(0);
            long start = System.nanoTime();
            long started = THREAD.getCurrentThreadCpuTime();
            work.accept(rows::incrementAndGet);
            cpu[i] = (THREAD.getCurrentThreadCpuTime() - started) / 1_000;
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        Arrays.sort(cpu);
        System.out.printf(
                "%-36s %,7d rows, median %7.1f ms, of the thread's processor time %7.1f ms%n",
                name, rows.get(), micros[ROUNDS / 2] / 1e3, cpu[ROUNDS / 2] / 1e3);
    }

    private static void fill(LedgerDatabase database, int generations) {
        Random random = new Random(1);
        long year = Duration.ofDays(366).toSeconds();
        Instant start = UNTIL.minusSeconds(year);
        long began = System.nanoTime();
        for (int first = 0; first < generations; first += BATCH) {
            List<Recording> batch = new ArrayList<>();
            IntStream.range(first, Math.min(first + BATCH, generations))
                    .mapToObj(i ->
                            recording(i, start.plusMillis(year * 1_000 * i / generations), random))
                    .forEach(batch::add);
            database.ledger().record(batch);
        }
        System.out.printf(
                "%,d recorded in %,d ms%n", generations, (System.nanoTime() - began) / 1_000_000);
    }

    static Recording recording(int number, Instant created, Random random) {
        double skew = random.nextDouble() * random.nextDouble();
        int model = (int) (skew * 30);
        return SampleGenerations.recording(
                Sample.complete()
                        .id(SampleGenerations.id(number).value())
                        .with(CreationTime.recorded(created))
                        .with(
                                Sample.routing(
                                        "vendor/model-" + model,
                                        "Provider " + (model + random.nextInt(2)) % 12))
                        .with(
                                Attribution.ofUser("user-" + random.nextInt(2_000))
                                        .withApp(random.nextInt(8)))
                        .with(Sample.credits("0.%012d".formatted(random.nextLong(1L << 35))))
                        .with(
                                Sample.nativeTokens(
                                        random.nextInt(9_000),
                                        random.nextInt(2_000),
                                        random.nextInt(200),
                                        random.nextInt(900)))
                        .build());
    }
}
