package io.genledger.app.kill.serve;

import io.genledger.app.kill.KillLedger;
import io.genledger.app.kill.KillPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutionException;

/** Kills the server of one ledger while clients send to it. */
public final class ServeKills {

    private ServeKills() {}

    /**
     * Kills it several times, and lets the work be finished.
     *
     * @throws IllegalStateException if anything was lost, counted twice or stuck
     */
    public static String run(KillLedger ledger, Path folder, int kills) throws IOException {
        ServePlan plan =
                new ServePlan(
                        1,
                        32,
                        kills,
                        false,
                        Duration.ZERO,
                        1_000,
                        2_000,
                        true,
                        Duration.ofSeconds(3),
                        20261201,
                        KillPlan.SLOW_FAULTS);
        try {
            ServeResult result = new ServeHarness(plan, ledger, folder, step -> {}).run();
            if (!result.isSound()) {
                throw new IllegalStateException(result.toString());
            }
            return result.toString();
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
