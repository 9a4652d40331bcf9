package io.genledger.app.kill;

import java.time.Duration;

/**
 * What to do to genledger.
 *
 * @param kills how often to kill a process by SIGKILL
 * @param ids how many ids to track between two kills
 * @param collectors how many collectors work on the ledger at once
 * @param requests after how many requests at most a collector is killed
 * @param lease how long a killed collector holds what it claimed; where others live beside it, long
 *     enough for one that the machine keeps waiting
 * @param seed decides when and whom
 * @param faults what the simulator does to those who ask
 */
public record KillPlan(
        int kills,
        int ids,
        int collectors,
        int requests,
        Duration lease,
        long seed,
        String faults) {

    /** So that a kill comes at an odd moment; hardly anything takes longer than seconds. */
    public static final String FAULTS =
            """
            late 5ms..40ms
            limit 800 per 2s retry-after seconds
            status 503 retry-after 1s    when 0.1%
            status 500                   when 1%
            page 502                     when 0.5%
            reset                        when 1%
            truncate 200                 when 1%
            reset-after 300              when 0.5%
            ready 50ms..1500ms
            """;

    /** The same, three times as often, and answers that are asked for again after ten seconds. */
    public static final String SLOW_FAULTS =
            """
            other-id                     when 0.5%
            status 500                   when 2%
            reset                        when 2%
            truncate 200                 when 2%
            reset-after 300              when 1%
            """
                    + FAULTS;
}
