package io.genledger.app.bench;

import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.Application;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How fast the collector is, as ratios within one run.
 *
 * <ul>
 *   <li>{@code loop}: without latency, against a loop over the same HTTP source that does not
 *       decode what it fetches; the steps between both are measured, too. On a machine that does
 *       nothing else, the ratio of speeds and that of processor times agree.
 *   <li>{@code latency}: with 250 ms of latency, against concurrency / latency.
 *   <li>{@code rate}: of the requests that a rate limit allows, the share that is used.
 * </ul>
 */
public final class CollectorSpeed {

    private static final Duration LATENCY = Duration.ofMillis(250);

    private static final MetadataDecoder DECODER = Application.decoder();

    /** Written, so that the decoding is not optimised away. */
    private static volatile @Nullable Recording recording;

    private CollectorSpeed() {}

    /** Measures the parts named; all if none is. */
    public static void main(String[] arguments) throws Exception {
        List<String> parts =
                arguments.length == 0 ? List.of("loop", "latency", "rate") : List.of(arguments);
        if (parts.contains("loop")) {
            loop(16);
            loop(32);
        }
        if (parts.contains("latency")) {
            latency(16);
            latency(32);
        }
        if (parts.contains("rate")) {
            RateUse.measure();
        }
        System.exit(0);
    }

    private static void loop(int concurrency) throws Exception {
        int count = Integer.getInteger("bench.ids", 20_000);
        int rounds = Integer.getInteger("bench.rounds", 11);
        List<GenerationId> ids = Workload.ids(count);
        try (Server server = Server.fastest(count);
                HttpGenerationSource source = Workload.source(server.baseUri(), concurrency)) {
            BareLoop bare = new BareLoop(source, concurrency, found -> {});
            BareLoop decoding =
                    new BareLoop(
                            source, concurrency, found -> recording = recording(found.document()));
            Map<String, Side> sides = new LinkedHashMap<>();
            sides.put("bare loop", () -> Run.of(count, () -> bare.fetch(ids)));
            sides.put("and decode", () -> Run.of(count, () -> decoding.fetch(ids)));
            sides.put(
                    "collect, ledger in memory",
                    () -> Workload.collect(Store::inMemory, source, concurrency, ids));
            sides.put(
                    "collect, ledger in SQLite",
                    () -> Workload.collect(Store::inFile, source, concurrency, ids));
            print(concurrency, medians(sides, rounds));
        }
    }

    private static Recording recording(MetadataDocument document) {
        return new Recording(LedgerEntry.of(DECODER.decode(document)), document);
    }

    /** One side of a ratio. */
    private interface Side {
        Run run() throws Exception;
    }

    /** Lets the sides take turns. */
    private static Map<String, Run> medians(Map<String, Side> sides, int rounds) throws Exception {
        Map<String, List<Run>> runs = new LinkedHashMap<>();
        for (int round = -rounds / 2; round < rounds; round++) {
            for (Map.Entry<String, Side> side : sides.entrySet()) {
                Run run = side.getValue().run();
                if (round >= 0) {
                    runs.computeIfAbsent(side.getKey(), first -> new ArrayList<>()).add(run);
                }
            }
        }
        Map<String, Run> medians = new LinkedHashMap<>();
        runs.forEach((name, all) -> medians.put(name, Run.median(all)));
        return medians;
    }

    private static void print(int concurrency, Map<String, Run> medians) {
        Run bare = medians.values().iterator().next();
        System.out.printf(Locale.ROOT, "no latency, %d at once, load %.1f%n", concurrency, load());
        medians.forEach((name, run) ->
                System.out.printf(
                        Locale.ROOT,
                        "  %-26s ratio %.3f, of processor times %.3f: %s%n",
                        name,
                        run.perSecond() / bare.perSecond(),
                        bare.microsEach() / run.microsEach(),
                        run));
    }

    private static void latency(int concurrency) throws Exception {
        int count = concurrency * 40;
        double ideal = concurrency * 1e9 / LATENCY.toNanos();
        try (OpenRouterSimulator server = Simulators.start("late " + LATENCY.toMillis() + "ms");
                HttpGenerationSource source = Workload.source(server.baseUri(), concurrency)) {
            List<GenerationId> ids = Workload.ids(count);
            Workload.collect(Store::inMemory, source, concurrency, ids.subList(0, count / 10));
            for (Store.Opener opener : List.<Store.Opener>of(Store::inMemory, Store::inFile)) {
                Run run = Workload.collect(opener, source, concurrency, ids);
                System.out.printf(
                        Locale.ROOT,
                        "%d ms latency, %d at once, load %.1f: collect %s of ideally %.0f/s; ratio"
                                + " %.3f%n",
                        LATENCY.toMillis(),
                        concurrency,
                        load(),
                        run,
                        ideal,
                        run.perSecond() / ideal);
            }
        }
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
