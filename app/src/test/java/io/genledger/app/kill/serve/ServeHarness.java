package io.genledger.app.kill.serve;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.kill.KillLedger;
import io.genledger.ports.queue.Backlog;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Lets clients send to servers that collect from a faulty simulator, kills the servers at random
 * moments, lets the work be finished, and looks at what is left.
 */
final class ServeHarness {

    private static final Duration LONGEST_WORK = Duration.ofSeconds(60);
    private static final Duration LONGEST_END = Duration.ofMinutes(6);
    private static final long LOOK_NANOS = 20_000_000;

    private final ServePlan plan;
    private final KillLedger ledger;
    private final Path folder;
    private final Consumer<String> progress;
    private final Random random;
    private final Traffic traffic;
    private final List<ServedVictim> servers = new CopyOnWriteArrayList<>();
    private volatile boolean isEnd;
    private Instant lastKill = Instant.EPOCH;

    ServeHarness(ServePlan plan, KillLedger ledger, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.ledger = ledger;
        this.folder = folder;
        this.progress = progress;
        this.random = new Random(plan.seed());
        this.traffic = new Traffic(plan);
    }

    ServeResult run() throws IOException, InterruptedException, ExecutionException {
        Script faults = Script.parse("faults", plan.faults());
        try (OpenRouterSimulator simulator =
                        OpenRouterSimulator.start(
                                faults.over(
                                        Behaviours.documents(traffic.all()::document),
                                        new SeededRandom(plan.seed())));
                HttpClient client = HttpClient.newHttpClient();
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < plan.servers(); i++) {
                    servers.add(start(simulator));
                }
                lastKill = Instant.now();
                List<Future<Void>> sending = startClients(clients, client, simulator);
                for (int kill = 1; kill <= plan.kills(); kill++) {
                    awaitWork(sending);
                    kill(simulator);
                    progress.accept(
                            "%d of %d kills, %,d ids acknowledged, %,d asked for"
                                    .formatted(
                                            kill,
                                            plan.kills(),
                                            traffic.acknowledged().size(),
                                            simulator.counts().ids()));
                }
                isEnd = true;
                for (Future<Void> one : sending) {
                    one.get();
                }
                return finish(simulator);
            } finally {
                clients.shutdownNow();
                servers.forEach(ServedVictim::close);
            }
        }
    }

    private ServedVictim start(OpenRouterSimulator simulator) throws IOException {
        return ServedVictim.start(
                folder,
                ledger,
                "--base-url",
                simulator.baseUri().toString(),
                "--lease",
                plan.lease().toSeconds() + "s");
    }

    private List<Future<Void>> startClients(
            ExecutorService clients, HttpClient client, OpenRouterSimulator simulator) {
        List<Future<Void>> sending = new ArrayList<>();
        for (int i = 0; i < plan.clients(); i++) {
            sending.add(
                    clients.submit(
                            new Sender(
                                    client,
                                    traffic,
                                    this::server,
                                    () ->
                                            traffic.drawn() - simulator.counts().ids()
                                                    > plan.backlog(),
                                    () -> isEnd)));
        }
        return sending;
    }

    private URI server() {
        return servers.get(ThreadLocalRandom.current().nextInt(servers.size())).url();
    }

    /** So that servers are killed at work, however slow the machine makes their start. */
    private void awaitWork(List<Future<Void>> sending)
            throws InterruptedException, ExecutionException {
        long wanted = traffic.answers() + 1 + random.nextInt(plan.requests());
        Instant soonest = lastKill.plus(plan.pause());
        Instant end = Instant.now().plus(plan.pause()).plus(LONGEST_WORK);
        while ((traffic.answers() < wanted && Instant.now().isBefore(end))
                || Instant.now().isBefore(soonest)) {
            for (Future<Void> one : sending) {
                if (one.isDone()) {
                    one.get();
                }
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private void kill(OpenRouterSimulator simulator) throws IOException {
        lastKill = Instant.now();
        int number = random.nextInt(servers.size());
        if (plan.gracefully()) {
            servers.get(number).stop();
        } else {
            servers.get(number).kill();
        }
        if (plan.servers() == 1) {
            List<String> before = List.copyOf(traffic.acknowledged());
            try (LedgerDatabase database = ledger.openAfterKill()) {
                ServedBooks.requireKept(database, before);
                if (plan.gracefully() && database.pending().backlog(Instant.now()).claimed() > 0) {
                    throw new IllegalStateException("ids are claimed after a graceful stop");
                }
            }
        }
        servers.set(number, start(simulator));
    }

    private ServeResult finish(OpenRouterSimulator simulator) {
        Instant end = Instant.now().plus(LONGEST_END);
        try (LedgerDatabase database = ledger.open()) {
            while (waiting(database.pending().backlog(Instant.now())) > 0
                    && Instant.now().isBefore(end)) {
                LockSupport.parkNanos(100_000_000);
            }
        }
        Instant asked = Instant.now();
        servers.forEach(ServedVictim::stop);
        Duration ended = Duration.between(asked, Instant.now());
        try (LedgerDatabase database = ledger.open()) {
            return new ServedBooks(traffic).result(database, plan.kills(), simulator, ended);
        }
    }

    /** Ids that are not recorded: pending, or claimed by a live or a killed process. */
    static long waiting(Backlog backlog) {
        return backlog.due() + backlog.later() + backlog.claimed();
    }
}
