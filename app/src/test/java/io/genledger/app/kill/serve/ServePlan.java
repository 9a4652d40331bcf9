package io.genledger.app.kill.serve;

import java.time.Duration;

/**
 * What to do to the servers of one ledger.
 *
 * @param servers how many run at once
 * @param clients how many clients send at once
 * @param kills how often one of the servers is ended
 * @param gracefully whether it is asked to end by SIGTERM; otherwise SIGKILL ends it
 * @param pause the shortest time between two kills
 * @param requests how many requests are answered at least before a kill
 * @param backlog how many ids may wait for the collectors before the clients pause
 * @param broadcasts whether Broadcast delivers, too
 * @param lease how long a killed server holds what it claimed
 * @param seed decides what is sent, and who is killed
 * @param faults what the simulator does to those who ask
 */
record ServePlan(
        int servers,
        int clients,
        int kills,
        boolean gracefully,
        Duration pause,
        int requests,
        int backlog,
        boolean broadcasts,
        Duration lease,
        long seed,
        String faults) {}
