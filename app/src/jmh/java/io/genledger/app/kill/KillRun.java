package io.genledger.app.kill;

import io.genledger.app.LedgerEngine;
import io.genledger.app.kill.serve.ServeKills;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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

    private record Task(String work, LedgerEngine engine, Kills kills) {

        String name() {
            return engine + ", " + work;
        }
    }

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
            run.add(LedgerEngine.SQLITE, kills);
        }
        if (!engine.equals("sqlite")) {
            run.add(LedgerEngine.POSTGRESQL, kills);
        }
        run.tasks.removeIf(task -> !task.name().contains(ONLY));
        train();
        System.exit(run.runAll() ? 0 : 1);
    }

    /** Makes the start-up caches of the installed program, which halve the time of a start. */
    private static void train() throws IOException, InterruptedException {
        String program = System.getProperty("genledger.program");
        if (program != null && new ProcessBuilder(program, "--train").start().waitFor() != 0) {
            System.out.println("without start-up caches");
        }
    }

    /** The longest first. */
    private void add(LedgerEngine engine, int kills) {
        int part = Math.max(1, kills / 20);
        addCollecting("one collector", engine, 4 * part, 1, 20251106);
        addCollecting("one collector again", engine, 4 * part, 1, 20251108);
        addCollecting("two collectors", engine, 2 * part, 2, 20251107);
        tasks.add(
                new Task(
                        "refresh",
                        engine,
                        (ledger, folder) -> new RefreshKills(ledger, folder, 3).run(2 * part)));
        tasks.add(
                new Task(
                        "maintenance",
                        engine,
                        (ledger, folder) ->
                                new MaintenanceKills(ledger, folder, 2_000, 5).run(4 * part)));
        tasks.add(
                new Task(
                        "server",
                        engine,
                        (ledger, folder) -> ServeKills.run(ledger, folder, 2 * part)));
        addFed("import", engine, 3 * part, new ImportedDocuments(1));
        addFed("track", engine, Math.max(1, kills - 21 * part), new TrackedIds(2));
    }

    private void addFed(String name, LedgerEngine engine, int kills, FedKills.Command command) {
        tasks.add(
                new Task(
                        name,
                        engine,
                        (ledger, folder) -> new FedKills(command, ledger, folder, 4).run(kills)));
    }

    private void addCollecting(
            String name, LedgerEngine engine, int kills, int collectors, long seed) {
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
                        engine,
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

    private static Object run(Task task) throws IOException {
        Path folder = Files.createTempDirectory("genledger-kill-");
        KillLedger ledger = new KillLedger(task.engine().empty(folder).location());
        long start = System.nanoTime();
        String result = task.kills().run(ledger, folder);
        System.out.printf(
                "%s: %s (%d s)%n",
                task.name(), result, TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start));
        return result;
    }
}
