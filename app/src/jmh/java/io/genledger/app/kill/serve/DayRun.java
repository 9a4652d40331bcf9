package io.genledger.app.kill.serve;

import io.genledger.app.LedgerEngine;
import io.genledger.app.kill.KillLedger;
import io.genledger.ports.usecase.collect.CollectPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A day in the life of a team, compressed: 50 clients send ids and bodies to two servers of one
 * ledger on PostgreSQL, Broadcast delivers twice and out of order, OpenRouter limits the requests
 * and is not available at times, and a server is killed every 20 seconds. Prints what is left; ends
 * with 1 if anything was lost, counted twice or stuck.
 */
public final class DayRun {

    private static final Duration BETWEEN_KILLS = Duration.ofSeconds(20);

    private static final String FAULTS =
            """
            late 5ms..40ms
            limit 100 per 1s retry-after seconds
            status 503 retry-after 5s    when time 1m..75s of 3m
            reset                        when time 75s..80s of 3m
            other-id                     when 0.5%
            status 500                   when 1%
            page 502                     when 0.5%
            reset                        when 1%
            truncate 200                 when 1%
            ready 50ms..1500ms
            """;

    private DayRun() {}

    /**
     * Runs the day.
     *
     * @param arguments its length in minutes
     */
    public static void main(String[] arguments) throws Exception {
        Duration length = Duration.ofMinutes(Long.parseLong(arguments[0]));
        ServePlan plan =
                new ServePlan(
                        2,
                        50,
                        (int) length.dividedBy(BETWEEN_KILLS),
                        false,
                        BETWEEN_KILLS,
                        1,
                        2_000,
                        true,
                        CollectPlan.DEFAULT.lease(),
                        20261130,
                        FAULTS);
        Path folder = Files.createTempDirectory("genledger-day-");
        KillLedger ledger = new KillLedger(LedgerEngine.POSTGRESQL.empty(folder).location());
        ServeResult result = new ServeHarness(plan, ledger, folder, System.out::println).run();
        System.out.println(result);
        System.exit(result.isSound() ? 0 : 1);
    }
}
