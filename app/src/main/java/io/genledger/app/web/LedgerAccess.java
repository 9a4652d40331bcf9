package io.genledger.app.web;

import io.genledger.app.Application;
import io.genledger.app.LakeQuestions;
import io.genledger.app.view.health.ServerView;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the routes are given: the use cases over the ledger, the clock, and the state of the
 * services.
 *
 * @param name the ledger's address, without a password
 * @param lake the lake of several ledgers on which the server reports; empty if it has none
 * @param server what runs beside the requests
 * @param observer receives every request
 */
public record LedgerAccess(
        Application application,
        String name,
        Optional<LakeQuestions> lake,
        InstantSource clock,
        Supplier<ServerView> server,
        RequestObserver observer) {

    /** For a server beside whose requests nothing runs. */
    public LedgerAccess(Application application, String name, InstantSource clock) {
        this(
                application,
                name,
                Optional.empty(),
                clock,
                () -> ServerView.IDLE,
                RequestObserver.NONE);
    }
}
