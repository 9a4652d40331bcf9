package io.genledger.app.bench;

import com.sun.management.OperatingSystemMXBean;
import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.app.Application;
import io.genledger.app.LedgerAddress;
import io.genledger.app.RecordedSpend;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How fast the whole collector is, as ratios in one run: claim, fetch over HTTP, decode, record in
 * SQLite, settle. The simulator runs in a process of its own, but on the same processors.
 *
 * <ul>
 *   <li>With 250 ms of latency and 64 requests at once: against the ideal, concurrency / latency.
 *   <li>With no latency: against a bare loop over the same Micronaut client that throws bodies
 *       away, and the share of processor time that is not spent on HTTP.
 * </ul>
 */
public final class CollectorSpeed {

    private static final int CONCURRENCY = 64;
    private static final int ROUNDS = 3;
    private static final int FAST = 40_000;
    private static final int SLOW = 5_000;
    private static final Duration LATENCY = Duration.ofMillis(250);
    private static final Instant START = Instant.ofEpochSecond(1_755_676_927);

    private CollectorSpeed() {}

    /** Measures; {@code fast} or {@code slow} alone if so told. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts = arguments.length == 0 ? List.of("fast", "slow") : List.of(arguments);
        if (parts.contains("fast")) {
            fast();
        }
        if (parts.contains("slow")) {
            slow();
        }
        System.exit(0);
    }

    private static void fast() throws Exception {
        List<GenerationId> ids = ids(FAST);
        try (ServerProcess server = ServerProcess.serving(FAST, "0ms");
                BareLoop bare = new BareLoop(server.baseUri(), CONCURRENCY)) {
            List<Run> loops = new ArrayList<>();
            List<Run> collections = new ArrayList<>();
            for (int round = -2; round < ROUNDS; round++) {
                Run loop = Run.of(FAST, () -> bare.ask(ids));
                Run collection = collect(server.baseUri(), ids);
                System.out.printf(
                        Locale.ROOT,
                        "%s bare %s   collect %s%n",
                        round < 0 ? "warm-up" : "run    ",
                        loop,
                        collection);
                if (round >= 0) {
                    loops.add(loop);
                    collections.add(collection);
                }
            }
            Run loop = Run.median(loops);
            Run collection = Run.median(collections);
            System.out.printf(
                    Locale.ROOT,
                    "no latency, %d at once: bare loop %s; collect %s; ratio %.2f (wanted: 0.60)%n",
                    CONCURRENCY,
                    loop,
                    collection,
                    collection.perSecond() / loop.perSecond());
            System.out.printf(
                    Locale.ROOT,
                    "processor time outside HTTP: %.0f %% of the collector's own%n",
                    100 * (1 - loop.microsEach() / collection.microsEach()));
        }
    }

    private static void slow() throws Exception {
        List<GenerationId> ids = ids(SLOW);
        double ideal = CONCURRENCY * 1e9 / LATENCY.toNanos();
        try (ServerProcess server = ServerProcess.serving(SLOW, LATENCY.toMillis() + "ms")) {
            collect(server.baseUri(), ids.subList(0, SLOW / 10));
            Run collection = collect(server.baseUri(), ids);
            System.out.printf(
                    Locale.ROOT,
                    "%d ms latency, %d at once: collect %s of ideally %.0f/s; ratio %.3f (wanted:"
                            + " 0.90)%n",
                    LATENCY.toMillis(),
                    CONCURRENCY,
                    collection,
                    ideal,
                    collection.perSecond() / ideal);
        }
    }

    private static Run collect(URI base, List<GenerationId> ids) throws Exception {
        Path folder = Files.createTempDirectory("genledger-speed-");
        try (Application application =
                        LedgerAddress.of(folder.resolve("ledger.db")).open(Application.runtime());
                HttpGenerationSource source =
                        new HttpGenerationSource(
                                new ApiKey("any"),
                                HttpSourceSettings.DEFAULT
                                        .withBase(base)
                                        .withMaxConnections(CONCURRENCY),
                                InstantSource.system())) {
            application.trackGenerations().track(Set.copyOf(ids));
            CollectPlan plan = CollectPlan.DEFAULT.withConcurrency(CONCURRENCY);
            return Run.of(
                    ids.size(),
                    () -> {
                        CollectSummary summary =
                                application
                                        .collectGenerations(
                                                source, RateLimiter.UNLIMITED, new RecordedSpend())
                                        .collect(plan, (id, result, why) -> {}, new StopSignal());
                        if (summary.count(Outcome.RECORDED) != ids.size()) {
                            throw new IllegalStateException("not all recorded: " + summary);
                        }
                    });
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.collect(Collectors.toList())) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private static List<GenerationId> ids(int count) {
        return GeneratedGenerations.of(ServerProcess.SEED, count, START).stream()
                .map(GeneratedGeneration::id)
                .map(GenerationId::new)
                .toList();
    }

    /** Work that can be measured. */
    interface Work {
        void run() throws Exception;
    }

    /** What one run took. */
    record Run(int requests, long nanos, long cpuNanos, long threadNanos) {

        static Run of(int requests, Work work) throws Exception {
            long cpu = cpu();
            long thread = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            long start = System.nanoTime();
            work.run();
            return new Run(
                    requests,
                    System.nanoTime() - start,
                    cpu() - cpu,
                    ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - thread);
        }

        static Run median(List<Run> runs) {
            Run[] sorted = runs.toArray(Run[]::new);
            Arrays.sort(sorted, (one, other) -> Long.compare(one.nanos, other.nanos));
            return sorted[sorted.length / 2];
        }

        double perSecond() {
            return requests * 1e9 / nanos;
        }

        double microsEach() {
            return cpuNanos / 1e3 / requests;
        }

        private static long cpu() {
            return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                    .getProcessCpuTime();
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%,.0f/s (%.1f µs of processor each, %.1f of them on the calling thread)",
                    perSecond(),
                    microsEach(),
                    threadNanos / 1e3 / requests);
        }
    }
}
