package io.genledger.app.kill;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.queue.Backlog;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Lets processes track and collect against a faulty simulator on one ledger, kills them at random
 * moments, lets the work be finished, and looks at what is left.
 */
final class KillHarness {

    private static final Duration TRACKING = Duration.ofMillis(2500);
    private static final Duration LONGEST_START = Duration.ofSeconds(5);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);

    private final KillPlan plan;
    private final KillLedger ledger;
    private final Path folder;
    private final Consumer<String> progress;
    private final Random random;
    private final GeneratedGenerations all;
    private final List<Victim> collectors = new ArrayList<>();
    private final boolean[] acknowledged;
    private int kills;
    private int interrupted;
    private int tracked;

    KillHarness(KillPlan plan, KillLedger ledger, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.ledger = ledger;
        this.folder = folder;
        this.progress = progress;
        this.random = new Random(plan.seed());
        int count = plan.ids() * (plan.kills() + 1);
        this.acknowledged = new boolean[count];
        this.all = GeneratedGenerations.of(plan.seed(), count, Instant.now());
    }

    KillResult run() throws IOException {
        try (OpenRouterSimulator simulator =
                OpenRouterSimulator.start(
                        Script.parse("faults", plan.faults())
                                .over(
                                        Behaviours.documents(all::document),
                                        new SeededRandom(plan.seed())))) {
            try {
                trackSome();
                while (kills < plan.kills()) {
                    keepCollecting(simulator);
                    letLive(plan.longest());
                    if (kills % 5 == 4) {
                        killWhileTracking();
                    } else {
                        kill(collectors.remove(random.nextInt(collectors.size())));
                        Backlog left = backlog();
                        interrupted += left.claimed() > 0 ? 1 : 0;
                        // Whoever has nothing to do is not killed in the middle of anything.
                        if (waiting(left) < plan.ids() / 2 || random.nextInt(5) == 0) {
                            trackSome();
                        }
                    }
                    progress.accept(kills + " of " + plan.kills() + " kills");
                }
                keepCollecting(simulator);
                Duration drained = finish();
                return result(simulator, drained);
            } finally {
                collectors.forEach(Victim::kill);
            }
        }
    }

    private void keepCollecting(OpenRouterSimulator simulator) throws IOException {
        for (Victim collector : List.copyOf(collectors)) {
            if (!collector.lives()) {
                throw new IllegalStateException("ended by itself: " + collector.output());
            }
        }
        while (collectors.size() < plan.collectors()) {
            long before = simulator.requests();
            collectors.add(
                    Victim.start(
                            folder,
                            "--db",
                            ledger.location(),
                            "collect",
                            "--watch",
                            "--lease",
                            plan.lease().toSeconds() + "s",
                            "--base-url",
                            simulator.baseUri().toString()));
            Instant end = Instant.now().plus(LONGEST_START);
            while (simulator.requests() == before
                    && Instant.now().isBefore(end)
                    && waiting(backlog()) > 0) {
                LockSupport.parkNanos(5_000_000);
            }
        }
    }

    /** Tracks the next ids; that a command ends well is the acknowledgement. */
    private void trackSome() throws IOException {
        int from = tracked;
        Victim tracking = track();
        if (tracking.exitCode() != 0) {
            throw new IllegalStateException("cannot track: " + tracking.output());
        }
        for (int number = from; number < tracked; number++) {
            acknowledged[number] = true;
        }
    }

    /** Nobody was told that these ids are tracked, so they may be or not; but not half. */
    private void killWhileTracking() throws IOException {
        Victim tracking = track();
        letLive(TRACKING);
        boolean wasDone = !tracking.lives();
        kill(tracking);
        for (int number = tracked - plan.ids(); wasDone && number < tracked; number++) {
            acknowledged[number] = true;
        }
    }

    private Victim track() throws IOException {
        Path ids = folder.resolve("ids-" + tracked + ".txt");
        Files.write(
                ids,
                LongStream.range(tracked, tracked + plan.ids())
                        .mapToObj(number -> all.at(number).id())
                        .toList());
        tracked += plan.ids();
        return Victim.start(folder, "--db", ledger.location(), "track", "--from", ids.toString());
    }

    private void kill(Victim victim) {
        victim.kill();
        kills++;
    }

    private void letLive(Duration longest) {
        LockSupport.parkNanos(random.nextLong(longest.toNanos()));
    }

    /** How long the last collector took to end when all was done and it was asked to. */
    private Duration finish() throws IOException {
        try (LedgerDatabase database = ledger.open()) {
            Instant end = Instant.now().plus(LONGEST_END);
            while (waiting(database.pending().backlog(Instant.now())) > 0
                    && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        Instant asked = Instant.now();
        for (Victim collector : collectors) {
            int exitCode = collector.terminate();
            if (exitCode != 0) {
                throw new IllegalStateException(
                        "exit code " + exitCode + ": " + collector.output());
            }
        }
        return Duration.between(asked, Instant.now());
    }

    private Backlog backlog() {
        try (LedgerDatabase database = ledger.open()) {
            return database.pending().backlog(Instant.now());
        }
    }

    /** Ids that are not recorded: pending, or claimed by a live or a killed process. */
    private static long waiting(Backlog backlog) {
        return backlog.due() + backlog.later() + backlog.claimed();
    }

    private KillResult result(OpenRouterSimulator simulator, Duration drained) {
        try (LedgerDatabase database = ledger.open()) {
            Backlog backlog = database.pending().backlog(Instant.now());
            long recorded = 0;
            long missing = 0;
            long twice = 0;
            BigDecimal expected = BigDecimal.ZERO;
            for (int number = 0; number < tracked; number++) {
                GeneratedGeneration generation = all.at(number);
                int documents =
                        database.ledger().revisions(new GenerationId(generation.id())).size();
                recorded += Math.min(documents, 1);
                missing += acknowledged[number] && documents == 0 ? 1 : 0;
                twice += documents > 1 ? 1 : 0;
                if (documents > 0) {
                    expected = expected.add(generation.spend().orElse(BigDecimal.ZERO));
                }
            }
            SpendTotals totals =
                    database.spend()
                            .summarise(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
                            .totals();
            if (totals.requests() != recorded) {
                throw new IllegalStateException(
                        "the report counts %d, the ledger %d"
                                .formatted(totals.requests(), recorded));
            }
            return new KillResult(
                    kills,
                    interrupted,
                    acknowledgedIds(),
                    recorded,
                    missing,
                    twice,
                    waiting(backlog),
                    backlog.givenUp() + backlog.refused(),
                    expected.stripTrailingZeros(),
                    totals.spend().value(),
                    simulator.requests(),
                    simulator.counts().clashes(),
                    drained);
        }
    }

    private long acknowledgedIds() {
        return LongStream.range(0, acknowledged.length)
                .filter(number -> acknowledged[(int) number])
                .count();
    }
}
