package io.genledger.app.kill;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * The kill test in full: collectors, one and two on a ledger, imports, trackings and refreshes are
 * killed, on SQLite and on PostgreSQL. Each has a ledger of its own, and several run at once.
 * Prints what is left; ends with 1 if anything was lost, counted twice or stuck.
 */
public final class KillRun {

    private static final int AT_ONCE = Integer.getInteger("kill.atOnce", 4);

    /** Only tasks whose name contains it are run. */
    private static final String ONLY = System.getProperty("kill.only", "");

    private final List<Task> tasks = new ArrayList<>();

    private KillRun() {}

    /** Kills one command several times; returns what is left. */
    private interface Kills {
        String run(KillLedger ledger, Path folder) throws IOException;
    }

    private record Task(String name, Optional<EmbeddedPostgres> server, Kills kills) {}

    /**
     * Runs all.
     *
     * @param arguments how many kills for each engine; then {@code sqlite} or {@code postgres} for
     *     one of them
     */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        String engine = arguments.length > 1 ? arguments[1] : "all";
        KillRun run = new KillRun();
        if (!engine.equals("postgres")) {
            run.add("SQLite", kills, Optional.empty());
        }
        if (!engine.equals("sqlite")) {
            run.add("PostgreSQL", kills, Optional.of(server()));
        }
        run.tasks.removeIf(task -> !task.name().contains(ONLY));
        train();
        System.exit(run.runAll() ? 0 : 1);
    }

    /** Processes are killed, not the server, so it need not wait for the disk. */
    private static EmbeddedPostgres server() throws IOException {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
    }

    /** Makes the start-up caches of the installed program, which halve the time of a start. */
    private static void train() throws IOException, InterruptedException {
        String program = System.getProperty("genledger.program");
        if (program != null && new ProcessBuilder(program, "--train").start().waitFor() != 0) {
            System.out.println("without start-up caches");
        }
    }

    /** The longest first. */
    private void add(String engine, int kills, Optional<EmbeddedPostgres> server) {
        int part = Math.max(1, kills / 20);
        addCollecting(engine + ", one collector", server, 4 * part, 1, 20251106);
        addCollecting(engine + ", one collector again", server, 4 * part, 1, 20251108);
        addCollecting(engine + ", two collectors", server, 2 * part, 2, 20251107);
        tasks.add(
                new Task(
                        engine + ", refresh",
                        server,
                        (ledger, folder) -> new RefreshKills(ledger, folder, 3).run(2 * part)));
        tasks.add(
                new Task(
                        engine + ", maintenance",
                        server,
                        (ledger, folder) ->
                                new MaintenanceKills(ledger, folder, 2_000, 5).run(4 * part)));
        addFed(engine + ", import", server, 3 * part, new ImportedDocuments(1));
        addFed(engine + ", track", server, Math.max(1, kills - 19 * part), new TrackedIds(2));
    }

    private void addFed(
            String name, Optional<EmbeddedPostgres> server, int kills, FedKills.Command command) {
        tasks.add(
                new Task(
                        name,
                        server,
                        (ledger, folder) -> new FedKills(command, ledger, folder, 4).run(kills)));
    }

    private void addCollecting(
            String name, Optional<EmbeddedPostgres> server, int kills, int collectors, long seed) {
        KillPlan plan =
                new KillPlan(
                        kills,
                        800,
                        collectors,
                        400,
                        Duration.ofSeconds(collectors == 1 ? 3 : 5),
                        seed,
                        KillPlan.SLOW_FAULTS);
        tasks.add(
                new Task(
                        name,
                        server,
                        (ledger, folder) -> {
                            KillResult result =
                                    new KillHarness(plan, ledger, folder, step -> {}).run();
                            if (!result.isSound()) {
                                throw new IllegalStateException(result.toString());
                            }
                            return result.toString();
                        }));
    }

    private boolean runAll() throws InterruptedException {
        long start = System.nanoTime();
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            tasks.forEach(task -> running.add(threads.submit(() -> run(task))));
        }
        boolean sound = true;
        for (int i = 0; i < running.size(); i++) {
            try {
                running.get(i).get();
            } catch (ExecutionException failure) {
                sound = false;
                System.out.println(tasks.get(i).name() + " FAILED");
                failure.printStackTrace(System.out);
            }
        }
        System.out.printf(
                "%s after %d s%n",
                sound ? "all passed" : "FAILED",
                TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        return sound;
    }

    private static Object run(Task task) throws IOException, SQLException {
        Path folder = Files.createTempDirectory("genledger-kill-");
        KillLedger ledger =
                task.server().isPresent()
                        ? onServer(task.server().get(), folder)
                        : KillLedger.in(folder);
        long start = System.nanoTime();
        String result = task.kills().run(ledger, folder);
        System.out.printf(
                "%s: %s (%d s)%n",
                task.name(), result, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        return result;
    }

    private static KillLedger onServer(EmbeddedPostgres server, Path folder) throws SQLException {
        String name = folder.getFileName().toString().replaceAll("\\W", "_");
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"" + name + "\"");
        }
        return new KillLedger(
                "postgresql://localhost:%d/%s?user=postgres".formatted(server.getPort(), name));
    }
}
