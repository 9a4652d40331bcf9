package io.genledger.app.kill;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Backlog;
import io.genledger.ports.usecase.report.ReportSpend;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Lets processes track and collect against a faulty simulator on one ledger, kills them at random
 * moments, lets the work be finished, and looks at what is left.
 */
final class KillHarness {

    private static final Duration LONGEST_WORK = Duration.ofSeconds(10);
    private static final Duration LONGEST_END = Duration.ofMinutes(3);

    private final KillPlan plan;
    private final KillLedger ledger;
    private final Path folder;
    private final Consumer<String> progress;
    private final Random random;
    private final GeneratedGenerations all;
    private final KillBooks books = new KillBooks(this::expected);
    private final List<Victim> collectors = new ArrayList<>();
    private final boolean[] acknowledged;
    private int kills;
    private int interrupted;
    private int tracked;

    /** How long the last command took that tracked. */
    private Duration trackingTime = Duration.ofSeconds(1);

    KillHarness(KillPlan plan, KillLedger ledger, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.ledger = ledger;
        this.folder = folder;
        this.progress = progress;
        this.random = new Random(plan.seed());
        int count = plan.ids() * (2 * plan.kills() + 1);
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
                    awaitRequests(simulator);
                    if (kills % 5 == 4) {
                        killWhileTracking();
                    } else {
                        killCollector();
                        Backlog left = look();
                        interrupted += left.claimed() > 0 ? 1 : 0;
                        // A collector without work is not killed in the middle of anything.
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
            collectors.add(
                    Victim.start(
                            folder,
                            ledger,
                            "collect",
                            "--watch",
                            "--lease",
                            plan.lease().toSeconds() + "s",
                            "--base-url",
                            simulator.baseUri().toString()));
        }
    }

    /** So that collectors are killed at work, however slow the machine makes their start. */
    private void awaitRequests(OpenRouterSimulator simulator) {
        long wanted = simulator.requests() + 1 + random.nextInt(plan.requests());
        Instant end = Instant.now().plus(LONGEST_WORK);
        while (simulator.requests() < wanted && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** Tracks the next ids; that a command ends well is the acknowledgement. */
    private void trackSome() throws IOException {
        int from = tracked;
        long start = System.nanoTime();
        Victim tracking = track();
        if (tracking.exitCode() != 0) {
            throw new IllegalStateException("cannot track: " + tracking.output());
        }
        trackingTime = Duration.ofNanos(System.nanoTime() - start);
        for (int number = from; number < tracked; number++) {
            acknowledged[number] = true;
        }
    }

    /** No acknowledgement says that these ids are tracked, so they may be or not. */
    private void killWhileTracking() throws IOException {
        Victim tracking = track();
        letLive(trackingTime);
        boolean wasDone = !kill(tracking);
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
        books.expect(tracked - plan.ids(), tracked);
        return Victim.start(folder, ledger, "track", "--from", ids.toString());
    }

    private void killCollector() {
        Victim collector = collectors.remove(random.nextInt(collectors.size()));
        if (!kill(collector)) {
            throw new IllegalStateException("ended by itself: " + collector.output());
        }
    }

    /** Whether it was alive; otherwise it is not counted. */
    private boolean kill(Victim victim) {
        boolean killed = victim.kill();
        kills += killed ? 1 : 0;
        return killed;
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

    /** With other collectors at work, the sums change between two looks. */
    private Backlog look() {
        if (!collectors.isEmpty()) {
            return backlog();
        }
        try (LedgerDatabase database = ledger.openAfterKill()) {
            Backlog left = database.pending().backlog(Instant.now());
            books.check(database);
            return left;
        }
    }

    private KillBooks.Expected expected(long number) {
        GeneratedGeneration generation = all.at(number);
        return new KillBooks.Expected(
                generation.id(), List.of(generation.spend().orElse(BigDecimal.ZERO)));
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
            books.check(database);
            Map<String, Integer> documents = new HashMap<>();
            database.archive()
                    .read(
                            TimeRange.ALWAYS,
                            newest -> documents.put(newest.id().value(), newest.number()));
            Backlog backlog = database.pending().backlog(Instant.now());
            long missing = 0;
            BigDecimal expected = BigDecimal.ZERO;
            for (int number = 0; number < tracked; number++) {
                GeneratedGeneration generation = all.at(number);
                if (documents.containsKey(generation.id())) {
                    expected = expected.add(generation.spend().orElse(BigDecimal.ZERO));
                } else if (acknowledged[number]) {
                    missing++;
                }
            }
            long recorded = documents.size();
            long twice = documents.values().stream().filter(revisions -> revisions > 1).count();
            SpendTotals totals =
                    new ReportSpend(database.spend())
                            .report(new SpendQuery(List.of(), TimeRange.ALWAYS, ZoneOffset.UTC))
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
