package io.genledger.app.kill;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * The kill test in full: 200 kills of one collector, then 50 of two on one ledger. Prints what is
 * left; ends with 1 if anything was lost, counted twice or stuck.
 */
public final class KillRun {

    private KillRun() {}

    /**
     * Runs both.
     *
     * @param arguments how many kills; then the URLs of two empty databases on a PostgreSQL server,
     *     without which each ledger is a new file
     */
    public static void main(String[] arguments) throws Exception {
        int kills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 200;
        boolean one =
                run(
                        "one collector",
                        argument(1, arguments),
                        new KillPlan(
                                kills,
                                800,
                                1,
                                Duration.ofMillis(800),
                                Duration.ofSeconds(3),
                                20251106,
                                KillPlan.SLOW_FAULTS));
        boolean two =
                run(
                        "two collectors",
                        argument(2, arguments),
                        new KillPlan(
                                kills / 4,
                                800,
                                2,
                                Duration.ofMillis(1500),
                                Duration.ofSeconds(3),
                                20251107,
                                KillPlan.SLOW_FAULTS));
        System.exit(one && two ? 0 : 1);
    }

    private static Optional<String> argument(int place, String[] arguments) {
        return arguments.length > place ? Optional.of(arguments[place]) : Optional.empty();
    }

    private static boolean run(String name, Optional<String> server, KillPlan plan)
            throws Exception {
        Path folder = Files.createTempDirectory("genledger-kill-");
        KillResult result =
                new KillHarness(
                                plan,
                                server.map(KillLedger::new).orElseGet(() -> KillLedger.in(folder)),
                                folder,
                                step -> {
                                    if (step.matches("\\d*0 of .*")) {
                                        System.out.println(name + ": " + step);
                                    }
                                })
                        .run();
        System.out.println(name + ": " + result);
        return result.missing() == 0
                && result.twice() == 0
                && result.stuck() == 0
                && result.givenUp() == 0
                && result.clashes() == 0
                && result.spend().compareTo(result.expectedSpend()) == 0;
    }
}
